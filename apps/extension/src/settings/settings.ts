import { storage } from 'wxt/utils/storage';

/** Languages the extension speaks; `auto` follows the browser. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Language = (typeof languages)[number];

export type Settings = {
  /** Country of phone numbers written without one, ISO 3166-1 alpha-2; null when not chosen. */
  country: string | null;
  /** Domains of the person's own house: their addresses are colleagues, not leads. */
  ownDomains: string[];
  language: Language | 'auto';
};

/** What the person chose on the options page. */
export const settingsItem = storage.defineItem<Settings>('local:settings', {
  version: 1,
  fallback: { country: null, ownDomains: [], language: 'auto' },
});

/** Origin of the CRM (`https://crm.example`); null until it was set. */
export const serverItem = storage.defineItem<string | null>('local:server', { version: 1, fallback: null });

/** The language to speak: the chosen one, or the nearest to the browser's. */
export function languageOf(chosen: Settings['language'], browserLanguage: string): Language {
  if (chosen !== 'auto') return chosen;
  const tag = browserLanguage.toLowerCase();
  if (!tag.startsWith('zh')) return 'en';
  return /hant|-tw|-hk|-mo/.test(tag) ? 'zh-Hant' : 'zh-Hans';
}

/** Reads domains as people type them: any separator, with or without `@` or `https://`; what is no domain is left out. */
export function readDomains(typed: string): string[] {
  const domains = typed
    .toLowerCase()
    .split(/[\s,;，；、]+/)
    .map((piece) => piece.replace(/^(?:https?:\/\/)?(?:[^@/]*@)?(?:www\.)?/, '').replace(/[/:].*$/, ''))
    .filter((domain) => /^[^\s.]+(?:\.[^\s.]+)+$/.test(domain));
  return [...new Set(domains)];
}

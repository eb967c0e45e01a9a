import { gatherMessages, type Messages } from '../../apps/portal/src/i18n/gather-messages.ts';
import { sourceFiles } from './source-files.ts';

export const locales = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Locale = (typeof locales)[number];

/** Texts of one language by their full key. */
export type Texts = ReadonlyMap<string, string>;
export type TextsByLocale = Record<Locale, Texts>;

function flat(messages: Messages, before = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}

const byLocale = (read: (locale: Locale) => Messages): TextsByLocale => ({
  en: new Map(flat(read('en'))),
  'zh-Hans': new Map(flat(read('zh-Hans'))),
  'zh-Hant': new Map(flat(read('zh-Hant'))),
});

/** The messages of the portal, gathered as the portal itself gathers them. */
export const portalTexts = (): TextsByLocale =>
  byLocale((locale) => {
    const files = sourceFiles().filter(({ path }) => /^apps\/portal\/src\/[^/]+\/locales\//.test(path));
    const mine = files.filter(({ path }) => path.endsWith(`/${locale}.json`));
    return gatherMessages(Object.fromEntries(mine.map(({ path, text }) => [path, JSON.parse(text) as Messages])));
  });

/** The messages of the extension's side panel. */
export const extensionTexts = (): TextsByLocale =>
  byLocale((locale) => {
    const file = sourceFiles().find(({ path }) => path === `apps/extension/src/i18n/${locale}.json`);
    return file ? (JSON.parse(file.text) as Messages) : {};
  });

const browserNames: Record<Locale, string> = { en: 'en', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' };

/** The few words of the extension that the browser itself shows. */
export const manifestTexts = (): TextsByLocale =>
  byLocale((locale) => {
    const path = `apps/extension/public/_locales/${browserNames[locale]}/messages.json`;
    const file = sourceFiles().find((one) => one.path === path);
    const entries = Object.entries(JSON.parse(file?.text ?? '{}') as Record<string, { message: string }>);
    return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
  });

const placeholdersOf = (text: string): string => [...new Set(text.match(/\{\w+\}|\$\w+\$/g) ?? [])].sort().join(' ');

/** What is wrong between the languages: missing keys, empty texts, placeholders that differ. */
export function differencesBetween(texts: TextsByLocale): string[] {
  const keys = new Set(locales.flatMap((locale) => [...texts[locale].keys()]));
  return [...keys].flatMap((key) =>
    locales.flatMap((locale) => {
      const text = texts[locale].get(key);
      if (text === undefined) return [`${key} is missing in ${locale}.`];
      if (text.trim() === '') return [`${key} is empty in ${locale}.`];
      const english = texts.en.get(key);
      if (english !== undefined && placeholdersOf(text) !== placeholdersOf(english))
        return [`${key} has other placeholders in ${locale} than in en.`];
      if (locale !== 'en' && text === english && /[a-z]+ [a-z]+/.test(text))
        return [`${key} is still English in ${locale}.`];
      return [];
    }),
  );
}

/** Keys that code asks for: whole ones, and patterns where a part is put in at run time (`frame.theme.*`). */
export function keysAskedFor(code: string): string[] {
  const asked = /(?:\bte?\(\s*|\b(?:keypath|\w*Key)\s*(?:[:=]|\?\?)\s*(?:"(?='))?)(['"`])([\w.${}()[\]?-]+)\1/g;
  return [...code.matchAll(asked)]
    .map(([, , key = '']) => key.replace(/\$\{[^}]*\}/g, '*'))
    .filter((key) => /\w/.test(key));
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Does a language have a text for this key or pattern? */
export function hasText(texts: Texts, key: string): boolean {
  if (!key.includes('*')) return texts.has(key);
  const pattern = new RegExp(`^${key.split('*').map(literally).join('.+')}$`);
  return [...texts.keys()].some((known) => pattern.test(known));
}

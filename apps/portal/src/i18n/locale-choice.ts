import type { Locale } from '@milepost/contract/organisation';

/** The languages by their own names, as a reader looks for them. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' };
export const locales = Object.keys(localeNames) as Locale[];

const traditionalRegions = new Set(['TW', 'HK', 'MO']);

function localeOf(tag: string): Locale | null {
  const { language, script, region } = new Intl.Locale(tag);
  if (language === 'en') return 'en';
  if (language !== 'zh') return null;
  if (script) return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  return region && traditionalRegions.has(region) ? 'zh-Hant' : 'zh-Hans';
}

/**
 * The language to begin with: the one chosen earlier on this device, else the first of the browser's languages that we speak,
 * else English.
 * @param languages BCP 47 tags by preference; malformed ones are passed over.
 */
export function chooseLocale(remembered: string | null, languages: readonly string[]): Locale {
  const chosen = locales.find((locale) => locale === remembered);
  if (chosen) return chosen;
  for (const tag of languages) {
    try {
      const locale = localeOf(tag);
      if (locale) return locale;
    } catch {
      // Not a language tag; the next one may be.
    }
  }
  return 'en';
}

import type { Line, PageText } from '../page-text.ts';
import { isCountry } from '../phone/phone-number.ts';
import { countryNamed } from './country-names.ts';
import { POSTAL_FORMS } from './postal-forms.ts';

/**
 * Where the page says it is. `near` answers for one line (an address or a country's name in the same block), `site` for the
 * page as a whole, surest first; `guesses` follow from its language only.
 */
export type CountryHints = {
  near: (line: Line) => readonly string[];
  site: readonly string[];
  /** What the site's own domain says, a part of `site`. */
  domain: readonly string[];
  user: string | undefined;
  guesses: readonly string[];
};

/** How far an address reaches, in lines: phones stand under their address more often than above it. */
const REACH_DOWN = 8;
const REACH_UP = 4;
const LONGEST_ADDRESS_LINE = 220;

/** Domains of countries that anyone may buy for the sound of them say nothing of where a house is. */
const SOLD_TO_ALL = new Set(
  'ac ag ai am as bz cc cd cx dj fm gg gl gs im io is la li ly me ms mu nu pn pw sc sh so st tc tk to tv vc vg ws co'.split(
    ' ',
  ),
);

const COUNTRIES_OF_LANGUAGE: Record<string, string> = {
  de: 'DE AT CH',
  fr: 'FR BE CH',
  es: 'ES MX AR CL CO',
  it: 'IT CH',
  pt: 'BR PT',
  nl: 'NL BE',
  da: 'DK',
  sv: 'SE FI',
  no: 'NO',
  nb: 'NO',
  nn: 'NO',
  fi: 'FI',
  pl: 'PL',
  cs: 'CZ',
  sk: 'SK',
  hu: 'HU',
  ro: 'RO',
  bg: 'BG',
  ru: 'RU',
  uk: 'UA',
  el: 'GR',
  tr: 'TR',
  ja: 'JP',
  ko: 'KR',
  zh: 'CN TW HK',
  vi: 'VN',
  th: 'TH',
  id: 'ID',
  he: 'IL',
  ar: 'SA AE EG',
  hr: 'HR',
  sl: 'SI',
  sr: 'RS',
  et: 'EE',
  lv: 'LV',
  lt: 'LT',
  en: 'US GB AU CA IE NZ',
};

/** Reads the hints of a page once. `country` is the user's own setting. */
export function countryHints(page: PageText, options: { country?: string | undefined }): CountryHints {
  const language = page.evidence.lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const byLine = page.lines.map((line) => countryOfLine(line.text, language));
  const domain = domainCountries(page);
  const site = [...new Set([...domain, ...commonest(byLine)])];
  return {
    near: (line) => nearest(byLine, line.index),
    site,
    domain,
    user: options.country?.toUpperCase(),
    guesses: guessesOf(page, language),
  };
}

/** The country a line of an address is in: by its postal form, or by the country's name standing alone or last. */
export function countryOfLine(text: string, language: string): string | undefined {
  if (text.length > LONGEST_ADDRESS_LINE) return undefined;
  const named = countryAtEnd(text, language);
  if (named !== undefined) return named;
  if (!/\d|[省市县都府県區号路시구]/u.test(text)) return undefined;
  return POSTAL_FORMS.find((form) => form.needsStreet !== true && form.needs.test(text) && form.pattern.test(text))
    ?.country;
}

function countryAtEnd(text: string, language: string): string | undefined {
  if (text.length <= 40 && !/\d/.test(text)) {
    const whole = countryNamed(text, language);
    if (whole !== undefined) return whole;
  }
  const last = /[,.;–-]\s*([^,;]{2,30})$/u.exec(text)?.[1] ?? /\d\s+([\p{L}. ]{2,24})$/u.exec(text)?.[1];
  if (last === undefined || !/\d|,.*,/.test(text)) return undefined;
  return countryNamed(last, language);
}

function nearest(byLine: readonly (string | undefined)[], index: number): string[] {
  const found: string[] = [];
  for (let step = 0; step <= REACH_DOWN; step += 1) {
    const above = byLine[index - step];
    if (above !== undefined) {
      found.push(above);
      break;
    }
  }
  for (let step = 1; step <= REACH_UP; step += 1) {
    const below = byLine[index + step];
    if (below !== undefined) {
      found.push(below);
      break;
    }
  }
  return [...new Set(found)];
}

function commonest(byLine: readonly (string | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const country of byLine) if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([country]) => country);
}

function domainCountries(page: PageText): string[] {
  const found: string[] = [];
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(page.evidence.url)?.[1] ?? '';
  const domain = host.toLowerCase().split('.').at(-1) ?? '';
  if (domain === 'uk') found.push('GB');
  else if (domain.length === 2 && !SOLD_TO_ALL.has(domain) && isCountry(domain.toUpperCase()))
    found.push(domain.toUpperCase());
  return found;
}

function guessesOf(page: PageText, language: string): string[] {
  const locales = [
    page.evidence.lang,
    ...page.evidence.meta.filter((meta) => meta.name === 'og:locale').map((meta) => meta.content),
  ];
  const regions = locales
    .map((locale) => /[-_]([A-Za-z]{2})\b/.exec(locale)?.[1]?.toUpperCase())
    .filter((region): region is string => region !== undefined && isCountry(region));
  const spoken = COUNTRIES_OF_LANGUAGE[language] ?? COUNTRIES_OF_LANGUAGE[languageOfText(page)] ?? '';
  return [...new Set([...regions, ...spoken.split(' ').filter((country) => country !== '')])];
}

/** The language of a page that does not name it, as far as its letters tell. */
function languageOfText(page: PageText): string {
  const sample = page.lines
    .slice(0, 200)
    .map((line) => line.text)
    .join('')
    .slice(0, 6000);
  if (/[\u3040-\u30ff]{3}/.test(sample)) return 'ja';
  if (/[\uac00-\ud7af]{2}/.test(sample)) return 'ko';
  if (/[\u4e00-\u9fff]{4}/.test(sample)) return 'zh';
  if (/[іїєґ]/i.test(sample)) return 'uk';
  if (/[\u0400-\u04ff]{4}/.test(sample)) return 'ru';
  if (/[\u0370-\u03ff]{4}/.test(sample)) return 'el';
  if (/[\u0590-\u05ff]{3}/.test(sample)) return 'he';
  if (/[\u0e00-\u0e7f]{4}/.test(sample)) return 'th';
  return 'en';
}

import { allCountries } from '../phone/phone-number.ts';

/** Names that `Intl` does not give but pages use. */
const OTHER_NAMES: Record<string, string> = {
  US: 'usa|u.s.a.|u.s.|united states of america|estados unidos de américa|美国|美國|米国|アメリカ',
  GB: 'uk|u.k.|great britain|england|scotland|wales|northern ireland|britain|英国|英國|イギリス',
  CN: 'p.r. china|pr china|p.r.china|prc|p. r. china|people’s republic of china|中华人民共和国|中国|中國|mainland china',
  TW: 'taiwan r.o.c.|taiwan, r.o.c.|taiwan|r.o.c.|臺灣|台灣|台湾',
  HK: 'hong kong|hong kong sar|香港|hongkong',
  MO: 'macau|macao|澳门|澳門',
  KR: 'korea|south korea|republic of korea|rep. of korea|韩国|韓國|대한민국|한국',
  NL: 'holland|the netherlands|nederland|niederlande|pays-bas',
  DE: 'deutschland|allemagne|alemania|germania|德国|德國',
  AT: 'österreich|autriche|oesterreich',
  CH: 'schweiz|suisse|svizzera|suiza',
  FR: 'francia|frankreich|法国|法國',
  ES: 'españa|espagne|spanien|spagna',
  IT: 'italia|italie|italien',
  PT: 'portugal',
  BR: 'brasil|brésil|brasilien',
  BE: 'belgië|belgique|belgien',
  DK: 'danmark|dänemark|danemark',
  SE: 'sverige|schweden|suède',
  NO: 'norge|norwegen|norvège',
  FI: 'suomi|finnland|finlande',
  PL: 'polska|polen|pologne',
  CZ: 'česká republika|czech republic|česko|tschechien',
  SK: 'slovensko|slovak republic',
  HU: 'magyarország|ungarn',
  RO: 'românia|rumänien',
  BG: 'българия|bulgaria',
  RU: 'россия|russian federation|российская федерация|russland',
  UA: 'україна|украина|ukraine',
  GR: 'ελλάδα|greece|griechenland',
  TR: 'türkiye|turkey|türkei|turkiye',
  JP: '日本',
  VN: 'việt nam|viet nam|vietnam',
  TH: 'ประเทศไทย|thailand',
  AE: 'uae|u.a.e.|united arab emirates|الإمارات',
  SA: 'ksa|saudi arabia|السعودية',
  IE: 'eire|éire|republic of ireland|ireland',
  MX: 'méxico|mexico|mexiko',
  HR: 'hrvatska',
  SI: 'slovenija',
  RS: 'srbija|србија',
};

const ALWAYS_READ = ['en', 'zh-Hans', 'zh-Hant', 'ja'];
const byLanguage = new Map<string, ReadonlyMap<string, string>>();

/** Folds a name of a country for look-up. */
const fold = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

function namesIn(language: string): ReadonlyMap<string, string> {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  byLanguage.set(language, names);
  try {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const country of allCountries()) {
      const name = display.of(country);
      if (name !== undefined) names.set(fold(name), country);
    }
  } catch {
    // A page may call its language anything; what is no language tag has no names of countries.
  }
  return names;
}

let otherNames: Map<string, string> | undefined;

function others(): Map<string, string> {
  if (otherNames !== undefined) return otherNames;
  otherNames = new Map();
  for (const [country, names] of Object.entries(OTHER_NAMES))
    for (const name of names.split('|')) otherNames.set(name, country);
  return otherNames;
}

/** The country (ISO 3166-1 alpha-2) a text names and nothing else, in English, Chinese, Japanese or the page's language. */
export function countryNamed(text: string, language: string): string | undefined {
  const name = fold(text).replace(/^[\s,;:()[\]-]+|[\s,;:()[\]-]+$/g, '');
  if (name.length < 2 || name.length > 40) return undefined;
  const bare = name.replace(/\.$/, '');
  for (const form of name === bare ? [name] : [name, bare]) {
    const country = allNames(language).get(form);
    if (country !== undefined) return country;
  }
  return undefined;
}

const merged = new Map<string, ReadonlyMap<string, string>>();

/** All names read on a page of one language, in one map; what pages say themselves beats what `Intl` says. */
function allNames(language: string): ReadonlyMap<string, string> {
  const known = merged.get(language);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const read of [...ALWAYS_READ].reverse()) for (const [name, country] of namesIn(read)) names.set(name, country);
  if (language !== '') for (const [name, country] of namesIn(language)) names.set(name, country);
  for (const [name, country] of others()) names.set(name, country);
  merged.set(language, names);
  return names;
}

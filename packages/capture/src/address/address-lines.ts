import { FORMS_ABOVE_COUNTRY, POSTAL_FORMS, SHARED_FORM_OF, SHARED_FORMS } from '../country/postal-forms.ts';
import type { LeadAddress } from '../lead.ts';

/** The part of an address that holds city and postal code: its parts, and where in the text they stand. */
export type PostalPart = {
  start: number;
  end: number;
  country: string;
  city: string | null;
  region: string | null;
  postcode: string | null;
  /** Without a postal code it is an address only together with a street. */
  needsStreet: boolean;
};

const LONGEST = 220;

/** Finds city and postal code in a line, in the form of any country that is unmistakable or of one of the countries known. */
export function postalPart(text: string, known: readonly string[]): PostalPart | undefined {
  if (text.length > LONGEST) return undefined;
  for (const form of POSTAL_FORMS) {
    const match = form.needs.test(text) ? form.pattern.exec(text) : null;
    if (match !== null) return partOf(text, match, form.country, form.needsStreet === true);
  }
  for (const country of known) {
    const shared = SHARED_FORM_OF[country];
    const match = shared === undefined ? null : (SHARED_FORMS[shared]?.exec(text) ?? null);
    if (match !== null && isPlace(match)) return partOf(text, match, country, false);
  }
  return undefined;
}

/** The same for a line right above (or before) the name of its country, where any order of city and code will do. */
export function postalPartAbove(text: string, country: string): PostalPart | undefined {
  if (text.length > LONGEST) return undefined;
  for (const form of FORMS_ABOVE_COUNTRY) {
    const match = form.exec(text);
    if (match !== null && isPlace(match)) return partOf(text, match, country, false);
  }
  return undefined;
}

/** "2013 Annual Report" and "8800 Main Street" have the form of a postal code and a city. */
function isPlace(match: RegExpExecArray): boolean {
  return !/^(?:19|20)\d\d$/.test(match.groups?.['postcode'] ?? '') && !STREET_END.test(match.groups?.['city'] ?? '');
}

const STREET_END =
  /\b(?:street|st\.?|road|rd|avenue|ave|boulevard|blvd|drive|dr|lane|ln|way|court|ct|place|pl|plaza|square|sq|highway|hwy|parkway|pkwy|terrace|circle|cir|trail|route|rte|pike|loop|row|alley|suite|ste|floor|fl|unit|building|bldg|north|south|east|west|[ns][ew]?|extension|ext)\b\.?,?/giu;

/** Cities whose names hold a word of streets or of winds. */
const CITY_WITH_STREET_WORD = /^(?:north|south|east|west|st\.?|saint|fort|port|mount|court|square)\s/i;

function partOf(text: string, match: RegExpExecArray, country: string, needsStreet: boolean): PostalPart {
  const part = (name: string): string | null => match.groups?.[name]?.trim().replace(/[\s,.-]+$/, '') || null;
  const found = {
    start: match.index,
    end: match.index + match[0].length,
    country,
    region: part('region'),
    postcode: part('postcode'),
    needsStreet,
  };
  const city = part('city');
  const streetLength =
    city === null || text.slice(found.start).indexOf(city) !== 0 ? 0 : lengthOfStreet(city, text.slice(0, found.start));
  return { ...found, start: found.start + streetLength, city: city?.slice(streetLength) || null };
}

/** "440 Hall of Fame Avenue Springfield , MA": without a comma the street runs into the city; it ends at its last street word. */
function lengthOfStreet(city: string, before: string): number {
  if (!/\d[\p{L}\s,#.-]*$/u.test(before) && !/\d/.test(city)) return 0;
  let end = 0;
  for (const match of city.matchAll(STREET_END)) {
    const rest = city.slice(match.index + match[0].length).trim();
    if (rest.length > 1 && !CITY_WITH_STREET_WORD.test(city.slice(match.index))) end = city.length - rest.length;
  }
  return end;
}

const STREET_WORDS =
  /\b(?:street|st|road|rd|avenue|ave|av|boulevard|blvd|drive|dr|lane|ln|way|court|ct|place|pl|plaza|square|sq|highway|hwy|parkway|pkwy|terrace|circle|cir|trail|route|rte|suite|ste|floor|fl|unit|building|bldg|box|rue|allée|chemin|impasse|quai|calle|c\/|avenida|avda|paseo|plaza|carrer|polígono|rua|travessa|largo|via|viale|piazza|corso|straat|laan|weg|plein|kade|gatan|vägen|vej|gade|ul|ulica|aleja|utca|út|tér|ulice|náměstí|cad|caddesi|sok|sokak|house|park|estate|centre|center|tower|chambers|p\.?\s?o\.?|postfach|apartado|bp)\b|straße|strasse|str\.|gasse|allee|platz|damm|ring\b|[路街道巷弄號号楼室栋幢座層层園园村]|丁目|番地|番|ビル|로\s?\d|길\s?\d|ул\.|улица|пр\.|проспект|бульвар|шоссе|д\.\s?\d|οδός/iu;

/** Whether a line could be the street, building or box of an address. */
export function isStreetLine(text: string): boolean {
  if (text.length < 3 || text.length > 90 || /@|https?:|www\./i.test(text)) return false;
  if (/(?:\+|\(\d{2,4}\)|\d{3}[-.\s]\d{4})/.test(text) && !STREET_WORDS.test(text)) return false;
  if (/[.!?]\s+\p{L}+\s\p{L}+/u.test(text) && text.split(' ').length > 9) return false;
  return (/\d/.test(text) && /\p{L}{2}/u.test(text)) || STREET_WORDS.test(text);
}

/** A street beyond doubt: a number and a street word, or a box. Asked for where no postal code confirms the address. */
export const isFirmStreet = (text: string): boolean =>
  isStreetLine(text) &&
  (/^\W*\d+[\p{L}\d-]*\s+\p{L}/u.test(text) || /\bbox\s\d/i.test(text)) &&
  STREET_WORDS.test(text);

/** A street where addresses do without numbers, as in the Irish country. */
export const isNamedStreet = (text: string): boolean => isStreetLine(text) && STREET_WORDS.test(text);

/** A line of one to four capitalised words, such as a district between street and city. */
export const isPlaceLine = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s[\p{L}'’.-]+){0,3},?$/u.test(text) && text.length <= 40;

/** A line that only completes the one above it: a postal code, with or without its region. */
export const isPostcodeLine = (text: string): boolean =>
  /^(?:[A-Z]{2,3}\s)?(?:[A-Z]{1,2}-)?(?:\d{4,6}(?:-\d{3,4})?|\d{3}\s?\d{2,3}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})[.,]?(?:\s?,?\s?[A-Z]{2}\.?)?$/.test(
    text,
  );

/** An address that is one text, as it stands behind a label; its parts as far as the form of one of the countries tells. */
export function addressOfText(raw: string, countries: readonly string[]): LeadAddress {
  const part = postalPart(raw, countries);
  if (part === undefined || part.needsStreet) {
    return { raw, street: null, city: null, region: null, postcode: null, country: null };
  }
  const before = raw.slice(0, part.start).replace(/[\s,;·-]+$/u, '');
  const behind = raw.slice(part.end).replace(/^[\s,;，·-]+/u, '');
  const { city, region, postcode, country } = part;
  return { raw, street: before || behind || null, city, region, postcode, country };
}

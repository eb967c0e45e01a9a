import { countryNamed } from '../country/country-names.ts';
import { POSTAL_FORMS, SHARED_FORM_OF, SHARED_FORMS } from '../country/postal-forms.ts';
import type { LeadAddress } from '../lead.ts';

/** The line of an address that holds city and postal code: its parts, and where in the line they stand. */
export type PostalLine = {
  start: number;
  end: number;
  country: string;
  city: string | null;
  region: string | null;
  postcode: string | null;
};

const LONGEST = 220;

/** Finds city and postal code in a line, in the form of any country that is unmistakable or of one of the countries known. */
export function postalLine(text: string, known: readonly string[]): PostalLine | undefined {
  if (text.length > LONGEST) return undefined;
  for (const form of POSTAL_FORMS) {
    const match = form.needs.test(text) ? form.pattern.exec(text) : null;
    if (match !== null) return lineOf(match, form.country);
  }
  for (const country of known) {
    const shared = SHARED_FORM_OF[country];
    const match = shared === undefined ? null : (SHARED_FORMS[shared]?.exec(text) ?? null);
    if (match !== null && !isYear(match)) return lineOf(match, country);
  }
  return undefined;
}

/** "2013 Annual Report" has the form of a postal code and a city. */
const isYear = (match: RegExpExecArray): boolean => /^(?:19|20)\d\d$/.test(match.groups?.['postcode'] ?? '');

function lineOf(match: RegExpExecArray, country: string): PostalLine {
  const part = (name: string): string | null => match.groups?.[name]?.trim().replace(/[\s,.-]+$/, '') || null;
  return {
    start: match.index,
    end: match.index + match[0].length,
    country,
    city: part('city'),
    region: part('region'),
    postcode: part('postcode'),
  };
}

const STREET_WORDS =
  /\b(?:street|st|road|rd|avenue|ave|av|boulevard|blvd|drive|dr|lane|ln|way|court|ct|place|pl|plaza|square|sq|highway|hwy|parkway|pkwy|terrace|circle|cir|trail|route|rte|suite|ste|floor|fl|unit|building|bldg|box|rue|allée|chemin|impasse|quai|calle|c\/|avenida|avda|paseo|plaza|carrer|polígono|rua|travessa|largo|via|viale|piazza|corso|straat|laan|weg|plein|kade|gatan|vägen|vej|gade|ul|ulica|aleja|utca|út|tér|ulice|náměstí|cad|caddesi|sok|sokak|house|park|estate|centre|center|p\.?\s?o\.?|postfach|apartado|bp)\b|straße|strasse|str\.|gasse|allee|platz|damm|ring\b|[路街道巷弄號号楼室栋幢座層层園园村]|丁目|番地|番|ビル|로\s?\d|길\s?\d|ул\.|улица|пр\.|проспект|бульвар|шоссе|д\.\s?\d|οδός/iu;

/** Whether a line could be the street, building or box of an address. */
export function isStreetLine(text: string): boolean {
  if (text.length < 3 || text.length > 90 || /@|https?:|www\./i.test(text)) return false;
  if (/(?:\+|\(\d{2,4}\)|\d{3}[-.\s]\d{4})/.test(text) && !STREET_WORDS.test(text)) return false;
  if (/[.!?]\s+\p{L}+\s\p{L}+/u.test(text) && text.split(' ').length > 9) return false;
  return (/\d/.test(text) && /\p{L}{2}/u.test(text)) || STREET_WORDS.test(text);
}

/** A free-text address with nothing known but its text. */
export const rawAddress = (raw: string): LeadAddress => ({
  raw,
  street: null,
  city: null,
  region: null,
  postcode: null,
  country: null,
});

/** A line that is only the name of a country, as the last line of an address. */
export const countryLine = (text: string, language: string): string | undefined =>
  text.length <= 40 ? countryNamed(text, language) : undefined;

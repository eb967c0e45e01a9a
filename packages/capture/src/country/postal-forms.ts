import { EAST_ASIAN_FORMS } from './postal-forms-east-asia.ts';
import { US_STATE } from './us-states.ts';

/** How the postal codes and regions of countries look inside an address line, and so which country the line is in. */

/**
 * `city`, `region`, `postcode` are named groups; what stands before the match is the street. A line without what the form
 * `needs` is not searched, for the pattern is slow. A form that `needsStreet` has no postal code and counts only below or
 * behind a street.
 */
export type PostalForm = { country: string; needs: RegExp; pattern: RegExp; needsStreet?: true };

const PROVINCE =
  '(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|PQ|B\\.C\\.|Ont\\.?|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan)';
const AUSTRALIAN_STATE =
  '(?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|NT|ACT|New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania)';
const CITY = "(?<city>[\\p{L}][\\p{L}\\p{M}.'’ -]{1,40}?)";
const CITY_BEHIND = "(?<city>\\p{Lu}[\\p{L}\\p{M}.'’/ -]{2,30})";

export const POSTAL_FORMS: readonly PostalForm[] = [
  {
    country: 'US',
    needs: /\d{5}/,
    pattern: new RegExp(
      `${CITY}\\s?,?\\s+(?<region>${US_STATE})[.,]?\\s{0,2}-?\\s?(?<postcode>\\d{5}(?:\\s?-\\s?\\d{4})?)(?!\\d)`,
      'u',
    ),
  },
  {
    country: 'CA',
    needs: /[A-Z]\d[A-Z]/,
    pattern: new RegExp(
      `${CITY}\\s?,?\\s+\\(?(?<region>${PROVINCE})\\)?[.,]?(?:\\s?Canada)?\\s{1,3}(?<postcode>[A-Z]\\d[A-Z][\\s-]?\\d[A-Z]\\d)\\b`,
      'u',
    ),
  },
  {
    country: 'CA',
    needs: /[A-Z]\d[A-Z]/,
    pattern: new RegExp(
      `${CITY}\\s?,?\\s+(?<postcode>[A-Z]\\d[A-Z][\\s-]?\\d[A-Z]\\d),?\\s{1,3}(?<region>${PROVINCE})(?![\\p{L}])`,
      'u',
    ),
  },
  {
    country: 'AU',
    needs: /\d{4}/,
    pattern: new RegExp(
      `${CITY}\\s?,?\\s+(?<region>${AUSTRALIAN_STATE})[.,]?\\s+(?<postcode>\\d{4})(?!\\d|\\s\\d{3,4}\\s)`,
      'u',
    ),
  },
  {
    country: 'GB',
    needs: /[A-Z]\d[A-Z\d]?\s?\d[A-Z]{2}/,
    pattern: new RegExp(
      `(?:${CITY}\\s?,?\\s+)?(?<postcode>(?:GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPS-UW]|[A-HK-Y]\\d[ABEHMNPRV-Y]))\\s?\\d[ABD-HJLNP-UW-Z]{2})\\b`,
      'u',
    ),
  },
  {
    country: 'IE',
    needs: /[A-Z]\d[\dW]\s?[\dA-Z]{4}/,
    pattern: new RegExp(`${CITY}\\s?,?\\s+(?<postcode>[AC-FHKNPRTV-Y]\\d[\\dW]\\s?[\\dAC-FHKNPRTV-Y]{4})\\b`, 'u'),
  },
  {
    country: 'PT',
    needs: /\d{4}-\d{3}/,
    pattern: /\b(?<postcode>[1-9]\d{3}-\d{3})\s+(?<city>\p{Lu}[\p{L}.'’ -]{2,30})/u,
  },
  {
    country: 'BR',
    needs: /\d{5}-\d{3}/,
    pattern: new RegExp(
      `(?:${CITY}\\s?[-/,]\\s?(?<region>[A-Z]{2})\\b.{0,12}?)?(?:CEP:?\\s*)?\\b(?<postcode>\\d{5}-\\d{3})\\b`,
      'u',
    ),
  },
  { country: 'PL', needs: /\d{2}-\d{3}/, pattern: /\b(?<postcode>\d{2}-\d{3})\s+(?<city>\p{Lu}[\p{L} -]{2,30})/u },
  { country: 'SG', needs: /\d{6}/, pattern: /(?<city>Singapore)\s+(?<postcode>\d{6})\b/ },
  {
    country: 'IN',
    needs: /\d{3}\s\d{3}.*India/,
    pattern: new RegExp(`${CITY}\\s?[,-]?\\s*[-–]?\\s*(?<postcode>[1-8]\\d{2}\\s\\d{3})\\b(?=.*\\bIndia\\b)`, 'u'),
  },
  {
    country: 'DE',
    needs: /\d{4}/,
    pattern: /\b(?:D|DE)[-– ]{1,3}(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}./ -]{2,30})/u,
  },
  {
    country: 'AT',
    needs: /\d{4}/,
    pattern: /\b(?:A|AT)[-–]{1,3}\s?(?<postcode>\d{4})\s+(?<city>\p{Lu}[\p{L}./ -]{2,30})/u,
  },
  { country: 'CH', needs: /\d{4}/, pattern: /\bCH[-– ]{1,3}(?<postcode>\d{4})\s+(?<city>\p{Lu}[\p{L}./ -]{2,30})/u },
  { country: 'FR', needs: /\d{4}/, pattern: /\bF[-– ]{1,3}(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}.' -]{2,30})/u },
  {
    country: 'IT',
    needs: /\d{4}/,
    pattern: /\b(?:I[-– ]{1,3})?(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}.'’ -]{2,30}?)\s*\(?(?<region>[A-Z]{2})\)/u,
  },
  ...EAST_ASIAN_FORMS,
  {
    country: 'US',
    needs: /[A-Z]/,
    pattern: new RegExp(
      `(?<=[\\p{L}\\d.#]\\s?[,-]?\\s|^)${CITY}\\s?,\\s*(?<region>${US_STATE})(?=\\s*$|\\s*[|•·])`,
      'u',
    ),
    needsStreet: true,
  },
  {
    country: 'IE',
    needs: /\bCo\.?\s[A-Z]/,
    pattern: new RegExp(`${CITY},\\s*(?<region>Co\\.?\\s\\p{Lu}\\p{Ll}+)(?=\\s*$|\\s*[,.|])`, 'u'),
    needsStreet: true,
  },
];

/**
 * Postal codes that look alike in many countries: which one, the site or the language must say. Tried only for a country
 * that is known already.
 */
export const SHARED_FORMS: Record<string, RegExp> = {
  dutch: /(?:NL[- ])?\b(?<postcode>[1-9]\d{3}\s?[A-Z]{2})\s{1,2}(?<city>\p{Lu}[\p{L}'’ -]{2,30})/u,
  five: /(?<![\d.,-])(?<postcode>\d{5})\s+(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
  four: /(?<![\d.,-])(?<postcode>\d{4})\s+(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
  spaced: /(?<![\d.,-])(?<postcode>\d{3}\s?\d{2})\s+(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
  six: /(?<![\d.,-])(?<postcode>\d{6}),?\s+(?:г\.\s?)?(?<city>\p{Lu}[\p{L}\p{M}./'’ -]{2,30})/u,
};

export const SHARED_FORM_OF: Record<string, keyof typeof SHARED_FORMS> = {
  NL: 'dutch',
  DE: 'five',
  FR: 'five',
  ES: 'five',
  IT: 'five',
  FI: 'five',
  EE: 'five',
  HR: 'five',
  RS: 'five',
  TR: 'five',
  MX: 'five',
  UA: 'five',
  AT: 'four',
  CH: 'four',
  BE: 'four',
  DK: 'four',
  NO: 'four',
  HU: 'four',
  SI: 'four',
  LU: 'four',
  BG: 'four',
  ZA: 'four',
  SE: 'spaced',
  CZ: 'spaced',
  SK: 'spaced',
  GR: 'spaced',
  RU: 'six',
  RO: 'six',
  IN: 'six',
  CN: 'six',
};

/** Behind a line with a country's name any city with its code is taken: "Shanghai 200233" above "China". */
export const FORMS_ABOVE_COUNTRY: readonly RegExp[] = [
  new RegExp(
    `(?<![\\d-])(?<postcode>(?:[A-Z]{1,3}-)?\\d{3,6}(?:[- ]\\d{2,4})?(?:\\s?[A-Z]{2})?)\\s+${CITY_BEHIND}$`,
    'u',
  ),
  new RegExp(`${CITY}[\\s,–-]+(?<postcode>(?:[A-Z]{1,2}-?)?\\d{3,6}(?:[- ]\\d{2,4})?)[.,]?$`, 'u'),
];

import { type CountryCode, getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Digits understood as a number of one country. `isValid` is false when only the length fits. */
export type PhoneNumber = { e164: string; country: string | null; isValid: boolean; isMobile: boolean };

/** Territories of the North American plan, where a number is ten digits with or without a leading 1. */
const NANP_CALLING_CODE = '1';

export const isCountry = (country: string): country is CountryCode => isSupportedCountry(country);

export const allCountries = (): readonly string[] => getCountries();

/** Reads digits (no sign, no blank) as an international number, its calling code first. */
export function internationalNumber(digits: string): PhoneNumber | undefined {
  return understood(`+${digits}`, undefined);
}

/**
 * Reads digits as people of `country` write them at home: with the trunk prefix where the country has one (a London number
 * without its 0 is none), with or without the 1 in North America.
 */
export function nationalNumber(digits: string, country: string): PhoneNumber | undefined {
  if (!isCountry(country)) return undefined;
  const parsed = parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });
  if (parsed === undefined || !parsed.isPossible()) return undefined;
  const found = { e164: parsed.number, country: parsed.country ?? country, isValid: parsed.isValid(), isMobile: false };
  if (!found.isValid) return parsed.countryCallingCode === NANP_CALLING_CODE ? found : undefined;
  const written = parsed.formatNational().replace(/\D/g, '');
  const isWrittenSo =
    written === digits || (parsed.countryCallingCode === NANP_CALLING_CODE && digits === `1${written}`);
  if (!isWrittenSo) return undefined;
  return { ...found, isMobile: parsed.getType() === 'MOBILE' };
}

/** As `nationalNumber`, but the trunk prefix may be missing, as in "(495) 123-45-67". Only behind a label. */
export function nationalNumberWithoutTrunk(digits: string, country: string): PhoneNumber | undefined {
  if (!isCountry(country)) return undefined;
  const found = understood(digits, country);
  return found?.isValid === true && found.country === country ? found : undefined;
}

function understood(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(text, { ...(country && { defaultCountry: country }), extract: false });
  if (parsed === undefined || !parsed.isPossible()) return undefined;
  return {
    e164: parsed.number,
    country: parsed.country ?? null,
    isValid: parsed.isValid(),
    isMobile: parsed.getType() === 'MOBILE',
  };
}

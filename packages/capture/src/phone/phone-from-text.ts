import type { CountryHints } from '../country/country-hints.ts';
import { plainCharacters } from '../plain-characters.ts';
import { readPhones } from './read-phones.ts';

export type PhoneRead = { digits: string; e164: string | null; extension?: string; isMobile: boolean };

/** Reads a text that is said to be one telephone number (a `tel:` link, a structured value). */
export function phoneFromText(
  text: string,
  context: { country: Pick<CountryHints, 'site' | 'user' | 'guesses'> & Partial<CountryHints> },
): PhoneRead | undefined {
  const plain = plainCharacters(text).replace(/\s+/g, ' ').trim();
  const { site, user, guesses } = context.country;
  const known = user === undefined ? site : [...site, user];
  const [phone] = readPhones(plain, { known, guesses, isLabelled: () => true });
  if (phone === undefined) return undefined;
  const digits = (phone.e164 ?? plain.slice(phone.start, phone.end)).replace(/\D/g, '');
  return {
    digits,
    e164: phone.e164,
    isMobile: phone.isMobile,
    ...(phone.extension !== undefined && { extension: phone.extension }),
  };
}

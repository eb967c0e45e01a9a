import type { LeadPhone } from '@milepost/capture/lead';
import { phoneFromText } from '@milepost/capture/phone/phone-from-text';
import { internationalNumber } from '@milepost/capture/phone/phone-number';

export type TypedPhone = {
  value: string;
  /** The number it was written over, whose kind it keeps. */
  before: LeadPhone | null;
  /** The lead's numbers: what country they are of speaks for the typed one. */
  beside: readonly LeadPhone[];
  /** The person's country, the last resort; null when it was not set. */
  country: string | null;
};

/** Reads a number a person typed, as the page's numbers are read. One that fits no country is kept as it was written. */
export function readTypedPhone({ value, before, beside, country }: TypedPhone): LeadPhone {
  const site = beside.flatMap(({ e164 }) => (e164 === null ? [] : (internationalNumber(e164.slice(1))?.country ?? [])));
  const read = phoneFromText(value, { country: { site: [...new Set(site)], user: country ?? undefined, guesses: [] } });
  const kind = before?.kind ?? (read?.isMobile === true ? 'mobile' : 'tel');
  const extension = read?.extension;
  return { value, e164: read?.e164 ?? null, kind, ...(extension === undefined ? {} : { extension }) };
}

import { phoneFromText } from '@milepost/capture/phone/phone-from-text';
import { isUnknown, narrow, trimCell } from '@milepost/core/imports/read-text';
import { read, rejected, UNKNOWN, type ValueReading } from '@milepost/core/imports/value-reading';

/** A telephone number as it was written, and as it is dialled from anywhere (E.164), null where that is not sure. */
export type PhoneRead = { readonly written: string; readonly e164: string | null };

const FEWEST_DIGITS = 3;
const LONGEST = 60;

/**
 * Reads a telephone number as people of the country write it: `138-0013-8001`, `１３８００１３８０００` and `+86 138 0013 8001`
 * are one in China. A number that is only local (`555-0100`) is kept as written; what has no digits is rejected.
 */
export function readPhone(cell: string, { country }: { country: string | null }): ValueReading<PhoneRead> {
  if (isUnknown(cell)) return UNKNOWN;
  const written = trimCell(cell);
  const text = narrow(cell);
  if (text.replace(/\D/g, '').length < FEWEST_DIGITS || text.length > LONGEST) return rejected('not-a-phone');
  const found = phoneFromText(text, { country: { site: [], guesses: [], user: country ?? undefined } });
  return read({ written, e164: found?.e164 ?? null });
}

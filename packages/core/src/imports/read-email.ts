import { isUnknown, narrow } from './read-text.ts';
import { read, rejected, UNKNOWN, type ValueReading } from './value-reading.ts';

/** Local part and domain as RFC 5321 has them in practice; the domain may be international. */
const address = /^[^\s@<>(),:;"[\]\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;
const named = /^[^<>]*<([^<>\s]+)>$/;
const LONGEST_ADDRESS = 254;

/**
 * An e-mail address, in lower case, so that the same box is one address however it was typed. `mailto:` and
 * `Name <address>` are peeled off.
 */
export function readEmail(cell: string): ValueReading<string> {
  if (isUnknown(cell)) return UNKNOWN;
  const text = narrow(cell).replace(/^mailto:/i, '');
  const bare = (named.exec(text)?.[1] ?? text).toLowerCase();
  return bare.length <= LONGEST_ADDRESS && address.test(bare) ? read(bare) : rejected('not-an-email');
}

import { isUnknown, narrow } from './read-text.ts';
import { read, rejected, UNKNOWN, type ValueReading } from './value-reading.ts';

const yes = new Set('true t yes y 1 x on ja j wahr oui vrai si sí verdadero 是 有 对 對 真 √ ✓ ✔ 已'.split(' '));
const no = new Set('false f no n 0 off nein falsch non faux falso 否 没有 沒有 错 錯 假 × ✗ ✘ 未'.split(' '));

/**
 * Yes or no in English, German, French, Spanish and Chinese, or as 1 and 0. Anything else is rejected, never taken for
 * no; a blank is unknown.
 */
export function readBoolean(cell: string): ValueReading<boolean> {
  const text = narrow(cell).toLowerCase();
  if (yes.has(text)) return read(true);
  if (no.has(text)) return read(false);
  return isUnknown(cell) ? UNKNOWN : rejected('not-yes-or-no');
}

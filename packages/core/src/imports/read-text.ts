import { read, rejected, UNKNOWN, type ValueReading } from './value-reading.ts';

/** Signs that stand for "nothing known" in a column of numbers, days or marks; compared in lower case. */
const saysUnknown = new Set(
  `null nil none na n/a #n/a n.a. nan \\n - -- --- – — ― . ? unknown undefined tbd k.a. unbekannt s/o n.c. inconnu desconocido
   无 無 空 暂无 暫無 未知 不详 不詳 未填`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** In a column of names only what no name can be: `None` and `Null` are surnames, `-` is not. */
const isNoName = /^(?:NULL|N\/A|#N\/A|#REF!|#VALUE!|#NAME\?|#DIV\/0!|\\N|[-–—―]{1,3})$/;

const LONGEST_TEXT = 20_000;

/**
 * A cell without the blanks around it: spaces of every width (also the ideographic one of Chinese forms), byte order
 * marks and zero-width signs. What stands inside is left as it is.
 */
export const trimCell = (cell: string): string =>
  cell.replace(/^[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+|[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+$/g, '');

/**
 * A trimmed cell with full-width letters, digits and signs made narrow (`Ａ１，（￥` → `A1,(¥`), for values that are read
 * by form. Text that is kept is never passed through this.
 */
export const narrow = (cell: string): string => trimCell(cell.normalize('NFKC'));

/** Does a cell of a column of numbers, days or marks say that nothing is known (blank, NULL, N/A, -)? */
export function isUnknown(cell: string): boolean {
  const text = narrow(cell);
  return text === '' || saysUnknown.has(text.toLowerCase());
}

/**
 * Text as it was given, without the blanks around it: never evaluated, never turned into a number (`1E5`, `0012` and
 * `=1+1` keep their form). Blank, `NULL`, `N/A` and a lone dash are unknown.
 */
export function readText(cell: string): ValueReading<string> {
  const text = trimCell(cell);
  if (text === '' || isNoName.test(text.normalize('NFKC'))) return UNKNOWN;
  return text.length > LONGEST_TEXT ? rejected('too-long') : read(text);
}

/** A choice from a closed list (`A`, `a` and `Ａ` are one): folded to lower case and narrow signs. */
export function readChoice(cell: string, choices: Readonly<Record<string, readonly string[]>>): ValueReading<string> {
  if (isUnknown(cell)) return UNKNOWN;
  const text = narrow(cell).toLowerCase();
  for (const [choice, names] of Object.entries(choices)) {
    if (text === choice.toLowerCase() || names.some((name) => name.toLowerCase() === text)) return read(choice);
  }
  return rejected('not-a-choice');
}

import { currenciesOfMark } from './currency-mark.ts';
import { decimalText, shiftDecimal } from './decimal-text.ts';
import { isUnknown, narrow } from './read-text.ts';
import { read, rejected, UNKNOWN, type ValueReading } from './value-reading.ts';

export type DecimalMark = '.' | ',';

/** A number as decimal text (`-1234.5`), and what stood beside it; `5 %` is 0.05. */
export type NumberRead = {
  readonly decimal: string;
  readonly currencyMark: string | null;
  readonly isPercent: boolean;
};

/** What can be said of a cell before the column's decimal mark is known. */
export type DissectedNumber = {
  readonly isNegative: boolean;
  /** Digits with their marks, e.g. `1.234,50`. */
  readonly figure: string;
  /** Power of ten of a written unit or a percent sign: 万 4, 亿 8, % −2. */
  readonly exponent: number;
  readonly currencyMark: string | null;
};

const unitExponents: Readonly<Record<string, number>> = {
  '%': -2,
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  百萬: 6,
  千万: 7,
  千萬: 7,
  亿: 8,
  億: 8,
  万亿: 12,
  萬億: 12,
};

/** More digits than any sum of money has; keeps a slip of the keyboard from becoming one. */
const MOST_DIGITS = 18;

/** sign? mark? sign? figure unit? mark? sign?; the marks are looked up afterwards. */
const parts =
  /^([-+]?)\s*((?:[^\d.,\s+-]+\.?)?)\s*([-+]?)\s*((?:\d|[.,](?=\d))[\d.,' ]*(?:e[-+]?\d{1,2})?)\s*(%|百万|百萬|千万|千萬|万亿|萬億|[千万萬亿億]?)\s*([^\d,\s+-]*?)整?(-?)$/iu;
const inParentheses = /^([^\d()]*)\((.*)\)$/;
/** Signs that narrowing would turn into plain digits: `10²` is not 102. */
const raisedDigits = /[²³¹⁰-₉¼-¾⅐-↉①-⓿]/u;

/**
 * Takes a cell apart into sign, digits, written unit (万, 亿, %) and currency mark; null when it is no number in any
 * country. A minus may stand before, after the mark, behind, or be a pair of parentheses.
 */
export function dissectNumber(cell: string): DissectedNumber | null {
  if (/^\d+(?:[.,]\d+)?$/.test(cell)) return { isNegative: false, figure: cell, exponent: 0, currencyMark: null };
  if (raisedDigits.test(cell)) return null;
  const text = narrow(cell).replace(/[−–]/g, '-').replace(/[’`´]/g, "'");
  const bracketed = inParentheses.exec(text);
  const found = parts.exec(bracketed ? `${bracketed[1]}${bracketed[2]?.trim()}` : text);
  if (found === null) return null;
  const [, before = '', front = '', between = '', figure = '', unit = '', back = '', behind = ''] = found;
  const signs = [before, between, behind, bracketed ? '-' : ''].filter((sign) => sign !== '');
  if (signs.length > 1) return null;
  const currencyMark = markOf(front, back);
  if (currencyMark === undefined) return null;
  return { isNegative: signs[0] === '-', figure: figure.trim(), exponent: unitExponents[unit] ?? 0, currencyMark };
}

/** The mark beside a figure, null without one, undefined when it is none or when two disagree (`$ 5 €`). */
function markOf(front: string, back: string): string | null | undefined {
  const marks = [front.replace(/\.$/, ''), back].filter((mark) => mark !== '');
  const [first, second] = marks.map(currenciesOfMark);
  if (first === undefined) return null;
  if (first.length === 0) return undefined;
  if (second && !second.some((currency) => first.includes(currency))) return undefined;
  return marks[0];
}

/** Whole digits, groups of three with one and the same sign, or the Indian groups of two; then at most one decimal mark. */
const figureForms = {
  '.': /^(?:(\d+)|([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:'\d{3})+|[1-9]\d?(?:,\d\d)+,\d{3}))?(?:\.(\d+))?$/,
  ',': /^(?:(\d+)|([1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:'\d{3})+))?(?:,(\d+))?$/,
} as const;
const scientific = /^(\d+)(?:\.(\d+))?e([-+]?\d{1,2})$/i;

/** The digits of a figure under a decimal mark, null when it is not written that way. */
export function figureUnder(figure: string, decimal: DecimalMark): string | null {
  const power = scientific.exec(figure);
  if (power) return shiftDecimal(decimalText(false, power[1] ?? '', power[2] ?? ''), Number(power[3]));
  const form = figureForms[decimal].exec(figure);
  if (form === null || figure === '') return null;
  const whole = form[1] ?? form[2]?.replace(/\D/g, '') ?? '';
  return decimalText(false, whole, form[3] ?? '');
}

/**
 * Reads a number under the decimal mark that was decided for its column: `1.234,50`, `3,100`, `1 234,5`, `(1,200.00)`,
 * `￥12,000.50`, `$500,000`, `12.5 万元`, `5 %` (0.05), `1E5`. `test`, `1test` and `1.2.3` are rejected, with the reason;
 * nothing becomes 0 that is not written as 0. Blank, NULL, N/A and - are unknown.
 */
export function readNumber(cell: string, { decimal }: { decimal: DecimalMark }): ValueReading<NumberRead> {
  const dissected = dissectNumber(cell);
  if (dissected === null) return isUnknown(cell) ? UNKNOWN : rejected('not-a-number');
  const { figure, isNegative, exponent, currencyMark } = dissected;
  const size = figureUnder(figure, decimal);
  if (size === null)
    return rejected(
      figureUnder(figure, decimal === '.' ? ',' : '.') === null ? 'misplaced-separator' : 'other-decimal-mark',
    );
  const shifted = shiftDecimal(size, exponent);
  const [whole = '', fraction = ''] = shifted.split('.');
  if (whole.length > MOST_DIGITS) return rejected('too-large');
  return read({ decimal: decimalText(isNegative, whole, fraction), currencyMark, isPercent: exponent < 0 });
}

import type { BudgetLineView } from '@milepost/contract/budget';
import { largestRemainder } from '@milepost/core/apportion/largest-remainder';
import { toMajorText } from '@milepost/core/money/minor';
import { readAmount } from '../i18n/read-amount.ts';
import type { AmountWriting, Reference } from '../records/form-fields.ts';

/** A budget line as it is typed: amounts and counts as text. */
export type LineForm = {
  category: string;
  campaign: string;
  team: Reference | null;
  account: Reference | null;
  months: string[];
  results: string[];
};

const twelve = <T>(value: T): T[] => new Array<T>(12).fill(value);
const written = (minor: number, { decimalMark, exponent }: AmountWriting): string =>
  toMajorText(minor, exponent).replace('.', decimalMark);

export const lineForm = (line: BudgetLineView | null, writing: AmountWriting): LineForm => ({
  category: line?.category ?? '',
  campaign: line?.campaign ?? '',
  team: line?.team ?? null,
  account: line?.account ?? null,
  months: line ? line.months.map((minor) => written(minor, writing)) : twelve(''),
  results: line ? line.results.map((count) => (count === null ? '' : String(count))) : twelve(''),
});

/** A year's amount over its months, to the unit: what is left over goes to the first ones. */
export const spreadEvenly = (total: number, writing: AmountWriting): string[] =>
  [...largestRemainder(total, twelve(1))].map((minor) => written(minor, writing));

const amountOf = (text: string, writing: AmountWriting): number | null => {
  const minor = text.trim() === '' ? 0 : readAmount(text, writing);
  return minor !== null && minor >= 0 ? minor : null;
};
const countOf = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
};

/** What the months add up to; null while one of them cannot be read. */
export function totalOf({ months }: LineForm, writing: AmountWriting): number | null {
  const amounts = months.map((text) => amountOf(text, writing));
  return amounts.some((amount) => amount === null) ? null : amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** What is to be sent; null while something is missing or cannot be read. An empty month has no budget, an empty count is not known. */
export function lineWrite(form: LineForm, writing: AmountWriting) {
  const months = form.months.map((text) => amountOf(text, writing));
  const results = form.results.map(countOf);
  const isRead = months.every((one) => one !== null) && results.every((one) => one !== undefined);
  if (form.category.trim() === '' || !isRead) return null;
  return {
    category: form.category.trim(),
    campaign: form.campaign.trim() || null,
    teamId: form.team?.id ?? null,
    accountId: form.account?.id ?? null,
    months: months as number[],
    results: results as (number | null)[],
  };
}

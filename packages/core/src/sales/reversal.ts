import type { Measures } from './credit.ts';

/** A line of the books: a credit of its own, or one that takes another back. */
export type PostedCredit = { readonly id: string; readonly reverses: string | null };

/** The credits that nothing has taken back yet: what a reopening or a correction takes back, each once. */
export function standing<C extends PostedCredit>(credits: readonly C[]): C[] {
  const taken = new Set(credits.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])));
  return credits.filter((credit) => credit.reverses === null && !taken.has(credit.id));
}

/** What takes measures back: their opposite. Unknown stays unknown, and zero is zero, never minus zero. */
export function opposite<M extends Measures>(measures: M): M {
  const entries = Object.entries(measures).map(([name, value]) => [name, value === null ? null : 0 - value + 0]);
  return Object.fromEntries(entries) as M;
}

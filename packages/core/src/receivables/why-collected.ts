import type { Day } from '../calendar/civil-day.ts';
import { derive, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import { type AgeFrom, agedAmounts, agedInvoices } from './collected-share.ts';
import type { AgedAmount } from './collected-within.ts';
import { exposureOf, type Standing } from './invoice.ts';
import { type ReceivableSources, sumByInvoice } from './why-receivables.ts';

type Asked = { readonly on: Day; readonly from: AgeFrom; readonly days: number; readonly by: 'amount' | 'count' };

/**
 * How the collected share comes about; it is `collectedShare(…).share` but for the last digits. What was paid so early stands in the
 * numerator with its records, what was owed in the denominator. While younger invoices are not watched so long, what was paid at an
 * age also stands for those that had not been watched to it: its records are multiplied by the inverse of the share that was (Robins &
 * Rotnitzky 1992), which is Kaplan–Meier written as a sum.
 *
 * Throws RangeError without any amount.
 */
export function whyCollected(standings: readonly Standing[], asked: Asked, sources: ReceivableSources): Why {
  const { on, from, days, by } = asked;
  const unit = by === 'amount' ? 'money' : 'count';
  const start = ({ invoice }: Standing) => (from === 'issue' ? invoice.issued : invoice.due);
  const watched = standings.filter((one) => start(one) <= on && (by === 'amount' || exposureOf(one) > 0));
  const parts = by === 'amount' ? agedAmounts(watched, on, from) : agedInvoices(watched, on, from);
  const weightAt = watchWeights(parts);
  const paid = new Map<number, Leaf[]>();
  for (const one of watched) {
    const { invoice, collected, open } = one;
    const told = by === 'amount' ? collected : open > 0 ? [] : collected.slice(-1);
    for (const applied of told) {
      const age = Math.max(0, applied.day - start(one));
      if (age > days) continue;
      const value = by === 'amount' ? applied.amount : 1;
      const leaf = sources.receipt(applied, invoice, value, unit);
      const weight = weightAt(age);
      const group = paid.get(weight);
      if (group) group.push(leaf);
      else paid.set(weight, [leaf]);
    }
  }
  const groups = [...paid]
    .sort(([a], [b]) => a - b)
    .map(([weight, leaves]) => {
      const sum = derive('sum', { rule: `receivables.paid-${by}`, unit }, leaves);
      if (weight === 1) return sum;
      return derive('product', { rule: `receivables.stands-for-${by}`, unit }, [
        sum,
        stored('receivables', 'watch-weight', weight, 'ratio'),
      ]);
    });
  return derive('quotient', { rule: `receivables.collected-${by}`, unit: 'ratio' }, [
    derive('sum', { rule: `receivables.collected-within-${by}`, unit }, groups),
    sumByInvoice({ rule: `receivables.owed-${by}`, unit }, watched, (one) => owedOf(one, by, sources)),
  ]);
}

/** What was owed of some invoices: their amounts less what credit notes took off. */
export const whyOwed = (standings: readonly Standing[], sources: ReceivableSources): Why =>
  sumByInvoice({ rule: 'receivables.owed-amount', unit: 'money' }, standings, (one) => owedOf(one, 'amount', sources));

function owedOf({ invoice, credited }: Standing, by: Asked['by'], sources: ReceivableSources): Why | Leaf {
  if (by === 'count') return sources.invoice(invoice, 1, 'count');
  const billed = sources.invoice(invoice, invoice.amount, 'money');
  if (credited.length === 0) return billed;
  return derive('difference', { rule: 'receivables.owed-of', unit: 'money' }, [
    billed,
    ...credited.map((one) => sources.receipt(one, invoice, one.amount, 'money')),
  ]);
}

/** For an age, 1 ÷ the share of what was open at each younger age that was watched further. */
function watchWeights(parts: readonly AgedAmount[]): (age: number) => number {
  const byAge = [...Map.groupBy(parts, ({ age }) => age)].sort(([a], [b]) => a - b);
  let left = parts.reduce((sum, { amount }) => sum + amount, 0);
  let weight = 1;
  const steps: { age: number; weight: number }[] = [];
  for (const [age, some] of byAge) {
    const sum = (isPaid: boolean) =>
      some.reduce((total, part) => total + (part.isPaid === isPaid ? part.amount : 0), 0);
    const [paid, unwatched] = [sum(true), sum(false)];
    const before = left - paid;
    left = before - unwatched;
    // What is paid at the age at which others are last seen open comes before that look.
    if (unwatched > 0 && left > 0) weight *= before / left;
    if (unwatched > 0) steps.push({ age, weight });
  }
  return (age) => steps.findLast((step) => step.age < age)?.weight ?? 1;
}

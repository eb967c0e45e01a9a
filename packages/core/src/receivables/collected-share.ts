import type { Day } from '../calendar/civil-day.ts';
import { type Interval, wilsonOfShare } from '../rate/wilson.ts';
import { type Curve, kaplanMeier, survivalAt } from '../survival/kaplan-meier.ts';
import type { AgedAmount } from './collected-within.ts';
import { appliedIn, exposureOf, type Standing } from './invoice.ts';

/** From which day the age of an amount is counted. */
export type AgeFrom = 'issue' | 'due';

/** A collected share with its interval: of the amount owed, or of the invoices. Null as a whole: nobody can know yet. */
export type CollectedShare = { readonly share: number; readonly interval: Interval };

/**
 * What was owed of invoices, cut into parts by age: each payment at the age at which it came, what is open at its age on the day.
 * What credit notes took off is in no part. Counted from the due day, an invoice that is not due yet is left out whole, and what
 * was paid before it was due has age 0.
 */
export function agedAmounts(standings: readonly Standing[], on: Day, from: AgeFrom): AgedAmount[] {
  return standings.flatMap((standing): AgedAmount[] => {
    const start = startOf(standing, from);
    if (start > on) return [];
    const paid = standing.collected.map(({ day, amount }) => ({ age: Math.max(0, day - start), amount, isPaid: true }));
    return standing.open > 0 ? [...paid, { age: on - start, amount: standing.open, isPaid: false }] : paid;
  });
}

/** The same by invoice: each one counts once, paid at the age at which the last of what was owed came in. */
export function agedInvoices(standings: readonly Standing[], on: Day, from: AgeFrom): AgedAmount[] {
  return standings.flatMap((standing): AgedAmount[] => {
    const start = startOf(standing, from);
    const last = standing.collected.at(-1);
    if (start > on || exposureOf(standing) === 0) return [];
    return standing.open > 0 || !last
      ? [{ age: on - start, amount: 1, isPaid: false }]
      : [{ age: Math.max(0, last.day - start), amount: 1, isPaid: true }];
  });
}

/**
 * The share collected within so many days, by amount-weighted Kaplan–Meier, with the 95 % interval of Rothman (1978): Wilson's,
 * on the number of equal invoices that would leave as much doubt (Greenwood 1926, at each age the number at risk after Kish 1965).
 * Null without any amount, and where nothing was watched so long while something is still open: nobody can know yet.
 */
export const collectedShare = (parts: readonly AgedAmount[], days: number): CollectedShare | null =>
  collectedShares(parts, [days])[0] ?? null;

/** The share collected within each of several numbers of days, from one curve. */
export function collectedShares(parts: readonly AgedAmount[], days: readonly number[]): (CollectedShare | null)[] {
  const owed = parts.filter(({ amount }) => amount > 0);
  const curve = curveOf(owed);
  const atRisk = atRiskByAge(owed);
  const isAllPaid = owed.every(({ isPaid }) => isPaid);
  const oldest = owed.reduce((most, { age }) => Math.max(most, age), Number.NEGATIVE_INFINITY);
  return days.map((within) => {
    const left = survivalAt(curve, within);
    if (owed.length === 0 || !(left === 0 || oldest >= within || isAllPaid)) return null;
    return { share: 1 - left, interval: wilsonOfShare(1 - left, evenInvoices(curve, atRisk, within)) };
  });
}

/** The curve of what is left open by age. */
export const curveOf = (parts: readonly AgedAmount[]): Curve =>
  kaplanMeier(parts.map(({ age, amount, isPaid }) => ({ time: age, isEvent: isPaid, weight: amount })));

/** How many equal cases, all watched to the end, would leave as much doubt about the share. */
function evenInvoices(curve: Curve, atRisk: (age: number) => number, days: number): number {
  const left = survivalAt(curve, days);
  let doubt = 0;
  for (const { time, atRisk: amount, ended } of curve) {
    if (time > days) break;
    const hazard = ended / amount;
    if (hazard < 1) doubt += hazard / ((1 - hazard) * atRisk(time));
  }
  // Nothing has happened yet, or all of it: what is known is how many were watched.
  if (left === 1) return atRisk(days) || atRisk(0);
  return left <= 0 || doubt === 0 ? atRisk(0) : (1 - left) / (left * doubt);
}

/** At an age, the number of equal parts that the parts still watched are worth: (Σw)² ÷ Σw². */
function atRiskByAge(parts: readonly AgedAmount[]): (age: number) => number {
  const sorted = parts.toSorted((a, b) => b.age - a.age);
  const steps: { age: number; even: number }[] = [];
  let [sum, squares] = [0, 0];
  for (const { age, amount } of sorted) {
    sum += amount;
    squares += amount * amount;
    const last = steps.at(-1);
    const step = { age, even: (sum * sum) / squares };
    if (last?.age === age) steps[steps.length - 1] = step;
    else steps.push(step);
  }
  // Oldest first: the last step that is at least so old holds all that are watched so long.
  return (age) => steps.findLast((step) => step.age >= age)?.even ?? 0;
}

const startOf = ({ invoice }: Standing, from: AgeFrom): Day => (from === 'issue' ? invoice.issued : invoice.due);

/** Minor units collected, of what is aged from the day, within so many days: what the share would be if all were watched. */
export const collectedBy = (standings: readonly Standing[], from: AgeFrom, days: number): number =>
  standings.reduce(
    (sum, standing) => sum + appliedIn(standing.collected.filter(({ day }) => day - startOf(standing, from) <= days)),
    0,
  );

import { minimiseInUnitCube } from '../special/minimise.ts';
import { lnLikelihoods } from './likelihood.ts';
import { checkPurchases, type Purchases, type Rhythm } from './rhythm.ts';

/** The least customers from whom a rhythm is learnt; fewer say more about themselves than about each other. */
export const leastCustomers = 100;

export type FittedRhythm =
  | {
      readonly status: 'ok';
      readonly rhythm: Rhythm;
      readonly lnLikelihood: number;
      /** Why a simpler rhythm stands for the one that was asked: its best fit lay at the edge of what it can say. */
      readonly degenerate: 'no-drop-out' | 'one-and-gone' | null;
    }
  | { readonly status: 'insufficientData'; readonly customers: number; readonly least: number };

/** Logarithms of parameters are looked for in this range. */
const [lowest, highest] = [-12, 12];
const valueAt = (place: number): number => Math.exp(lowest + place * (highest - lowest));
const placeOf = (value: number): number => (Math.log(value) - lowest) / (highest - lowest);

/** Customers who did the same, counted together: in life many bought once, and on few days. */
function grouped(customers: readonly Purchases[]): { purchases: Purchases; count: number }[] {
  const groups = new Map<string, { purchases: Purchases; count: number }>();
  for (const purchases of customers) {
    checkPurchases(purchases);
    const key = `${purchases.repeats} ${purchases.recency} ${purchases.age}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { purchases, count: 1 });
  }
  return [...groups.values()];
}

function fit(
  groups: readonly { purchases: Purchases; count: number }[],
  customers: number,
  rhythmAt: (values: readonly number[]) => Rhythm,
  start: readonly number[],
): { rhythm: Rhythm; lnLikelihood: number } {
  const sum = (rhythm: Rhythm): number => lnLikelihoods(rhythm, groups);
  const found = minimiseInUnitCube(
    start.map(placeOf),
    (places) => -sum(rhythmAt(places.map(valueAt))) / customers,
    1e-11,
  );
  const rhythm = rhythmAt(found.map(valueAt));
  return { rhythm, lnLikelihood: sum(rhythm) };
}

/**
 * Does a first trace of drop-out, spread in any way over the customers, make what they did more likely? At the best rhythm without it
 * nothing else can be gained by a small step, so where this gains nothing either, the best fit lies at the edge.
 */
function gainsByDropOut(
  { rhythm, lnLikelihood }: { rhythm: Rhythm; lnLikelihood: number },
  kind: 'bgnbd' | 'mbgnbd',
  groups: readonly { purchases: Purchases; count: number }[],
): boolean {
  const trace = 1e-3;
  return [0.5, 2, 10, 100, 1000].some((b) => {
    const { r, alpha } = rhythm;
    return lnLikelihoods({ kind, r, alpha, a: (trace * b) / (1 - trace), b }, groups) > lnLikelihood;
  });
}

/**
 * The rhythm of purchases by maximum likelihood (Nelder–Mead on logarithms). Where the best fit says that nobody ever drops out, or
 * that everybody does at once, its parameters mean nothing: that is told, and a rhythm without drop-out (NBD) stands for it.
 * @param kind `mbgnbd` unless asked otherwise: with business customers, one purchase is no proof of being alive
 * @throws RangeError as `checkPurchases`
 */
export function fitRhythm(customers: readonly Purchases[], kind: 'bgnbd' | 'mbgnbd' = 'mbgnbd'): FittedRhythm {
  if (customers.length < leastCustomers)
    return { status: 'insufficientData', customers: customers.length, least: leastCustomers };
  const groups = grouped(customers);
  const ages = customers.reduce((sum, { age }) => sum + age, 0);
  const repeats = customers.reduce((sum, one) => sum + one.repeats, 0);
  const pace = Math.max(1e-6, repeats) / Math.max(1e-6, ages);
  const start = [1, Math.min(1e5, 1 / pace)];
  const simple = fit(groups, customers.length, ([r = 1, alpha = 1]) => ({ kind: 'nbd', r, alpha }), start);
  if (!gainsByDropOut(simple, kind, groups)) return { status: 'ok', ...simple, degenerate: 'no-drop-out' };
  const { rhythm, lnLikelihood: best } = fit(
    groups,
    customers.length,
    ([r = 1, alpha = 1, a = 1, b = 1]) => ({ kind, r, alpha, a, b }),
    [...start, 1, 3],
  );
  if (rhythm.kind === 'nbd') throw new RangeError('A rhythm with drop-out was asked for.');
  const dropOut = rhythm.a / (rhythm.a + rhythm.b);
  const degenerate = dropOut < 1e-3 ? 'no-drop-out' : dropOut > 0.999 ? 'one-and-gone' : null;
  if (degenerate === null) return { status: 'ok', rhythm, lnLikelihood: best, degenerate };
  return { status: 'ok', ...simple, degenerate };
}

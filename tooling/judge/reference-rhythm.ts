import { toDay } from '@milepost/core/calendar/civil-day';
import { purchasesOf } from '@milepost/core/churn/customer-rhythm';
import { fitRhythm } from '@milepost/core/churn/fit-rhythm';
import { lnLikelihoods } from '@milepost/core/churn/likelihood';
import { expectedOfNew, expectedPurchases, type Purchases, pAlive, type Rhythm } from '@milepost/core/churn/rhythm';
import { lnGamma } from '@milepost/core/special/ln-gamma';
import { StatedWrongly } from './options.ts';
import { columnOf, readTable } from './read-table.ts';
import type { Reproduced } from './reference.ts';

type DropOut = Extract<Rhythm, { kind: 'bgnbd' | 'mbgnbd' }>;

const until = toDay('1997-09-30');
/** Table 2 of Fader, Hardie & Lee (2005). */
const published: DropOut = { kind: 'bgnbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** The chance that a new customer buys again so often within a time (Fader, Hardie & Lee 2005, equation 8). */
function chanceOfRepeats({ r, alpha, a, b }: DropOut, repeats: number, time: number): number {
  const lnBeta = (p: number, q: number) => lnGamma(p) + lnGamma(q) - lnGamma(p + q);
  const [stay, share] = [Math.log(alpha / (alpha + time)), Math.log(time / (alpha + time))];
  const term = (n: number) => Math.exp(lnGamma(r + n) - lnGamma(r) - lnGamma(n + 1) + r * stay + n * share);
  const alive = Math.exp(lnBeta(a, b + repeats) - lnBeta(a, b)) * term(repeats);
  if (repeats === 0) return alive;
  const fewer = Array.from({ length: repeats }, (_, n) => term(n)).reduce((sum, one) => sum + one, 0);
  return alive + Math.exp(lnBeta(a + 1, b + repeats - 1) - lnBeta(a, b)) * (1 - fewer);
}

function fitted(customers: readonly Purchases[], kind: DropOut['kind']) {
  const found = fitRhythm(customers, kind);
  if (found.status !== 'ok' || found.rhythm.kind !== kind) throw new StatedWrongly(`No ${kind} can be fitted.`);
  return { rhythm: found.rhythm, lnLikelihood: found.lnLikelihood };
}

const one = (repeats: number, recency: number, age: number): Purchases => ({ repeats, recency, age });

/** The sample of CDNOW: how its customers bought in 39 weeks, and both rhythms learnt from that. */
export async function cdnow(folder: string): Promise<Reproduced> {
  const table = await readTable(`${folder}/cdnow/transactions_weeks_01-39.csv`);
  const summary = await readTable(`${folder}/cdnow/cdnow_customers_summary.csv`);
  const [who, day] = [columnOf(table, 'id_sample'), columnOf(table, 'date')];
  const days = Map.groupBy(table.rows, (row) => row[who] ?? '');
  const bought = new Map(
    [...days].map(([id, rows]) => [
      id,
      purchasesOf(
        rows.map((row) => toDay(row[day] ?? '')),
        until,
      ) as Purchases,
    ]),
  );
  const all = [...bought.values()];
  const { rhythm, lnLikelihood } = fitted(all, 'bgnbd');
  const modified = fitted(all, 'mbgnbd');
  const [id, frequency] = [columnOf(summary, 'ID'), columnOf(summary, 'frequency')];
  const [recency, age] = [columnOf(summary, 'recency'), columnOf(summary, 'T')];
  const rounded = summary.rows.map((row) => one(Number(row[frequency]), Number(row[recency]), Number(row[age])));
  const same = summary.rows.filter(
    (row) => bought.get((row[id] ?? '').padStart(4, '0'))?.repeats === Number(row[frequency]),
  );
  const counted = (some: readonly Purchases[]) => some.map((purchases) => ({ purchases, count: 1 }));
  const best = one(26, 30 + 6 / 7, 31);
  return {
    'cdnow.sample.customers': all.length,
    'cdnow.sample.transactions_calibration': table.rows.length,
    'cdnow.sample.repeat_transactions_calibration': all.reduce((sum, { repeats }) => sum + repeats, 0),
    'cdnow.sample.customers_x0': all.filter(({ repeats }) => repeats === 0).length,
    'cdnow.sample.build_x_equals_summary': same.length / summary.rows.length,
    'cdnow.bgnbd.r': rhythm.r,
    'cdnow.bgnbd.alpha': rhythm.alpha,
    'cdnow.bgnbd.a': rhythm.a,
    'cdnow.bgnbd.b': rhythm.b,
    'cdnow.bgnbd.loglik': lnLikelihood,
    'cdnow.bgnbd.loglik_rounded_summary_file': fitted(rounded, 'bgnbd').lnLikelihood,
    'cdnow.bgnbd.loglik_at_published': lnLikelihoods(published, counted(all)),
    'cdnow.bgnbd.cet_x2': expectedPurchases(rhythm, one(2, 30.43, 38.86), 39),
    'cdnow.bgnbd.cet_1516': expectedPurchases(rhythm, best, 52),
    'cdnow.bgnbd.palive_1516': pAlive(rhythm, best),
    'cdnow.bgnbd.expectation_52': expectedOfNew(rhythm, 52),
    'cdnow.bgnbd.expectation_path': [1 / 7, 1, 3, 31 + 6 / 7, 32, 78].map((time) => expectedOfNew(rhythm, time)),
    'cdnow.bgnbd.pmf_0_39': chanceOfRepeats(published, 0, 39),
    'cdnow.bgnbd.pmf_10_2': chanceOfRepeats(published, 10, 2),
    'cdnow.bgnbd.customers': (expected: unknown) =>
      (expected as readonly { id: string }[]).map((row) => {
        const own = bought.get(row.id) as Purchases;
        const { repeats: x, recency: t_x, age: T } = own;
        const cet39 = expectedPurchases(rhythm, own, 39);
        return { id: row.id, x, t_x, T, p_alive: pAlive(rhythm, own), cet39 };
      }),
    'cdnow.bgnbd.paradox': [5, 10, 15, 20, 25].map((x) => ({
      x,
      cet52: expectedPurchases(rhythm, one(x, 20, 39), 52),
    })),
    'cdnow.bgnbd.mean_palive': all.reduce((sum, own) => sum + pAlive(rhythm, own), 0) / all.length,
    'cdnow.mbgnbd.r': modified.rhythm.r,
    'cdnow.mbgnbd.alpha': modified.rhythm.alpha,
    'cdnow.mbgnbd.a': modified.rhythm.a,
    'cdnow.mbgnbd.b': modified.rhythm.b,
    'cdnow.mbgnbd.loglik': modified.lnLikelihood,
  };
}

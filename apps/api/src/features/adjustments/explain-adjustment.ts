import type { EffectMeasure } from '@milepost/contract/adjustments';
import type { ExplainedView } from '@milepost/contract/explain';
import { derive, record } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { figuresTold } from '../figures/told-store.ts';
import { stretchesAround } from './effect-stretches.ts';
import { adjustments } from './store.ts';
import { accountsTouched, dayOf } from './touched-accounts.ts';

/** Of so many accounts every record is told; of more, what each account had. */
const openedAtMost = 10;

/**
 * How the difference after an adjustment comes about: what was counted at its accounts in the days after it, less what was in as many days
 * before.
 * @throws Failure `not-found` where it is out of sight, and where nothing is measured
 */
export async function explainAdjustment(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { id, measure }: { id: string; measure: EffectMeasure },
): Promise<ExplainedView> {
  const row = await adjustments.find(db, actor, id);
  const stretches = row && stretchesAround(dayOf(row, actor), today);
  const touched = new Set(row ? await accountsTouched(db, actor, row) : []);
  if (!stretches || touched.size === 0) throw new Failure('not-found');
  const part = async (rule: string, { from, to }: { from: string; to: string }): Promise<Why> => {
    const asked = { db, actor, today, asOf: now, query: { from, to, by: 'account' as const } };
    const { rows } = await figuresTold.read(measure, asked);
    const own = rows.flatMap(({ id: accountId, key, value }) =>
      accountId !== null && touched.has(accountId) ? [{ accountId, key, value: value ?? 0 }] : [],
    );
    const args = [];
    for (const { accountId, key, value } of own)
      args.push(
        own.length > openedAtMost
          ? record('account', accountId, value, 'count', key)
          : (await figuresTold.explain(measure, asked, key)).why,
      );
    return derive('sum', { rule, unit: 'count', label: `${from} – ${to}` }, args);
  };
  const why = derive('difference', { rule: 'adjustments.effect', unit: 'count' }, [
    await part('adjustments.after', stretches.after),
    await part('adjustments.before', stretches.before),
  ]);
  return { why, asOf: now };
}

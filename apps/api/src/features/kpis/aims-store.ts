import { derive, record } from '@milepost/core/explain/derive';
import type { AimedMeasure } from '@milepost/core/scorecard/scorecard-measures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { figureOf, unitsOf, whyFigureOf } from '../figures/units-store.ts';
import type { Asked, Wanted } from '../targets/wanted-store.ts';
import { kpis } from './store.ts';

/** The kind of period that a stretch of a year is. */
const kindOf = ({ from, to, period }: Asked): 'month' | 'quarter' | 'year' =>
  period === 'year' ? 'year' : from.slice(0, 7) === to.slice(0, 7) ? 'month' : 'quarter';

/**
 * Where everybody in sight stands with a measure whose aim the KPI of their role says: the one of this kind of period, or else another that
 * is in force, since none of these measures grows with the time that it is counted in.
 * @throws Failure `mixed-currencies`
 */
export async function aimedAt(db: Db, actor: Actor, measure: AimedMeasure, asked: Asked): Promise<Wanted> {
  const { on, from, to, today, now } = asked;
  const inForce = (await kpis.inForce(db, actor.orgId, on)).filter(
    (row) => row.measure === measure && row.aim !== null,
  );
  const kpiOf = (role: string | undefined) => {
    const own = inForce.filter((row) => row.role === role);
    return own.find(({ period }) => period === kindOf(asked)) ?? own[0];
  };
  const figure = { db, actor, today, asOf: now, query: { from, to, by: 'rep' as const } };
  const { rows } = await figureOf(measure, figure);
  const rowOf = (id: string) => rows.find((row) => row.id === id);
  const unit = unitsOf[measure];
  return {
    of: ({ id, role }) => ({ actual: rowOf(id)?.value ?? null, target: kpiOf(role)?.aim ?? null }),
    async why({ id, role }) {
      const [row, kpi] = [rowOf(id), kpiOf(role)];
      return {
        actual: row && row.value !== null ? (await whyFigureOf(measure, figure, row.key)).why : null,
        target: kpi
          ? derive('max', { rule: 'scorecard.aim', unit }, [record('kpi', kpi.id, kpi.aim as number, unit)])
          : null,
      };
    },
  };
}

import { monthsOf } from '@milepost/contract/calendar';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { type AdditiveMeasure, isRate, type RateMeasure, type TargetMeasure } from '@milepost/core/targets/measures';
import { rateFor, type StatedRate, WHOLE_BP } from '@milepost/core/targets/rate-target';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { reachedRates } from '../figures/rates-store.ts';
import { reachedBy } from './attainment.ts';
import { actualWhy, quotaWhy } from './explain-attainment.ts';
import { teamsAbove } from './rate-view.ts';
import { rates, statedOf } from './rates-store.ts';
import { targets } from './store.ts';

/** Which published targets are meant: those that count on a day, in a stretch of whole months of its fiscal year. */
export type Asked = {
  fiscalYear: number;
  on: string;
  from: string;
  to: string;
  /** Of a share: the year, or the quarter that holds the stretch. */
  period: StatedRate['period'];
  today: string;
  now: string;
};

/** What is wanted of somebody, and what was reached; null where nobody has said, or nothing was counted. */
export type Standing = { actual: number | null; target: number | null };
export type Whose = { id: string; teamId: string | null; role?: string };

/** A measure for everybody in sight: where each of them stands, and how it comes about. */
export type Wanted = {
  of(person: Whose): Standing;
  why(person: Whose): Promise<{ actual: Why | null; target: Why | null }>;
};

async function additive(db: Db, actor: Actor, measure: AdditiveMeasure, asked: Asked): Promise<Wanted> {
  const { fiscalYear, on, from, to } = asked;
  const row = await targets.published(db, actor.orgId, { fiscalYear, day: on, measure });
  const months = monthsOf(actor.organisation, fiscalYear);
  const quotas = new Map<string, number>();
  for (const cell of row ? await targets.cells(db, actor.orgId, row.id) : []) {
    const month = months[cell.month - 1];
    if (month && month.from >= from && month.to <= to && reaches(actor, cell.person_id))
      quotas.set(cell.person_id, (quotas.get(cell.person_id) ?? 0) + cell.amount_minor);
  }
  const reached = await reachedBy(db, actor, measure, { from, to });
  // Nobody is known to have reached nothing before a target says that it is counted.
  const of = ({ id }: Whose): Standing => ({
    actual: reached.get(id)?.actual ?? (quotas.has(id) ? 0 : null),
    target: quotas.get(id) ?? null,
  });
  return {
    of,
    async why(person) {
      const { actual, target } = of(person);
      const span = { from, to, personId: person.id };
      return {
        actual: actual === null ? null : await actualWhy(db, actor, measure, span, actual),
        target: target === null || !row ? null : await quotaWhy(db, actor, { targetIds: [row.id], ...span }, 'base'),
      };
    },
  };
}

async function rate(db: Db, actor: Actor, measure: RateMeasure, asked: Asked): Promise<Wanted> {
  const { fiscalYear, on, from, to, period, today, now } = asked;
  const row = await targets.published(db, actor.orgId, { fiscalYear, day: on, measure });
  const stated = row ? (await rates.of(db, row)).map(statedOf) : [];
  const above = await teamsAbove(db, actor);
  const reached = reachedRates(db, actor, measure, { today, now });
  const each = await reached.each('person', { from, to });
  const wanted = ({ id, teamId }: Whose) => rateFor(stated, { personId: id, teamIds: above(teamId), period });
  const of = (person: Whose): Standing => {
    const found = wanted(person);
    return { actual: each.get(person.id)?.value ?? null, target: found && found.shareBp / WHOLE_BP };
  };
  return {
    of,
    async why(person) {
      const found = wanted(person);
      const { actual } = of(person);
      const share = (bp: number) =>
        derive('quotient', { rule: 'rate.share', unit: 'ratio' }, [
          stored('target-rate', `${row?.id}:${person.id}`, bp, 'count'),
          stored('rate', 'whole', WHOLE_BP, 'count'),
        ]);
      return {
        actual: actual === null ? null : (await reached.explain({ kind: 'person', id: person.id }, { from, to })).why,
        target: found && share(found.shareBp),
      };
    },
  };
}

/**
 * Where everybody in sight stands with a measure, by what is published of it.
 * @throws Failure `missing-rate`, `mixed-currencies`
 */
export const wantedOf = (db: Db, actor: Actor, measure: TargetMeasure, asked: Asked): Promise<Wanted> =>
  isRate(measure) ? rate(db, actor, measure, asked) : additive(db, actor, measure, asked);

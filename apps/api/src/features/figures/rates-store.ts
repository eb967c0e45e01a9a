import type { ExplainedView } from '@milepost/contract/explain';
import type { FigureView } from '@milepost/contract/figures';
import type { RateMeasure } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { registry } from './registry.ts';

type Span = { from: string; to: string };
/** Of whom a rate is: all in sight, a team, or a person. */
export type RateHolder = { kind: 'all' | 'team' | 'person'; id: string | null };

/** A rate of somebody: its value, what was counted, and its interval. */
export type ReachedRate = Pick<FigureView, 'counts' | 'interval'> & { value: number | null };

const by = { all: undefined, team: 'team', person: 'rep' } as const;

/** What was reached of a rate between two days, counted anew for all in sight, each team and each person. */
export function reachedRates(
  db: Db,
  actor: Actor,
  measure: RateMeasure,
  { today, now }: { today: string; now: string },
) {
  const asked = (kind: RateHolder['kind'], { from, to }: Span) => ({
    ...{ db, actor, today, asOf: now },
    query: { from, to, ...(by[kind] ? { by: by[kind] } : {}) },
  });
  return {
    async all(span: Span): Promise<ReachedRate> {
      const { total, counts, interval } = await registry[measure].read(asked('all', span));
      return { value: total, counts, interval };
    },

    async each(kind: 'team' | 'person', span: Span): Promise<ReadonlyMap<string, ReachedRate>> {
      const { rows } = await registry[measure].read(asked(kind, span));
      return new Map(
        rows.flatMap(({ id, value, counts, interval }): [string, ReachedRate][] =>
          id === null ? [] : [[id, { value, counts: counts ?? null, interval: interval ?? null }]],
        ),
      );
    },

    /** @throws Failure `not-found` where nothing was counted */
    async explain({ kind, id }: RateHolder, span: Span): Promise<ExplainedView> {
      const ask = asked(kind, span);
      if (kind === 'all') return registry[measure].explain(ask, undefined);
      const { rows } = await registry[measure].read(ask);
      return registry[measure].explain(ask, rows.find((row) => row.id === id)?.key ?? '\n');
    },
  };
}

import { type Year, yearOf } from '../pacing/year-store.ts';
import { targets } from '../targets/store.ts';
import { tally } from './tally-reader-store.ts';
import type { Shown } from './tile.ts';

const money = ['revenue', 'org_revenue'] as const;

/** What the fiscal year has reached, read from sums: the same figures as the page of pace. */
export const yearShown = ({ db, actor, today }: Pick<Shown, 'db' | 'actor' | 'today'>): Promise<Year> =>
  yearOf(db, actor, today, {
    reachedBy: () => ({
      byMonth: (span) => tally.byMonth(db, actor, money, span),
      counts: (span) => tally.byMonth(db, actor, ['sales'], span),
    }),
    plan: (row, underWay) => targets.plannedByMonth(db, actor, row, underWay),
  });

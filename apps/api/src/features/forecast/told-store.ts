import type { ExplainedView } from '@milepost/contract/explain';
import type { ForecastWhyQuery, MovementView, MovementWhyQuery } from '@milepost/contract/forecast';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { explainForecast } from './explain-forecast.ts';
import { wholeScope } from './forecast-scopes.ts';
import { explainMovement, readMovement } from './read-movement.ts';
import { snapshots } from './snapshot-store.ts';

/** As many weeks as the movement of a pipeline can be told of. */
const weeksBack = 26;

/** What the page of the forecast tells of the quarter of a day, for other features: of all in sight, with the same derivations. */
export const forecastTold = {
  /** The last snapshot before a day; null where there is none. */
  snapshotBefore: async (db: Db, orgId: string, day: string): Promise<string | null> =>
    (await snapshots.days(db, orgId, weeksBack)).find((taken) => taken < day) ?? null,

  movement: (db: Db, actor: Actor, today: string, since: string | null): Promise<MovementView> =>
    readMovement(db, actor, today, { period: 'quarter', by: 'rep', scopeId: '', ...(since ? { since } : {}) }),

  explainMovement: (
    db: Db,
    actor: Actor,
    at: { today: string; now: string },
    { figure, since }: { figure: MovementWhyQuery['figure']; since: string | null },
  ): Promise<ExplainedView> =>
    explainMovement(db, actor, at, { figure, period: 'quarter', by: 'rep', scopeId: '', ...(since ? { since } : {}) }),

  explain(
    db: Db,
    actor: Actor,
    at: { today: string; now: string },
    figure: ForecastWhyQuery['figure'],
  ): Promise<ExplainedView> {
    const { scopeKind, scopeId } = wholeScope(actor);
    return explainForecast(db, actor, at, { figure, scopeKind, scopeId, period: 'quarter', by: 'rep' });
  },
};

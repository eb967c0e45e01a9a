import { fiscalLabel } from '@milepost/contract/calendar';
import type { ForecastQuery, ForecastView } from '@milepost/contract/forecast';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { keptUntilChange } from '../changes/kept-until-change-store.ts';
import { forecastFacts } from './forecast-facts.ts';
import { forecastRow } from './forecast-row.ts';
import { type ForecastScope, isOf } from './forecast-scopes.ts';
import { overrides, submissions } from './store.ts';
import { overrideViews, submissionViews } from './views.ts';

/** A row has the track of its method: some thousands of them are some tens of megabytes. */
const kept = keptUntilChange<ForecastView>({ room: 5000, sizeOf: ({ rows }) => rows.length + 1 });

/** The forecast of a period by rep or team and of all in sight; not made again while nothing has changed. @throws Failure `missing-rate` */
export const readForecast = (db: Db, actor: Actor, today: string, query: ForecastQuery): Promise<ForecastView> =>
  kept(db, actor, [today, query], () => makeForecast(db, actor, today, query));

async function makeForecast(db: Db, actor: Actor, today: string, query: ForecastQuery): Promise<ForecastView> {
  const facts = await forecastFacts(db, actor, today, query);
  const [held, stood] = await Promise.all([
    overrides.ofPeriod(db, actor, facts),
    submissions.ofPeriod(db, actor, facts),
  ]);
  const [overrideOf, submissionOf] = [
    await overrideViews(db, actor, held),
    await submissionViews(db, actor, stood, facts.deals),
  ];
  const isOfScope =
    ({ scopeKind, scopeId }: ForecastScope) =>
    (said: { scopeKind: string; scopeId: string }): boolean =>
      said.scopeKind === scopeKind && said.scopeId === scopeId;
  const rowOf = (scope: ForecastScope) =>
    forecastRow(facts, scope, actor, {
      override: overrideOf.findLast(isOfScope(scope)) ?? null,
      submission: submissionOf.findLast(isOfScope(scope)) ?? null,
    });
  const open = facts.deals.filter((deal) => deal.state === 'open' && isOf(facts.whole, deal.ownerId, actor));
  return {
    from: facts.from,
    to: facts.to,
    asOf: facts.asOf,
    periodLabel: fiscalLabel(actor.organisation, facts.from),
    currency: actor.organisation.currency,
    rows: facts.scopes.map(rowOf),
    total: rowOf(facts.whole),
    overdue: open.filter(({ isInPeriod, isOverdue }) => isInPeriod && isOverdue).length,
    withoutCloseDay: open.filter(({ expectedCloseOn }) => expectedCloseOn === null).length,
  };
}

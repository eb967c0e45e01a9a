import { fiscalLabel } from '@milepost/contract/calendar';
import type { ForecastQuery, ForecastView } from '@milepost/contract/forecast';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { forecastFacts } from './forecast-facts.ts';
import { forecastRow } from './forecast-row.ts';
import { type ForecastScope, isOf } from './forecast-scopes.ts';
import { overrides, submissions } from './store.ts';
import { overrideViews, submissionViews } from './views.ts';

/** The forecast of a period by rep or team and of all in sight. @throws Failure `missing-rate` */
export async function readForecast(db: Db, actor: Actor, today: string, query: ForecastQuery): Promise<ForecastView> {
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

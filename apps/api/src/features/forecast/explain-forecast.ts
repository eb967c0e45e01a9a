import type { ExplainedView } from '@milepost/contract/explain';
import type { ForecastWhyQuery } from '@milepost/contract/forecast';
import { toDay } from '@milepost/core/calendar/civil-day';
import { derive, record } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { ForecastCategory } from '@milepost/core/forecast/forecast-category';
import { pipelineForecast } from '@milepost/core/forecast/pipeline-forecast';
import { salesHistory } from '@milepost/core/forecast/sales-history';
import { endWhy, methodWhy } from '@milepost/core/forecast/why-forecast';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { creditLines } from '../figures/store.ts';
import { type ForecastFacts, forecastFacts, livesOf, openOf, soldOf } from './forecast-facts.ts';
import { restOf } from './forecast-row.ts';
import { type ForecastScope, isOf } from './forecast-scopes.ts';

const money = (rule: string) => ({ rule: `forecast.${rule}`, unit: 'money' }) as const;

/** What is in the books of the period, credit by credit, in the organisation's currency. */
async function closedWhy(db: Db, actor: Actor, facts: ForecastFacts, scope: ForecastScope): Promise<Why> {
  const credits = (await creditLines(db, actor, { from: facts.from, to: facts.asOf, by: 'rep' })).filter(({ group }) =>
    isOf(scope, group, actor),
  );
  const names = await namesOf(db, actor, {
    product: credits.map((one) => one.productId),
    account: credits.map((one) => one.accountId),
  });
  const home = actor.organisation.currency;
  const months = [...Map.groupBy(credits, ({ day }) => day.slice(0, 7))].map(([label, some]) =>
    derive(
      'sum',
      { ...money('closed-month'), label },
      some.map((one) =>
        record(
          'credit',
          one.id,
          one.currency === home ? one.revenue : (one.orgRevenue ?? 0),
          'money',
          [one.day, nameOf(names.product, one.productId)?.name, nameOf(names.account, one.accountId)?.name]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
    ),
  );
  return derive('sum', money('closed'), months);
}

/**
 * How one figure of a forecast comes about, down to credits, deals and the books of days.
 * @throws Failure `not-found` for a number that is not there or a figure that is unknown
 */
export async function explainForecast(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { figure, scopeKind, scopeId, ...query }: ForecastWhyQuery,
): Promise<ExplainedView> {
  const facts = await forecastFacts(db, actor, today, query);
  const scope = [facts.whole, ...facts.scopes].find((one) => one.scopeKind === scopeKind && one.scopeId === scopeId);
  if (!scope) throw new Failure('not-found');
  const open = openOf(facts, scope, actor);
  const sumOf = (category: ForecastCategory): Why =>
    derive(
      'sum',
      money(category === 'pipeline' ? 'pipeline-category' : category),
      open.flatMap(({ id, name, here, category: own }) =>
        own === category && here !== null ? [record('opportunity', id, here, 'money', name)] : [],
      ),
    );
  const closed = () => closedWhy(db, actor, facts, scope);
  const withoutAmount = (categories: readonly ForecastCategory[]) => {
    const count = open.filter((deal) => categories.includes(deal.category) && deal.here === null).length;
    return count === 0 ? {} : { leftOut: [{ reason: 'deal-without-amount', count }] };
  };
  switch (figure) {
    case 'closed':
      return { why: await closed(), asOf: now };
    case 'commit':
    case 'best':
    case 'pipeline':
    case 'omitted':
      return { why: sumOf(figure), asOf: now, ...withoutAmount([figure]) };
    case 'commitForecast':
      return {
        why: derive('sum', money('commit-forecast'), [await closed(), sumOf('commit')]),
        asOf: now,
        ...withoutAmount(['commit']),
      };
    case 'bestForecast':
      return {
        why: derive('sum', money('best-forecast'), [await closed(), sumOf('commit'), sumOf('best')]),
        asOf: now,
        ...withoutAmount(['commit', 'best']),
      };
    default: {
      const rest = restWhy(facts, scope, actor, figure);
      if (rest === null) throw new Failure('not-found');
      const rule = figure === 'forecast' ? 'landing' : `landing-${figure}`;
      const exact = derive('sum', money('closed-and-rest'), [await closed(), rest]);
      return { why: derive('round', money(rule), [exact]), asOf: now };
    }
  }
}

/** What the chosen method says of the days left, or an end of its interval; null where there is no forecast. */
function restWhy(
  facts: ForecastFacts,
  scope: ForecastScope,
  actor: Actor,
  figure: 'forecast' | 'low' | 'high',
): Why | null {
  const said = restOf(facts, scope, actor);
  const history = salesHistory(soldOf(facts, scope, actor), toDay(facts.asOf));
  if (said === null || history === null || facts.horizon === null) return null;
  const deals = livesOf(facts, scope, actor);
  const names = new Map(facts.deals.map(({ id, name }) => [id, name]));
  const rest = methodWhy(said.method, {
    history,
    horizon: facts.horizon,
    pipeline: deals.length === 0 ? null : pipelineForecast(deals, { asOf: history.last, horizon: facts.horizon }),
    nameOf: (id) => names.get(id),
  });
  return rest === null || figure === 'forecast' ? rest : endWhy(rest, said, figure);
}

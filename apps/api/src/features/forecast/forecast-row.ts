import type { ForecastModel, ForecastRow, OverrideView, SubmissionView } from '@milepost/contract/forecast';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { rollUp } from '@milepost/core/forecast/forecast-category';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { type ForecastFacts, livesOf, openOf, soldOf } from './forecast-facts.ts';
import type { ForecastScope } from './forecast-scopes.ts';
import { keptForecast } from './kept-forecasts.ts';

/** What is in the books of the period by the day. */
export function closedOf(facts: ForecastFacts, scope: ForecastScope, actor: Actor): number {
  const from = toDay(facts.from);
  return soldOf(facts, scope, actor).reduce((sum, { day, amount }) => sum + (day >= from ? amount : 0), 0);
}

/** The forecast of core for the days of the period that are left; null where nothing was ever sold, or no day is left. */
export function restOf(facts: ForecastFacts, scope: ForecastScope, actor: Actor) {
  if (facts.horizon === null || facts.horizon === 0) return null;
  const said = keptForecast({
    sales: soldOf(facts, scope, actor),
    deals: livesOf(facts, scope, actor),
    asOf: toDay(facts.asOf),
    horizon: facts.horizon,
  });
  return said.status === 'ok' ? said : null;
}

function modelOf(facts: ForecastFacts, scope: ForecastScope, actor: Actor, closed: number): ForecastModel | null {
  const rest = restOf(facts, scope, actor);
  if (rest === null) return null;
  return {
    method: rest.method,
    value: Math.round(closed + rest.forecast),
    low: Math.round(closed + rest.low),
    high: Math.round(closed + rest.high),
    conf: rest.conf,
    calibration: rest.calibration.kind,
    origins: rest.calibration.origins,
    wape: rest.wape,
    bias: rest.bias,
    coverage: rest.coverage,
    candidates: rest.candidates.map(({ name, forecast, wape, origins }) => ({
      method: name,
      value: Math.round(closed + forecast),
      wape,
      origins,
    })),
    track: rest.track.map(({ origin, method, forecast, low, high, actual, calibration }) => ({
      origin: toIso(origin),
      method,
      forecast: Math.round(forecast),
      low: Math.round(low),
      high: Math.round(high),
      actual: Math.round(actual),
      calibration,
    })),
  };
}

/** May the actor hold a number against the model: one who leads whose number it is? */
export const mayOverride = (actor: Actor, { persons }: ForecastScope): boolean =>
  actor.role !== 'rep' && (persons === undefined || [...persons].every((id) => reaches(actor, id)));

/** May the actor stand for a number: of themselves, or of those whom they lead? */
export const maySubmit = (actor: Actor, scope: ForecastScope): boolean =>
  scope.scopeKind === 'person' ? scope.scopeId === actor.personId : mayOverride(actor, scope);

/** The numbers of one scope side by side: books, categories, model, override, submission. */
export function forecastRow(
  facts: ForecastFacts,
  scope: ForecastScope,
  actor: Actor,
  said: { override: OverrideView | null; submission: SubmissionView | null },
): ForecastRow {
  const closed = closedOf(facts, scope, actor);
  const deals = openOf(facts, scope, actor).map(({ category, here }) => ({ category, amount: here }));
  const { scopeKind, scopeId, name } = scope;
  return {
    scopeKind,
    scopeId,
    name,
    closed,
    ...rollUp(closed, deals),
    model: modelOf(facts, scope, actor, closed),
    ...said,
    mayOverride: mayOverride(actor, scope),
    maySubmit: maySubmit(actor, scope),
  };
}

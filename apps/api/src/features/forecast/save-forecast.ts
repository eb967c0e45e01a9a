import type { NewOverride, NewSubmission, OverridePatch } from '@milepost/contract/forecast';
import { forecastPeriods } from '@milepost/contract/forecast';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { ForecastOverrideTable, ForecastSubmissionTable } from '../../db/tables/forecast.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { type ForecastFacts, forecastFacts, openOf, periodOf } from './forecast-facts.ts';
import { mayOverride, maySubmit } from './forecast-row.ts';
import type { ForecastScope } from './forecast-scopes.ts';
import { overrides, submissions } from './store.ts';
import { asSubmitted } from './views.ts';

/**
 * The facts of the period that is meant, and the scope among them.
 * @throws Failure `invalid-input` where the days are no fiscal period, `not-found` where the number is not the actor's to say
 */
async function meant(
  deps: Deps,
  db: Deps['db'],
  actor: Actor,
  { scopeKind, scopeId, from, to }: NewOverride | NewSubmission,
): Promise<{ facts: ForecastFacts; scope: ForecastScope }> {
  const today = deps.clock.today(actor.organisation.timeZone);
  const period = forecastPeriods.find((one) => {
    const found = periodOf(actor, today, { period: one, on: from });
    return found.from === from && found.to === to;
  });
  if (period === undefined)
    throw new Failure(
      'invalid-input',
      fieldIssue('/from', 'no-period', 'not the first and last day of a fiscal period'),
    );
  const by = scopeKind === 'team' ? 'team' : 'rep';
  const facts = await forecastFacts(db, actor, today, { period, on: from, by });
  const scope = [facts.whole, ...facts.scopes].find((one) => one.scopeKind === scopeKind && one.scopeId === scopeId);
  if (!scope) throw new Failure('not-found');
  return { facts, scope };
}

const numberOf = (actor: Actor, { scopeKind, scopeId, from, to, amountMinor }: NewOverride | NewSubmission) => ({
  scope_kind: scopeKind,
  scope_id: scopeId,
  from_day: from,
  to_day: to,
  amount_minor: amountMinor,
  currency: actor.organisation.currency,
});

/** Holds a number against the model, with the reason; that of the model stands beside it. Repeated with the same id it is made once. */
export const createOverride = (deps: Deps, actor: Actor, input: NewOverride) =>
  deps.transact(actor, async (work): Promise<{ row: ForecastOverrideTable; isNew: boolean }> => {
    const { scope } = await meant(deps, work.db, actor, input);
    if (!mayOverride(actor, scope)) throw new Failure('not-allowed');
    return overrides.create(work, {
      id: input.id,
      ...numberOf(actor, input),
      owner_id: actor.personId,
      about_id: input.scopeKind === 'person' ? input.scopeId : null,
      reason: input.reason,
    });
  });

/** Only who holds the number changes it, or who leads them. */
async function demandHolder(db: Deps['db'], actor: Actor, id: string): Promise<void> {
  const row = await overrides.get(db, actor, id);
  const isHeld = row.owner_id === actor.personId || actor.reach === 'all';
  const isLed =
    actor.role !== 'rep' && row.owner_id !== null && actor.reach !== 'all' && actor.reach.includes(row.owner_id);
  if (!isHeld && !isLed) throw new Failure('not-allowed');
}

export const changeOverride = (deps: Deps, actor: Actor, id: string, seen: number, patch: OverridePatch) =>
  deps.transact(actor, async (work) => {
    await demandHolder(work.db, actor, id);
    return overrides.update(work, id, seen, {
      ...(patch.amountMinor === undefined ? {} : { amount_minor: patch.amountMinor }),
      ...(patch.reason === undefined ? {} : { reason: patch.reason }),
    });
  });

/** Takes the number back: that of the model stands alone again. */
export const withdrawOverride = (deps: Deps, actor: Actor, id: string, seen: number) =>
  deps.transact(actor, async (work) => {
    await demandHolder(work.db, actor, id);
    return overrides.archive(work, id, seen);
  });

/** Stands for a number; the deals of the period are kept as they are, so that it shows when one of them moves. */
export const submitForecast = (deps: Deps, actor: Actor, input: NewSubmission) =>
  deps.transact(actor, async (work): Promise<{ row: ForecastSubmissionTable; isNew: boolean }> => {
    const { facts, scope } = await meant(deps, work.db, actor, input);
    if (!maySubmit(actor, scope)) throw new Failure('not-allowed');
    return submissions.create(work, {
      id: input.id,
      ...numberOf(actor, input),
      person_id: actor.personId,
      note: input.note ?? null,
      deals: toJson(openOf(facts, scope, actor).map(asSubmitted)),
    });
  });

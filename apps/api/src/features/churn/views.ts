import type { ChurnAlertView, ChurnFactsView, ChurnOverrideView, RenewalView } from '@milepost/contract/churn';
import type { PlanStep, WinBackTemplateView, WinBackView } from '@milepost/contract/win-back';
import type { ChurnSign } from '@milepost/core/churn/alert';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type {
  ChurnAlertTable,
  ChurnOverrideTable,
  RenewalTable,
  WinBackTable,
  WinBackTemplateTable,
} from '../../db/tables/churn.ts';
import { activities } from '../activities/store.ts';
import { winBacks } from './store.ts';

export async function alertViews(db: Db, actor: Actor, rows: readonly ChurnAlertTable[]): Promise<ChurnAlertView[]> {
  const names = await namesOf(db, actor, {
    account: rows.map((row) => row.account_id),
    person: rows.map((row) => row.owner_id),
  });
  const plans = await winBacks.ofAlerts(
    db,
    actor.orgId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const plan = plans.get(row.id)?.[0];
    return {
      ...recordFields(row),
      account: nameOf(names.account, row.account_id),
      owner: nameOf(names.person, row.owner_id),
      ...{ openedOn: row.opened_on, status: row.status, closedOn: row.closed_on, ending: row.ending },
      signs: fromJson<ChurnSign[]>(row.signs),
      facts: fromJson<ChurnFactsView>(row.facts),
      score: row.score,
      winBack: plan ? { id: plan.id, status: plan.status } : null,
    };
  });
}

/** Overrides as they stand on a day. */
export const overrideViewsOn =
  (day: (actor: Actor) => string) =>
  async (db: Db, actor: Actor, rows: readonly ChurnOverrideTable[]): Promise<ChurnOverrideView[]> => {
    const names = await namesOf(db, actor, {
      account: rows.map((row) => row.account_id),
      person: rows.map((row) => row.by_id),
    });
    return rows.map((row) => ({
      ...recordFields(row),
      account: nameOf(names.account, row.account_id),
      ...{ verdict: row.verdict, reason: row.reason, untilDay: row.until_day },
      by: nameOf(names.person, row.by_id),
      isInForce: row.archived_at === null && row.until_day >= day(actor),
    }));
  };

export async function renewalViews(db: Db, actor: Actor, rows: readonly RenewalTable[]): Promise<RenewalView[]> {
  const names = await namesOf(db, actor, {
    account: rows.map((row) => row.account_id),
    person: rows.map((row) => row.owner_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    account: nameOf(names.account, row.account_id),
    owner: nameOf(names.person, row.owner_id),
    ...{ name: row.name, endsOn: row.ends_on, nth: row.nth, outcome: row.outcome },
    ...{ amountMinor: row.amount_minor, currency: row.currency, decidedOn: row.decided_on },
  }));
}

export const templateViews = async (
  _: Db,
  __: Actor,
  rows: readonly WinBackTemplateTable[],
): Promise<WinBackTemplateView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    ...{ name: row.name, offer: row.offer, costMinor: row.cost_minor },
    steps: fromJson<PlanStep[]>(row.steps),
  }));

export async function winBackViews(db: Db, actor: Actor, rows: readonly WinBackTable[]): Promise<WinBackView[]> {
  const steps = new Map<string, WinBackView['steps']>();
  const people: (string | null)[] = rows.flatMap((row) => [row.owner_id, row.answerable_id]);
  const found = await Promise.all(
    rows.map(async (row) => {
      const own = await Promise.all(fromJson<string[]>(row.step_ids).map((id) => activities.find(db, actor, id)));
      return { id: row.id, own: own.filter((step) => step !== undefined) };
    }),
  );
  people.push(...found.flatMap(({ own }) => own.map(({ person_id }) => person_id)));
  const names = await namesOf(db, actor, {
    account: rows.map((row) => row.account_id),
    person: people,
    win_back_template: rows.map((row) => row.template_id),
  });
  for (const { id, own } of found)
    steps.set(
      id,
      own.map((step) => ({
        ...{ id: step.id, version: step.version, name: step.subject, kind: step.kind },
        ...{ dueOn: step.deadline_on ?? step.on_day, isDone: isSet(step.is_done) },
        person: nameOf(names.person, step.person_id),
      })),
    );
  return rows.map((row) => ({
    ...recordFields(row),
    alertId: row.alert_id,
    account: nameOf(names.account, row.account_id),
    owner: nameOf(names.person, row.owner_id),
    answerable: nameOf(names.person, row.answerable_id),
    template: nameOf(names.win_back_template, row.template_id),
    ...{ offer: row.offer, costMinor: row.cost_minor, currency: row.currency },
    ...{ begunOn: row.begun_on, dueOn: row.due_on, status: row.status, note: row.note, closedOn: row.closed_on },
    steps: steps.get(row.id) ?? [],
  }));
}

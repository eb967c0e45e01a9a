import type { NewWinBack, WinBackOutcome, WinBackPatch } from '@milepost/contract/win-back';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { permitOwner } from '../../auth/permit.ts';
import { fromJson, isSet, toJson } from '../../db/columns.ts';
import type { WinBackTable } from '../../db/tables/churn.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { planActivity } from '../activities/log-store.ts';
import { activities } from '../activities/store.ts';
import { alerts, lockChurn, winBacks, winBackTemplates } from './store.ts';

/** The owner of the customer answers for the plan, or who begins it. */
async function answerableOf(work: Work, ownerId: string | null, asked: string | undefined): Promise<string> {
  const chosen = asked ?? (ownerId !== null && reaches(work.actor, ownerId) ? ownerId : undefined);
  const { ownerId: permitted } = await permitOwner(work.db, work.actor, chosen);
  if (permitted === null)
    throw new Failure('owner-unknown', fieldIssue('/answerableId', 'missing', 'somebody has to answer for it'));
  return permitted;
}

/**
 * Begins a plan for a customer of whom there is a warning: its steps become tasks of who answers for it, so they arrive in their day.
 * @throws Failure `alert-closed`, `win-back-running`, `reference-unknown`, `owner-unknown`
 */
export const beginWinBack = (deps: Deps, actor: Actor, input: NewWinBack) =>
  deps.transact(actor, async (work) => {
    await lockChurn(work);
    const there = await winBacks.find(work.db, actor, input.id);
    if (there) return { row: there, isNew: false };
    const alert = await alerts.find(work.db, actor, input.alertId);
    if (!alert) throw new Failure('reference-unknown', fieldIssue('/alertId', 'unknown', 'no such warning'));
    if (alert.status !== 'open') throw new Failure('alert-closed');
    const plans = (await winBacks.ofAlerts(work.db, actor.orgId, [alert.id])).get(alert.id) ?? [];
    if (plans.some(({ status }) => status === 'running')) throw new Failure('win-back-running');
    if (input.templateId && !(await winBackTemplates.find(work.db, actor, input.templateId)))
      throw new Failure('reference-unknown', fieldIssue('/templateId', 'unknown', 'no such template'));
    const account = await accounts.get(work.db, actor, alert.account_id);
    const answerableId = await answerableOf(work, account.owner_id, input.answerableId);
    for (const step of input.steps)
      await planActivity(work, {
        ...{ id: step.id, kind: step.kind, subject: step.name, on_day: step.dueOn, deadline_on: step.dueOn },
        ...{ lane: 'urgent', account_id: account.id, person_id: answerableId },
        ...{ owner_id: account.owner_id, backup_id: account.backup_id },
      });
    return winBacks.create(work, {
      id: input.id,
      alert_id: alert.id,
      account_id: account.id,
      owner_id: account.owner_id,
      backup_id: account.backup_id,
      answerable_id: answerableId,
      template_id: input.templateId ?? null,
      offer: input.offer,
      cost_minor: input.costMinor,
      currency: actor.organisation.currency,
      begun_on: deps.clock.today(actor.organisation.timeZone),
      due_on: input.dueOn,
      status: 'running',
      note: null,
      closed_on: null,
      step_ids: toJson(input.steps.map(({ id }) => id)),
    });
  });

function demandRunning(row: WinBackTable): void {
  if (row.status !== 'running') throw new Failure('win-back-ended');
}

/** Changes a plan under way; its steps are changed where they are, in the day of who does them. */
export const changeWinBack = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { offer, dueOn, costMinor }: WinBackPatch,
): Promise<WinBackTable> =>
  deps.transact(actor, async (work) => {
    demandRunning(await winBacks.get(work.db, actor, id));
    return winBacks.update(work, id, seen, {
      ...(offer === undefined ? {} : { offer }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      ...(costMinor === undefined ? {} : { cost_minor: costMinor }),
    });
  });

/**
 * What came of a plan. Steps that were not done are not to be done any more; won back or lost settles the warning, a plan that was
 * dropped leaves it open for another.
 * @throws Failure `win-back-ended`
 */
export const endWinBack = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { status, note }: WinBackOutcome,
): Promise<WinBackTable> =>
  deps.transact(actor, async (work) => {
    await lockChurn(work);
    const row = await winBacks.get(work.db, actor, id);
    demandRunning(row);
    const today = deps.clock.today(actor.organisation.timeZone);
    const ended = await winBacks.update(work, id, seen, { status, note, closed_on: today }, { action: 'closed' });
    for (const stepId of fromJson<string[]>(row.step_ids)) {
      const step = await activities.find(work.db, actor, stepId);
      if (step && !isSet(step.is_done) && step.archived_at === null)
        await activities.archive(work, step.id, step.version);
    }
    const alert = await alerts.find(work.db, actor, row.alert_id);
    if (status !== 'dropped' && alert?.status === 'open')
      await alerts.update(
        work,
        alert.id,
        alert.version,
        { status: 'closed', closed_on: today, ending: 'settled' },
        { action: 'closed' },
      );
    return ended;
  });

/** Takes a plan that came to an end out of the lists. @throws Failure `win-back-running` */
export const archiveWinBack = (deps: Deps, actor: Actor, id: string, seen: number): Promise<WinBackTable> =>
  deps.transact(actor, async (work) => {
    if ((await winBacks.get(work.db, actor, id)).status === 'running') throw new Failure('win-back-running');
    return winBacks.archive(work, id, seen);
  });

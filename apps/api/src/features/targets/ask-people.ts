import type { QuotaAnswer, QuotaUpheld } from '@milepost/contract/quotas';
import { type Answer, answersOf, type StepKind, statusOf } from '@milepost/core/targets/answers';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { demandEditor, demandPlanner, isAsked } from './may-edit.ts';
import { demandBalance } from './publish-target.ts';
import { stepOf, steps } from './steps-store.ts';
import { targets } from './store.ts';
import { personsOf } from './whole-sight-store.ts';

const seenRow = async (work: Work, id: string, seen: number): Promise<TargetTable> => {
  const row = await targets.get(work.db, work.actor, id);
  if (row.version !== seen) throw new Failure('version-clash', { row });
  return row;
};

/**
 * Asks everybody in a draft whether they stand by their quota.
 * @throws Failure `version-clash`, `not-allowed`, `target-not-draft`, `target-not-balanced`
 */
export const submitTarget = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  reason: string,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    demandEditor(actor, await seenRow(work, id, seen));
    await demandBalance(work.db, await targets.get(work.db, actor, id));
    await steps.add(work, { targetId: id, kind: 'submitted', reason });
    return targets.update(work, id, seen, { status: 'submitted' }, { action: 'submitted', reason });
  });

/**
 * Makes it a draft again; what was answered is history.
 * @throws Failure `version-clash`, `not-allowed`, `target-not-submitted`
 */
export const withdrawTarget = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  reason: string,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await seenRow(work, id, seen);
    demandPlanner(actor, row);
    if (!isAsked(row)) throw new Failure('target-not-submitted');
    await steps.add(work, { targetId: id, kind: 'withdrawn', reason });
    return targets.update(work, id, seen, { status: 'draft' }, { action: 'withdrawn', reason });
  });

/** Writes an answer, and the status that follows from all answers. */
async function answered(
  work: Work,
  row: TargetTable,
  kind: StepKind,
  personId: string,
  reason: string | null,
): Promise<TargetTable> {
  await steps.add(work, { targetId: row.id, kind, personId, reason });
  const told = await steps.of(work.db, row.org_id, row.id);
  const answers = answersOf(personsOf(row), told.map(stepOf));
  if (answers === null) throw new Failure('target-not-submitted');
  return targets.update(
    work,
    row.id,
    row.version,
    { status: statusOf(answers) },
    { action: kind, beside: { personId }, ...(reason ? { reason } : {}) },
  );
}

/**
 * Somebody accepts or disputes their own quota. An answer to a submission that was withdrawn meanwhile counts for nothing.
 * @throws Failure `not-found` for people without a quota in it, `target-not-submitted`
 */
export const answerQuota = (deps: Deps, actor: Actor, id: string, sent: QuotaAnswer): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await targets.get(work.db, actor, id);
    const { personId } = actor;
    if (personId === null || !personsOf(row).includes(personId)) throw new Failure('not-found');
    const told = await steps.of(work.db, row.org_id, id);
    const submitted = told.findLast(({ kind }) => kind === 'submitted');
    if (!isAsked(row) || submitted?.id !== sent.submittedStepId) throw new Failure('target-not-submitted');
    return answered(work, row, sent.answer, personId, sent.reason ?? null);
  });

/**
 * Who plans lets a disputed quota stand.
 * @throws Failure `version-clash`, `not-allowed`, `target-not-submitted`, `invalid-input` where nobody disputes
 */
export const upholdQuota = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { personId, reason }: QuotaUpheld,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await seenRow(work, id, seen);
    demandPlanner(actor, row);
    if (!isAsked(row)) throw new Failure('target-not-submitted');
    const told = await steps.of(work.db, row.org_id, id);
    const answer: Answer | undefined = answersOf(personsOf(row), told.map(stepOf))?.get(personId);
    if (answer !== 'disputed')
      throw new Failure('invalid-input', fieldIssue('/personId', 'not-disputed', 'this quota is not disputed'));
    return answered(work, row, 'upheld', personId, reason);
  });

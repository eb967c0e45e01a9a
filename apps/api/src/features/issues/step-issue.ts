import type { NewIssueStep } from '@milepost/contract/issues';
import { type IssueDeed, isStanding, stepOf } from '@milepost/core/issues/life-cycle';
import type { Actor } from '../../auth/actor.ts';
import type { IssueTable } from '../../db/tables/issues.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { partyOf } from './party-of.ts';
import { departmentOf } from './raise-issue.ts';
import { issueSteps } from './step-store.ts';
import { departments, hoursFor, issues } from './store.ts';
import { tellRaiser, tellSolvers } from './tell-parties.ts';
import { dueAfter } from './working-time.ts';

/** What has to be said with words: why it comes back or is opened again, how it was solved, and a note itself. */
const needsText: ReadonlySet<NewIssueStep['deed']> = new Set(['bounce', 'resolve', 'reopen', 'note']);

/** How the change record calls each deed. */
const actionOf: Readonly<Record<IssueDeed, string>> = {
  ...{ accept: 'accepted', bounce: 'bounced', resend: 'resent', resolve: 'resolved' },
  ...{ reopen: 'reopened', withdraw: 'withdrawn' },
};

/** What a deed changes beside the state. */
async function columnsAfter(work: Work, row: IssueTable, { deed, text, lesson, departmentId }: NewIssueStep) {
  const { actor, at } = work;
  switch (deed as IssueDeed) {
    case 'accept':
      // Whoever takes it on solves it; what was given to somebody by name stays theirs.
      return { owner_id: row.owner_id ?? (actor.departmentId === row.department_id ? actor.personId : null) };
    case 'resolve':
      return { resolution: text ?? null, lesson: lesson ?? null, resolved_at: at };
    case 'resend':
    case 'reopen': {
      const department = departmentId
        ? await departmentOf(work, departmentId)
        : await departments.byId(work.db, actor.orgId, row.department_id);
      const isOther = departmentId !== undefined && departmentId !== row.department_id;
      return {
        ...(isOther ? { department_id: departmentId, owner_id: null } : {}),
        ...{ runs_from: at, level: 0 as const, resolved_at: null },
        due_at: department ? dueAfter(actor.organisation, at, hoursFor(department, row.severity)) : row.due_at,
      };
    }
    default:
      return {};
  }
}

/**
 * Takes an issue one step on, with what is said about it.
 * @throws Failure `not-found`, `invalid-input` without words where they are needed, `not-allowed` for whose step it is not, `issue-state`,
 * `version-clash`
 */
export const stepIssue = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  said: NewIssueStep,
): Promise<IssueTable> =>
  deps.transact(actor, async (work) => {
    const before = await issues.get(work.db, actor, id);
    const text = said.text || null;
    if (needsText.has(said.deed) && text === null)
      throw new Failure('invalid-input', fieldIssue('/text', 'missing', 'say it in words'));
    const step = { issue_id: id, text, deed: said.deed };
    if (said.deed === 'note') {
      await issueSteps.add(work, step);
      return issues.update(work, id, seen, {}, { action: 'noted', beside: { noted: text } });
    }
    const next = stepOf(before.state, said.deed, partyOf(actor, before));
    if (next.status === 'not-yours') throw new Failure('not-allowed');
    // Two who answer at once: the second hears of the first's answer, by its version.
    if (next.status === 'wrong-state' && before.version !== seen) throw new Failure('version-clash', { row: before });
    if (next.status !== 'ok') throw new Failure('issue-state');
    const columns = { state: next.state, ...(await columnsAfter(work, before, { ...said, text })) };
    const action = actionOf[said.deed];
    const row = await issues.update(work, id, seen, columns, { action, ...(text ? { reason: text } : {}) });
    await issueSteps.add(work, {
      ...step,
      department_id: row.department_id === before.department_id ? null : row.department_id,
    });
    if (said.deed === 'bounce' || said.deed === 'resolve') await tellRaiser(deps, work, row, said.deed, text ?? '');
    else if (isStanding(row.state) && said.deed !== 'accept') await tellSolvers(deps, work, row, 'raised');
    return row;
  });

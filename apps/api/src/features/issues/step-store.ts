import type { Db } from '../../db/open.ts';
import type { IssueStepTable } from '../../db/tables/issues.ts';
import type { Work } from '../../db/work.ts';

type NewStep = Pick<IssueStepTable, 'issue_id' | 'deed'> &
  Partial<Pick<IssueStepTable, 'text' | 'department_id' | 'level'>>;

/** Steps are written once and never changed; whoever sees an issue sees its steps. */
export const issueSteps = {
  async add(work: Work, step: NewStep): Promise<void> {
    await work.db
      .insertInto('issue_step')
      .values({
        ...{ text: null, department_id: null, level: null },
        ...step,
        ...{ org_id: work.actor.orgId, id: work.newId(), at: work.at, person_id: work.actor.personId },
      })
      .execute();
  },

  /** In the order in which they happened. */
  of: (db: Db, orgId: string, issueId: string): Promise<IssueStepTable[]> =>
    db
      .selectFrom('issue_step')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('issue_id', '=', issueId)
      .orderBy('at')
      .orderBy('id')
      .execute(),
};

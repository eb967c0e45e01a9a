import type { IssueParty } from '@milepost/core/issues/life-cycle';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { IssueTable } from '../../db/tables/issues.ts';

/**
 * What the actor is to an issue. Who raised it, and those above them, speak for who raised it; its owner, those above them, and all of
 * its department for who solves it; administrators for both.
 */
export const partyOf = (
  actor: Actor,
  { raised_by_id, owner_id, department_id }: Pick<IssueTable, 'raised_by_id' | 'owner_id' | 'department_id'>,
): IssueParty => ({
  isRaiser: reaches(actor, raised_by_id),
  isSolver:
    actor.reach === 'all' ||
    (owner_id !== null && reaches(actor, owner_id)) ||
    (actor.departmentId !== null && actor.departmentId === department_id),
});

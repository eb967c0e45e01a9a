import { planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ActionTable } from '../../db/tables/actions.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import type { Whose } from '../pacing/standing-store.ts';
import { people } from '../people/store.ts';
import { peopleOfTeam } from '../people/team-store.ts';

/** A scope whose figures the actor sees in full: whose they are, and who answers for them. */
export type PermittedScope = { whose: Whose; answerableId: string | null };

/**
 * A scope may be acted on by whoever sees all of it, so that its figures are the same for all who check them: a person within reach,
 * a team with everybody below, a line (of a measure that has lines) or
 * the organisation by those who see the organisation.
 * @throws Failure `reference-unknown` for a scope that is not there, or not wholly in sight: nobody can tell which
 */
export async function permitScope(
  db: Db,
  actor: Actor,
  { scope_kind, scope_id, measure }: Pick<ActionTable, 'scope_kind' | 'scope_id' | 'measure'>,
): Promise<PermittedScope> {
  if (scope_kind === 'person' && reaches(actor, scope_id) && (await people.find(db, actor, scope_id)))
    return { whose: { persons: new Set([scope_id]) }, answerableId: scope_id };
  if (scope_kind === 'team') {
    const team = await peopleOfTeam(db, actor.orgId, scope_id);
    if (team && actor.role !== 'rep' && team.memberIds.every((id) => reaches(actor, id)))
      return { whose: { persons: new Set(team.memberIds) }, answerableId: team.managerId };
  }
  const hasLines = planningOf[measure].axes.includes('lines');
  if (actor.reach === 'all' && hasLines && scope_kind === 'line' && scope_id !== '')
    return { whose: { lines: new Set([scope_id]) }, answerableId: null };
  if (actor.reach === 'all' && scope_kind === 'organisation' && scope_id === '')
    return { whose: {}, answerableId: null };
  throw new Failure('reference-unknown', fieldIssue('/scopeId', 'unknown', 'no such scope in your sight'));
}

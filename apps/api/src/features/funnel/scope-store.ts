import type { WorkQuery, WorkView } from '@milepost/contract/funnel';
import { teamsBelow } from '@milepost/core/people/reach';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { people, tree } from '../people/store.ts';
import { peopleOfTeam } from '../people/team-store.ts';

/** Whose gap it is. `persons` undefined: all of the organisation, and what nobody owns. */
export type WorkScope = Pick<WorkView['scope'], 'kind' | 'id' | 'name'> & {
  persons: ReadonlySet<string> | undefined;
};

/**
 * One person, a team with the teams below, or all in sight.
 * @throws Failure `not-found` for whoever is not wholly within reach
 */
export async function scopeOf(db: Db, actor: Actor, { personId, teamId }: WorkQuery): Promise<WorkScope> {
  if (personId !== undefined) {
    const person = reaches(actor, personId) ? await people.find(db, actor, personId) : undefined;
    if (!person) throw new Failure('not-found');
    return { kind: 'person', id: person.id, name: person.name, persons: new Set([person.id]) };
  }
  if (teamId !== undefined) {
    const team = await peopleOfTeam(db, actor.orgId, teamId);
    if (!team?.memberIds.every((id) => reaches(actor, id)) || actor.role === 'rep') throw new Failure('not-found');
    const persons = new Set(team.memberIds);
    const names = await namesOf(db, actor, { team: [teamId] });
    const name = nameOf(names.team, teamId)?.name ?? '';
    return { kind: 'team', id: teamId, name, persons };
  }
  const persons = actor.reach === 'all' ? undefined : new Set(actor.reach);
  if (actor.role === 'rep' && actor.personId) return scopeOf(db, actor, { personId: actor.personId, confidence: 0.9 });
  return { kind: 'all', id: '', name: actor.organisation.name, persons };
}

/** The people whose rates a person's own are drawn towards: of their team, of the team above, … of the organisation. */
export async function peerGroups(
  db: Db,
  actor: Actor,
  { kind, id }: WorkScope,
): Promise<{ name: string; persons: ReadonlySet<string> | undefined }[]> {
  const everybody = { name: actor.organisation.name, persons: undefined };
  if (kind !== 'person') return [everybody];
  const { teams, persons } = await tree.of(db, actor.orgId);
  const names = await namesOf(db, actor, { team: teams.map((team) => team.id) });
  const groups: { name: string; persons: ReadonlySet<string> | undefined }[] = [];
  const walked = new Set<string>();
  let teamId = persons.find((one) => one.id === id)?.teamId ?? null;
  while (teamId !== null && !walked.has(teamId)) {
    walked.add(teamId);
    const below = teamsBelow([teamId], teams);
    const members = persons.filter((one) => one.teamId !== null && below.has(one.teamId)).map((one) => one.id);
    groups.push({ name: nameOf(names.team, teamId)?.name ?? '', persons: new Set(members) });
    teamId = teams.find((team) => team.id === teamId)?.parentId ?? null;
  }
  return [...groups, everybody];
}

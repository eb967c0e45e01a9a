import { teamsBelow } from '@milepost/core/people/reach';
import type { Db } from '../../db/open.ts';
import { tree } from './store.ts';

/** A team as others reckon with it: who leads it, and everybody in it and in the teams below, with their leaders. */
export type TeamPeople = { managerId: string | null; memberIds: string[] };

/** The people of a team and of all below it; undefined when there is no such team. */
export async function peopleOfTeam(db: Db, orgId: string, teamId: string): Promise<TeamPeople | undefined> {
  const { teams, persons } = await tree.of(db, orgId);
  const team = teams.find(({ id }) => id === teamId);
  if (!team) return undefined;
  const below = teamsBelow([teamId], teams);
  const leaders = teams.flatMap(({ id, managerId }) => (below.has(id) && managerId ? [managerId] : []));
  const members = persons.flatMap(({ id, teamId: of }) => (of !== null && below.has(of) ? [id] : []));
  return { managerId: team.managerId, memberIds: [...new Set([...leaders, ...members])] };
}

import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';

/** Whose an item is, as figures are divided by it: the team of a person today, and who leads it. */
export type Place = { rep: string | null; team: string | null; manager: string | null };

/** Finds rep, team and manager of a person; of a team that is known by itself, that team's. */
export async function placesOf(db: Db, actor: Actor) {
  const { orgId } = actor;
  const people = await db.selectFrom('person').select(['id', 'team_id']).where('org_id', '=', orgId).execute();
  const teams = await db.selectFrom('team').select(['id', 'manager_id']).where('org_id', '=', orgId).execute();
  const teamOf = new Map(people.map(({ id, team_id }) => [id, team_id]));
  const managerOf = new Map(teams.map(({ id, manager_id }) => [id, manager_id]));
  return (personId: string | null, ownTeam?: string | null): Place => {
    const team = ownTeam === undefined ? ((personId === null ? null : teamOf.get(personId)) ?? null) : ownTeam;
    return { rep: personId, team, manager: (team === null ? null : managerOf.get(team)) ?? null };
  };
}

import type { ForecastQuery, ForecastRow } from '@milepost/contract/forecast';
import { teamsBelow } from '@milepost/core/people/reach';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { people, tree } from '../people/store.ts';

/** Whose number it is. `persons` undefined: of everybody in sight, and what nobody owns. */
export type ForecastScope = Pick<ForecastRow, 'scopeKind' | 'scopeId' | 'name'> & {
  persons: ReadonlySet<string> | undefined;
};

/** The number of all whom the actor sees: their own, that of those whom they lead, or the organisation's. */
export function wholeScope(actor: Actor): ForecastScope {
  const { personId, role, reach, organisation } = actor;
  if (reach === 'all' || personId === null)
    return { scopeKind: 'organisation', scopeId: '', name: organisation.name, persons: undefined };
  if (role === 'rep') return { scopeKind: 'person', scopeId: personId, name: '', persons: new Set([personId]) };
  return { scopeKind: 'reach', scopeId: personId, name: '', persons: undefined };
}

/** One scope a person who sells or sold, or one a team with the teams below that lies wholly within reach. */
export async function scopesBy(
  db: Db,
  actor: Actor,
  by: ForecastQuery['by'],
  { today, busy }: { today: string; busy: ReadonlySet<string> },
): Promise<ForecastScope[]> {
  if (by === 'rep') {
    const sellers = (await people.sellers(db, actor.orgId, today)).map(({ id }) => id);
    const ids = [...new Set([...sellers, ...busy])].filter((id) => reaches(actor, id));
    const names = await namesOf(db, actor, { person: ids });
    return ids
      .map(
        (id): ForecastScope => ({
          scopeKind: 'person',
          scopeId: id,
          name: nameOf(names.person, id)?.name ?? '',
          persons: new Set([id]),
        }),
      )
      .sort((a, b) => (a.name === b.name ? (a.scopeId < b.scopeId ? -1 : 1) : a.name < b.name ? -1 : 1));
  }
  if (actor.role === 'rep') return [];
  const { teams, persons } = await tree.of(db, actor.orgId);
  const names = await namesOf(db, actor, { team: teams.map(({ id }) => id) });
  return teams
    .map(({ id }): ForecastScope => {
      const below = teamsBelow([id], teams);
      const members = persons.filter(({ teamId }) => teamId !== null && below.has(teamId)).map((one) => one.id);
      return { scopeKind: 'team', scopeId: id, name: nameOf(names.team, id)?.name ?? '', persons: new Set(members) };
    })
    .filter(({ persons: members }) => members !== undefined && members.size > 0)
    .filter(({ persons: members }) => [...(members ?? [])].every((id) => reaches(actor, id)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Does what somebody owns belong to this number? What nobody owns belongs to that of all. */
export const isOf = ({ persons }: ForecastScope, ownerId: string | null, actor: Actor): boolean =>
  persons === undefined
    ? ownerId === null
      ? actor.role !== 'rep'
      : reaches(actor, ownerId)
    : ownerId !== null && persons.has(ownerId);

import type { NewTeam, TeamPatch } from '@milepost/contract/people';
import { foldName } from '@milepost/core/identity/fold-name';
import { makesLoop } from '@milepost/core/people/reach';
import type { Actor } from '../../auth/actor.ts';
import type { TeamTable } from '../../db/tables/people.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people, teams, tree } from './store.ts';

const check = async (work: Work, id: string, { parentId, managerId }: TeamPatch) => {
  if (parentId && !(await teams.find(work.db, work.actor, parentId)))
    throw new Failure('reference-unknown', fieldIssue('/parentId', 'unknown', 'no such team'));
  if (managerId && !(await people.find(work.db, work.actor, managerId)))
    throw new Failure('reference-unknown', fieldIssue('/managerId', 'unknown', 'no such person'));
  if (parentId && makesLoop(id, parentId, (await tree.of(work.db, work.actor.orgId)).teams))
    throw new Failure('team-loop');
};

/** Creates a team inside a transaction that is under way. */
export async function createTeamIn(work: Work, { id, name, parentId = null, managerId = null }: NewTeam) {
  await check(work, id, { parentId, managerId });
  return teams.create(work, { id, name, name_key: foldName(name), parent_id: parentId, manager_id: managerId });
}

export const createTeam = (deps: Deps, actor: Actor, input: NewTeam) =>
  deps.transact(actor, (work) => createTeamIn(work, input));

export const changeTeam = (deps: Deps, actor: Actor, id: string, seen: number, patch: TeamPatch): Promise<TeamTable> =>
  deps.transact(actor, async (work) => {
    // Two moves at once could each be free of loops and make one together.
    await work.dialect.lock(`teams ${actor.orgId}`)?.execute(work.db);
    await check(work, id, patch);
    const { name, parentId, managerId } = patch;
    return teams.update(work, id, seen, {
      ...(name === undefined ? {} : { name, name_key: foldName(name) }),
      ...(parentId === undefined ? {} : { parent_id: parentId }),
      ...(managerId === undefined ? {} : { manager_id: managerId }),
    });
  });

/** Takes an empty team away. @throws Failure `in-use` while people or teams belong to it */
export const archiveTeam = (deps: Deps, actor: Actor, id: string, seen: number): Promise<TeamTable> =>
  deps.transact(actor, async (work) => {
    const { teams: nodes, persons } = await tree.of(work.db, actor.orgId);
    const below =
      nodes.filter((team) => team.parentId === id).length + persons.filter((person) => person.teamId === id).length;
    if (below > 0) throw new Failure('in-use', fieldIssue('/id', 'in-use', `${below} people and teams belong to it`));
    return teams.archive(work, id, seen);
  });

import type { NewResource, NewResourceNeed, ResourceNeedPatch, ResourcePatch } from '@milepost/contract/resources';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { ResourceNeedTable, ResourceTable } from '../../db/tables/planning.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { needColumns, resourceColumns, resourceNeeds, resources } from './store.ts';

const blank = { skills: null, note: null } as const;

function demandInOrder({ from_day, to_day }: Pick<ResourceTable, 'from_day' | 'to_day'>): void {
  if (to_day < from_day) throw new Failure('invalid-input', fieldIssue('/to', 'ends-before-start', to_day));
}

/** Somebody of one's own teams, or somebody from outside by name: one of both, never neither. */
async function demandSomebody(work: Work, row: ResourceTable, changesPerson: boolean): Promise<void> {
  demandInOrder(row);
  if ((row.person_id === null) === (row.helper === null))
    throw new Failure('invalid-input', fieldIssue('/personId', 'missing', 'a person, or a helper by name'));
  if (row.person_id === null || !changesPerson) return;
  const isKnown = (await people.find(work.db, work.actor, row.person_id)) !== undefined;
  if (!isKnown || !reaches(work.actor, row.person_id))
    throw new Failure('owner-unknown', fieldIssue('/personId', 'unknown', 'nobody of your own teams'));
}

/** Assigns somebody to a role. @throws Failure `invalid-input`, `owner-unknown` */
export const createResource = (deps: Deps, actor: Actor, { id, ...input }: NewResource) =>
  deps.transact(actor, async (work) => {
    const { currency } = actor.organisation;
    const nobody = { ...blank, person_id: null, helper: null, cost_minor: null, currency };
    const values = { ...nobody, ...resourceColumns(input), id } as ResourceTable;
    await demandSomebody(work, values, true);
    return resources.create(work, values as Parameters<typeof resources.create>[1]);
  });

/** Changes an assignment. @throws Failure `invalid-input`, `owner-unknown` */
export const changeResource = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ResourcePatch,
): Promise<ResourceTable> =>
  deps.transact(actor, async (work) => {
    const columns = resourceColumns(patch);
    const before = await resources.get(work.db, actor, id);
    await demandSomebody(work, { ...before, ...columns }, patch.personId !== undefined);
    return resources.update(work, id, seen, columns);
  });

/** Says what the plan needs done. @throws Failure `invalid-input` when it ends before it starts */
export const createNeed = (deps: Deps, actor: Actor, { id, ...input }: NewResourceNeed) =>
  deps.transact(actor, async (work) => {
    const values = { ...blank, ...needColumns(input), id } as ResourceNeedTable;
    demandInOrder(values);
    return resourceNeeds.create(work, values as Parameters<typeof resourceNeeds.create>[1]);
  });

export const changeNeed = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ResourceNeedPatch,
): Promise<ResourceNeedTable> =>
  deps.transact(actor, async (work) => {
    const columns = needColumns(patch);
    demandInOrder({ ...(await resourceNeeds.get(work.db, actor, id)), ...columns });
    return resourceNeeds.update(work, id, seen, columns);
  });

import type { NewRolePlayScenario, RolePlayScenarioPatch, RubricCriterion } from '@milepost/contract/role-play';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { RolePlayScenarioTable } from '../../db/tables/role-play.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { scenarioColumns, scenarios } from './store.ts';

/** A criterion is known by its name, so that it comes once. @throws Failure `invalid-input` */
function demandOnce(criteria: readonly RubricCriterion[]): void {
  const seen = new Set<string>();
  for (const [at, { name }] of criteria.entries()) {
    const key = foldName(name);
    if (seen.has(key)) throw new Failure('invalid-input', fieldIssue(`/criteria/${at}/name`, 'twice', name));
    seen.add(key);
  }
}

/** @throws Failure `invalid-input` for a criterion that comes twice */
export const createScenario = (deps: Deps, actor: Actor, { id, ...input }: NewRolePlayScenario) =>
  deps.transact(actor, (work) => {
    demandOnce(input.criteria);
    return scenarios.create(work, { ...scenarioColumns(input), id } as Parameters<typeof scenarios.create>[1]);
  });

/** Sessions that were set up keep the rubric as it was. @throws Failure `invalid-input` for a criterion that comes twice */
export const changeScenario = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: RolePlayScenarioPatch,
): Promise<RolePlayScenarioTable> =>
  deps.transact(actor, (work) => {
    if (patch.criteria) demandOnce(patch.criteria);
    return scenarios.update(work, id, seen, scenarioColumns(patch));
  });

import type { NewRisk, NewRiskDrill, RiskDrillPatch, RiskPatch } from '@milepost/contract/risks';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { permitOwner } from '../../auth/permit.ts';
import { toJson } from '../../db/columns.ts';
import type { RiskDrillTable, RiskTable } from '../../db/tables/risks.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { riskDrills, risks } from './store.ts';

/** Whoever is to do a step is somebody who works here. */
async function demandPeople(work: Work, steps: RiskPatch['steps']): Promise<void> {
  for (const [place, { answerableId }] of (steps ?? []).entries())
    if (answerableId !== null && (await people.find(work.db, work.actor, answerableId))?.is_active !== 1)
      throw new Failure(
        'owner-unknown',
        fieldIssue(`/steps/${place}/answerableId`, 'unknown', 'nobody who works here'),
      );
}

const columnsOf = ({ name, ownerId, trigger, steps, ...same }: RiskPatch): Partial<RiskTable> => ({
  ...same,
  ...(name === undefined ? {} : { name, name_key: foldName(name) }),
  ...(ownerId === undefined ? {} : { owner_id: ownerId }),
  ...(trigger === undefined ? {} : { trigger: trigger === null ? null : toJson(trigger) }),
  ...(steps === undefined ? {} : { steps: toJson(steps) }),
});

/** Enters a risk with what is prepared for it. @throws Failure `owner-unknown` */
export const createRisk = (deps: Deps, actor: Actor, { id, ...said }: NewRisk) =>
  deps.transact(actor, async (work) => {
    const { ownerId } = await permitOwner(work.db, actor, said.ownerId);
    await demandPeople(work, said.steps);
    const nothing = { about: null, trigger: null, fired_on: null, fired_value: null, lesson: null };
    return risks.create(work, {
      ...nothing,
      ...columnsOf(said),
      ...{ id, owner_id: ownerId, status: 'watching', step_ids: toJson([]) },
    } as Parameters<typeof risks.create>[1]);
  });

export const changeRisk = (deps: Deps, actor: Actor, id: string, seen: number, patch: RiskPatch): Promise<RiskTable> =>
  deps.transact(actor, async (work) => {
    if (patch.ownerId !== undefined) await permitOwner(work.db, actor, patch.ownerId);
    await demandPeople(work, patch.steps);
    return risks.update(work, id, seen, columnsOf(patch));
  });

/** A rehearsal that was held, by who saw the risk. @throws Failure `reference-unknown`, `invalid-input` for a day to come */
export const createDrill = (deps: Deps, actor: Actor, { id, riskId, onDay, result, note }: NewRiskDrill) =>
  deps.transact(actor, async (work) => {
    const risk = await risks.find(work.db, actor, riskId);
    if (!risk) throw new Failure('reference-unknown', fieldIssue('/riskId', 'unknown', 'no such risk'));
    demandPast(deps, actor, onDay);
    return riskDrills.create(work, {
      ...{ id, risk_id: risk.id, owner_id: risk.owner_id, by_id: actor.personId, on_day: onDay, result, note },
    });
  });

export const changeDrill = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { onDay, ...same }: RiskDrillPatch,
): Promise<RiskDrillTable> =>
  deps.transact(actor, (work) => {
    if (onDay !== undefined) demandPast(deps, actor, onDay);
    return riskDrills.update(work, id, seen, { ...same, ...(onDay === undefined ? {} : { on_day: onDay }) });
  });

function demandPast({ clock }: Deps, actor: Actor, day: string): void {
  if (day > clock.today(actor.organisation.timeZone))
    throw new Failure('invalid-input', fieldIssue('/onDay', 'in-the-future', day));
}

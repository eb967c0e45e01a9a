import type { NewStage, StageDeletion, StageOrder, StagePatch } from '@milepost/contract/pipeline';
import { foldName } from '@milepost/core/identity/fold-name';
import { WHOLE_BP, winProbabilityBp } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import type { StageTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { stageOrder } from './stage-store.ts';
import { stages } from './store.ts';

const namedAtMost = 20;
const inMinutes = (hours: number | null): number | null => (hours === null ? null : Math.round(hours * 60));
const inBp = (probability: number): number => Math.round(probability * WHOLE_BP);

/** Creates a stage once, after the last one of its category. */
export const createStage = (
  deps: Deps,
  actor: Actor,
  { id, name, category, winProbability = 0, hoursEach = null }: NewStage,
) =>
  deps.transact(actor, async (work) => {
    await stageOrder.take(work);
    const all = await stageOrder.all(work.db, actor.orgId);
    const last = all.findLastIndex((stage) => stage.category === category);
    const position = last < 0 ? all.length : last + 1;
    const probability_bp = winProbabilityBp(category, inBp(winProbability));
    const minutes_each = inMinutes(hoursEach);
    const values = { id, name, name_key: foldName(name), category, position, probability_bp, minutes_each };
    const made = await stages.create(work, values);
    if (made.isNew) await stageOrder.write(work, all.toSpliced(position, 0, made.row));
    return made;
  });

/** @throws Failure `in-use` with the deals that stand in the stage: the first by name, and how many there are */
async function demandEmpty(work: Work, stageId: string): Promise<void> {
  const { count, first } = await stageOrder.opportunitiesIn(work, stageId, namedAtMost);
  if (count === 0) return;
  throw new Failure('in-use', {
    issues: [
      {
        path: '/moveTo',
        code: 'deals',
        message: `${count} deals are in this stage; name a stage of the same category to move them to`,
        value: String(count),
      },
      ...first.map(({ id, name }) => ({ path: `/opportunities/${id}`, code: 'deal', message: name, value: id })),
    ],
  });
}

/** A pipeline keeps at least one stage of each category. @throws Failure `stage-last-of-category` */
async function demandAnother(work: Work, { id, category }: StageTable): Promise<void> {
  const all = await stageOrder.all(work.db, work.actor.orgId);
  if (!all.some((stage) => stage.category === category && stage.id !== id)) throw new Failure('stage-last-of-category');
}

/** Changes a stage. Its category stays while deals stand in it: they would be won or lost without a day or an amount. */
export const changeStage = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { name, category, winProbability, hoursEach }: StagePatch,
): Promise<StageTable> =>
  deps.transact(actor, async (work) => {
    await stageOrder.take(work);
    const stage = await stages.get(work.db, actor, id);
    const next = category ?? stage.category;
    if (next !== stage.category) {
      await demandAnother(work, stage);
      await demandEmpty(work, id);
    }
    const stated = winProbability === undefined ? stage.probability_bp : inBp(winProbability);
    return stages.update(work, id, seen, {
      ...(name === undefined ? {} : { name, name_key: foldName(name) }),
      category: next,
      probability_bp: winProbabilityBp(next, stated),
      ...(hoursEach === undefined ? {} : { minutes_each: inMinutes(hoursEach) }),
    });
  });

/** Puts the stages in a new order. All of them are named, so that nobody orders what they have not seen. */
export const orderStages = (deps: Deps, actor: Actor, { ids }: StageOrder): Promise<StageTable[]> =>
  deps.transact(actor, async (work) => {
    await stageOrder.take(work);
    const all = new Map((await stageOrder.all(work.db, actor.orgId)).map((stage) => [stage.id, stage]));
    const ordered = ids.flatMap((id) => all.get(id) ?? []);
    if (new Set(ids).size !== ids.length || ids.length !== all.size || ordered.length !== all.size)
      throw new Failure('invalid-input', fieldIssue('/ids', 'not-all', 'name every stage exactly once'));
    await stageOrder.write(work, ordered);
    return stageOrder.all(work.db, actor.orgId);
  });

/**
 * Deletes a stage, that is: takes it out of the pipeline for good, while history still knows its name. Deals that stand
 * in it are moved to `moveTo` in the same transaction, or it is refused.
 * @throws Failure `in-use`, `stage-last-of-category`, `reference-unknown`, `version-clash`
 */
export const deleteStage = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { moveTo }: StageDeletion = {},
): Promise<StageTable> =>
  deps.transact(actor, async (work) => {
    await stageOrder.take(work);
    const stage = await stages.get(work.db, actor, id);
    if (stage.archived_at === null) await demandAnother(work, stage);
    if (moveTo !== undefined) {
      const other = moveTo === id ? undefined : await stages.find(work.db, actor, moveTo);
      if (!other || other.archived_at !== null || other.category !== stage.category)
        throw new Failure('reference-unknown', fieldIssue('/moveTo', 'category', 'not a stage of the same category'));
      await stageOrder.moveOpportunities(work, id, moveTo);
    }
    await demandEmpty(work, id);
    return stages.archive(work, id, seen);
  });

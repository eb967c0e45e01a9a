import { monthsOf } from '@milepost/contract/calendar';
import type { ExitCriterion, MilestonePatch, NewMilestone } from '@milepost/contract/milestones';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { MilestoneTable } from '../../db/tables/planning.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { milestoneColumns, milestones } from './store.ts';

const blank = { share_bp: null, focus: null, criteria: '[]', key_dates: '[]' } as const;

/** Months in their order, and criteria that are due after the milestone has begun. */
function demandInOrder(actor: Actor, row: MilestoneTable): void {
  if (row.to_month < row.from_month)
    throw new Failure('invalid-input', fieldIssue('/toMonth', 'ends-before-start', String(row.to_month)));
  const starts = monthsOf(actor.organisation, row.fiscal_year)[row.from_month - 1]?.from ?? '';
  const early = fromJson<ExitCriterion[]>(row.criteria).findIndex(({ by }) => by < starts);
  if (early >= 0) throw new Failure('invalid-input', fieldIssue(`/criteria/${early}/by`, 'ends-before-start', starts));
}

/** Makes a milestone once. @throws Failure `invalid-input` when its months or criteria are out of order */
export const createMilestone = (deps: Deps, actor: Actor, { id, ...input }: NewMilestone) =>
  deps.transact(actor, async (work) => {
    const values = { ...blank, ...milestoneColumns(input), id } as MilestoneTable;
    demandInOrder(actor, values);
    return milestones.create(work, values as Parameters<typeof milestones.create>[1]);
  });

/** Changes a milestone. @throws Failure `invalid-input` */
export const changeMilestone = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: MilestonePatch,
): Promise<MilestoneTable> =>
  deps.transact(actor, async (work) => {
    const columns = milestoneColumns(patch);
    demandInOrder(actor, { ...(await milestones.get(work.db, actor, id)), ...columns });
    return milestones.update(work, id, seen, columns);
  });

import type { Edit } from '@milepost/core/targets/edit';
import type { Plan } from '@milepost/core/targets/plan';
import { replan } from '@milepost/core/targets/replan';

/** Edits on their way: the plan as saved, the steps done to it, and those taken back. A step is one gesture, undone as one. */
export type GridDraft = { base: Plan; steps: readonly Step[]; undone: readonly Step[] };
type Step = { edits: readonly Edit[]; after: Plan };

/** What became of a step: the draft with it, or the locks in its way. */
export type StepResult =
  | { status: 'ok'; draft: GridDraft }
  | { status: 'overCommitted'; excess: number; locks: readonly string[] };

export const newDraft = (base: Plan): GridDraft => ({ base, steps: [], undone: [] });
export const planOf = (draft: GridDraft): Plan => draft.steps.at(-1)?.after ?? draft.base;
export const editsOf = (draft: GridDraft): Edit[] => draft.steps.flatMap(({ edits }) => edits);

/** Does a gesture, by the same rule that the server decides with. */
export function doStep(draft: GridDraft, edits: readonly Edit[]): StepResult {
  const next = replan(planOf(draft), edits);
  if (next.status !== 'ok')
    return { status: 'overCommitted', excess: next.excess, locks: next.held.map((lock) => lock.id) };
  return {
    status: 'ok',
    draft: { base: draft.base, steps: [...draft.steps, { edits, after: next.plan }], undone: [] },
  };
}

export function undo(draft: GridDraft): GridDraft {
  const last = draft.steps.at(-1);
  return last ? { ...draft, steps: draft.steps.slice(0, -1), undone: [...draft.undone, last] } : draft;
}

export function redo(draft: GridDraft): GridDraft {
  const next = draft.undone.at(-1);
  return next ? { ...draft, steps: [...draft.steps, next], undone: draft.undone.slice(0, -1) } : draft;
}

import type { OpportunityView, StageView } from '@milepost/contract/pipeline';

/** What somebody says of a deal that enters a stage: its close, where the stage closes it. */
export type StageEntry = { closedOn: string | null; amountMinor: number | null; lostReason: string | null };

type Before = Pick<OpportunityView, 'amountMinor' | 'closedOn' | 'lostReason' | 'stage'>;

/**
 * What is written to move a deal, and what takes it back. An amount is written only where it was missing, for a win needs one.
 */
export function moveTo(
  { stage: from, amountMinor, closedOn, lostReason }: Before,
  to: Pick<StageView, 'id' | 'category'>,
  said: StageEntry,
): { patch: Record<string, unknown>; back: Record<string, unknown> } {
  const back = { stageId: from.id, closedOn, lostReason };
  if (to.category === 'open') return { patch: { stageId: to.id }, back };
  const closing = { stageId: to.id, closedOn: said.closedOn };
  if (to.category === 'lost') return { patch: { ...closing, lostReason: said.lostReason }, back };
  const isMissing = amountMinor === null && said.amountMinor !== null;
  return isMissing
    ? { patch: { ...closing, amountMinor: said.amountMinor }, back: { ...back, amountMinor } }
    : { patch: closing, back };
}

import type { MilestoneView } from '@milepost/contract/milestones';
import type { EditInput } from '@milepost/contract/targets';

/** What a share of a total comes to, in whole minor units. */
export const shareOf = (total: number, share: number): number => Math.round(total * share);

/**
 * The edits that hold a milestone's share in a draft: its months take the share and the other months the rest, so that the
 * year stays; and it is stated, so that a later edit that breaks it is seen.
 */
export function holdEdits(
  { fromMonth, toMonth, share }: Pick<MilestoneView, 'fromMonth' | 'toMonth' | 'share'>,
  total: number,
): EditInput[] {
  const months = Array.from({ length: toMonth - fromMonth + 1 }, (_, at) => fromMonth - 1 + at);
  const value = shareOf(total, share ?? 0);
  return [
    { kind: 'set', at: { months }, value, policy: 'absorb', within: {} },
    { kind: 'state', at: { months }, value },
  ];
}

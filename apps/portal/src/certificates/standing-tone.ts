import type { AwardView } from '@milepost/contract/certificates';
import type { GoalView } from '@milepost/contract/goals';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** How an award is marked: what became of it, and once it is confirmed, where it stands. */
export const awardState = ({ state, standing }: Pick<AwardView, 'state' | 'standing'>) =>
  state === 'confirmed' ? (standing ?? 'valid') : state;
export const awardTone: Readonly<Record<ReturnType<typeof awardState>, StatusTone>> = {
  ...{ valid: 'good', 'renewal-due': 'watch', expired: 'bad' },
  ...{ 'handed-in': 'open', refused: 'quiet' },
};
export const goalTone: Readonly<Record<GoalView['status'], StatusTone>> = {
  ...{ open: 'open', late: 'bad', reached: 'good' },
};

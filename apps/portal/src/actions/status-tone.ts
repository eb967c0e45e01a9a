import type { ActionView } from '@milepost/contract/actions';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** How the state of an action is drawn: open ones that are due are bad, and say so in words. */
export function standingOf({ status, dueOn }: Pick<ActionView, 'status' | 'dueOn'>, today: string) {
  const isLate = status === 'open' && dueOn < today;
  const tones: Record<ActionView['status'], StatusTone> = { open: 'open', done: 'good', dropped: 'quiet' };
  return { word: isLate ? ('late' as const) : status, tone: isLate ? ('bad' as const) : tones[status] };
}

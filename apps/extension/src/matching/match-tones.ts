import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import type { MatchStatus } from './match-answer.ts';

/** Shape and colour of each answer of the CRM. */
export const matchTones: Record<MatchStatus, StatusTone> = {
  exact: 'quiet',
  likely: 'watch',
  none: 'good',
  known: 'bad',
  unchecked: 'unknown',
};

import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** How the health of a customer looks: of 100, below 40 bad, below 70 to be watched. */
export function healthTone(score: number | null): { tone: StatusTone; key: 'good' | 'watch' | 'bad' | 'unknown' } {
  if (score === null) return { tone: 'unknown', key: 'unknown' };
  if (score < 40) return { tone: 'bad', key: 'bad' };
  return score < 70 ? { tone: 'watch', key: 'watch' } : { tone: 'good', key: 'good' };
}

/** How a plan stands. */
export const winBackTone = {
  running: 'open',
  'won-back': 'good',
  lost: 'bad',
  dropped: 'quiet',
} as const satisfies Record<string, StatusTone>;

import type { PacingRow } from '@milepost/contract/pacing';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** How a signal is drawn; its word stands beside it. */
export const toneOf = (signal: PacingRow['signal']): StatusTone => {
  if (signal === null) return 'unknown';
  const tones = { ahead: 'good', 'on-pace': 'good', behind: 'watch', 'far-behind': 'bad' } as const;
  return tones[signal];
};

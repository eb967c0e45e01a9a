import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** How a risk stands. */
export const riskTone = { watching: 'quiet', fired: 'bad', settled: 'good' } as const satisfies Record<
  string,
  StatusTone
>;
export const drillTone = { worked: 'good', partly: 'watch', failed: 'bad' } as const satisfies Record<
  string,
  StatusTone
>;

/** How heavy a risk is, of 25. */
export const weightTone = (weight: number): StatusTone => (weight >= 15 ? 'bad' : weight >= 8 ? 'watch' : 'quiet');

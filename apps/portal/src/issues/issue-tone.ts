import type { IssueView } from '@milepost/contract/issues';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** How much an issue presses, as every mark shows it. */
export const severityTone = {
  urgent: 'bad',
  important: 'watch',
  routine: 'quiet',
} as const satisfies Record<IssueView['severity'], StatusTone>;

export const stateTone = {
  open: 'open',
  accepted: 'watch',
  bounced: 'bad',
  resolved: 'good',
  withdrawn: 'quiet',
} as const satisfies Record<IssueView['state'], StatusTone>;

import type { CriterionView, LadderView } from '@milepost/contract/ladder';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** How a rung, and one of its criteria, are marked. */
export const rungTone: Readonly<Record<LadderView['rungs'][number]['status'], StatusTone>> = {
  reached: 'good',
  open: 'unknown',
  'not-reached': 'open',
};
export const criterionTone: Readonly<Record<CriterionView['status'], StatusTone>> = {
  met: 'good',
  'not-met': 'open',
  unknown: 'unknown',
};

import type { AllocationView } from '@milepost/contract/targets';
import { allocation } from '@milepost/core/targets/allocation';
import type { Plan } from '@milepost/core/targets/plan';
import type * as z from 'zod';

/** What of the stated total is not shared out, or too much. */
export function allocationView(plan: Plan): z.infer<typeof AllocationView> {
  return allocation(plan);
}

import type { MixPlanView } from '@milepost/contract/mix';
import type { MixRule } from '@milepost/core/mix/mix-spec';
import type { MixDetails } from './mix-form.ts';

/** The plan's own field in which the limit of a rule stands, with the limit put there: what is sent to move this one rule. */
export function singleChange(
  plan: Pick<MixPlanView, 'lines' | 'pairings'>,
  rule: MixRule,
  limit: number,
): Partial<MixDetails> {
  switch (rule.kind) {
    case 'target':
      return { targetMinor: limit };
    case 'hours':
      return { hours: limit };
    case 'high-share':
      return { highShare: limit };
    case 'traffic-share':
      return { trafficShare: limit };
    case 'pairing':
      return {
        pairings: plan.pairings.map((one) =>
          one.high === rule.high && one.traffic === rule.traffic ? { ...one, ratio: limit } : one,
        ),
      };
    default: {
      const moved = rule.kind === 'cap' ? { demandCapMinor: limit } : { floorMinor: limit };
      return { lines: plan.lines.map((one) => (one.line === rule.line ? { ...one, ...moved } : one)) };
    }
  }
}

/** What takes a change back: the same fields as they stand. */
export const standing = (plan: MixPlanView, change: Partial<MixDetails>): Partial<MixDetails> =>
  Object.fromEntries(Object.keys(change).map((key) => [key, plan[key as keyof MixDetails]]));

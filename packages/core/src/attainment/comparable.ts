/** What a period was planned and is counted by. */
export type Basis = {
  /** Null where nothing was published for it. */
  readonly plan: {
    /** Of a plan in money. */
    readonly currency: string | null;
    /** The first day of its fiscal year, as it was when the plan was made. */
    readonly startsOn: string;
    /** What the measure meant when the plan was published, as text; the same text is the same meaning. */
    readonly definition: string;
  } | null;
  /** The first day of its fiscal year, as the calendar is now. */
  readonly startsOn: string;
};

/** What counts now. */
export type CountedBy = { readonly currency: string | null; readonly definition: string };

/** Why the attainment of a period is not compared with that of others. */
export const mismatches = ['no-plan', 'currency', 'calendar', 'definition'] as const;
export type Mismatch = (typeof mismatches)[number];

/**
 * Why a period is not compared with others; null where it is. What was reached is counted by what counts now: it can be held against a
 * plan only that was made by the same, in the same currency and for the same months.
 */
export function mismatchOf({ plan, startsOn }: Basis, now: CountedBy): Mismatch | null {
  if (!plan) return 'no-plan';
  if (plan.currency !== now.currency) return 'currency';
  if (plan.startsOn !== startsOn) return 'calendar';
  return plan.definition === now.definition ? null : 'definition';
}

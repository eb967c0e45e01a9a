import { orderOf, type Step } from './order.ts';

export type TimedStep = {
  readonly id: string;
  readonly earliestStart: number;
  readonly latestStart: number;
  /** How long it may wait without delaying the whole. */
  readonly slack: number;
};

export type CriticalPath =
  | {
      readonly status: 'ok';
      readonly length: number;
      readonly steps: readonly TimedStep[];
      readonly critical: readonly string[];
    }
  | { readonly status: 'cycle'; readonly cycle: readonly string[] };

/**
 * Earliest and latest starts, slack and the chain that binds (critical path method, Kelley & Walker 1959), in the unit of the durations.
 * Some chain has no slack; it is told in its order.
 * @throws RangeError for a negative duration, a step that stands twice, or one that nobody knows
 */
export function criticalPath(steps: readonly Step[]): CriticalPath {
  const order = orderOf(steps);
  if (order.status === 'cycle') return order;
  const byId = new Map(steps.map((step) => [step.id, step]));
  const start = new Map<string, number>();
  let length = 0;
  for (const id of order.order) {
    const { duration, after } = byId.get(id) as Step;
    if (!(duration >= 0)) throw new RangeError('A duration is 0 or more.');
    const at = after.reduce(
      (latest, one) => Math.max(latest, (start.get(one) ?? 0) + (byId.get(one)?.duration ?? 0)),
      0,
    );
    start.set(id, at);
    length = Math.max(length, at + duration);
  }
  const latest = new Map<string, number>();
  for (const id of order.order.toReversed()) {
    const { duration, after } = byId.get(id) as Step;
    const own = Math.min(latest.get(id) ?? length, length) - duration;
    latest.set(id, own);
    // Until its own turn comes, `latest` of a step holds by when it has to be finished.
    for (const one of after) latest.set(one, Math.min(latest.get(one) ?? length, own));
  }
  // Sums of decimals miss each other by their last digits.
  const least = 1e-9 * Math.max(1, length);
  const timed = order.order.map((id): TimedStep => {
    const [earliestStart, latestStart] = [start.get(id) ?? 0, latest.get(id) ?? 0];
    const slack = latestStart - earliestStart;
    return { id, earliestStart, latestStart, slack: slack < least ? 0 : slack };
  });
  return { status: 'ok', length, steps: timed, critical: timed.filter(({ slack }) => slack === 0).map(({ id }) => id) };
}

/**
 * What a duration is expected to be from three guesses, and how far it may be off (PERT, 1958): mean `(o + 4m + p) ÷ 6`, standard
 * deviation `(p − o) ÷ 6`, in the unit of the guesses.
 * @throws RangeError when the guesses are not in order or below 0
 */
export function expectedDuration({
  optimistic,
  likely,
  pessimistic,
}: {
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
}): { mean: number; deviation: number } {
  if (!(0 <= optimistic && optimistic <= likely && likely <= pessimistic))
    throw new RangeError('Optimistic, likely and pessimistic come in this order.');
  return { mean: (optimistic + 4 * likely + pessimistic) / 6, deviation: (pessimistic - optimistic) / 6 };
}

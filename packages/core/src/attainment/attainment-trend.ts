import { type ControlLimits, controlLimits, enoughHistory } from '../pacing/control-limits.ts';

/** A period in order: its attainment, and whether it is over and compared with the others. */
export type TrendPoint = { readonly ratio: number | null; readonly isCounted: boolean };

/** `above` and `below` lie outside the control limits; `usual` is what the process does by itself; null where nobody can say. */
export type TrendSignal = 'above' | 'below' | 'usual' | null;

export type AttainmentTrend = {
  /** Null with fewer than eight periods that count. */
  readonly limits: ControlLimits | null;
  /** How many periods count. */
  readonly counted: number;
  readonly signals: readonly TrendSignal[];
};

/** What floating point may add to a mean of equal ratios. */
const noise = 1e-9;

/**
 * The trend of attainment with its control limits: of whole periods that are compared with each other, eight or more. A period beyond them
 * is told apart from what the process does by itself; one that is not compared, or not over, makes no limit and has no signal.
 */
export function attainmentTrend(points: readonly TrendPoint[]): AttainmentTrend {
  const known = points.flatMap(({ ratio, isCounted }) => (isCounted && ratio !== null ? [ratio] : []));
  const limits = known.length >= enoughHistory ? controlLimits(known) : null;
  const signalOf = ({ ratio, isCounted }: TrendPoint): TrendSignal => {
    if (!limits || ratio === null || !isCounted) return null;
    if (ratio > limits.upper + noise) return 'above';
    return ratio < limits.lower - noise ? 'below' : 'usual';
  };
  return { limits, counted: known.length, signals: points.map(signalOf) };
}

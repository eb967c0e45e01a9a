/** Something that was watched for so long, in days: it ended in an event, or it was still open when it was last looked at. */
export type Watched = { readonly time: number; readonly isEvent: boolean; readonly weight?: number };

/** What is left after each time at which something happened. `survival` holds from `time` (included) to the next step. */
export type Step = {
  readonly time: number;
  readonly survival: number;
  /** Weight that was still watched just before, and that ended here. */
  readonly atRisk: number;
  readonly ended: number;
};
export type Curve = readonly Step[];

/**
 * The share that has not ended yet, by time (Kaplan & Meier 1958). What is still open counts for as long as it was watched, so young
 * cases are neither failures nor left out. With weights (amounts) it is the share of the weight. Steps stand at events only, in order.
 *
 * Throws RangeError on a time or a weight that is negative or not finite.
 */
export function kaplanMeier(watched: readonly Watched[]): Curve {
  for (const { time, weight = 1 } of watched) {
    if (!(time >= 0 && Number.isFinite(time) && weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`Times and weights are finite and not negative; got ${time} and ${weight}.`);
  }
  const sorted = watched.toSorted((a, b) => a.time - b.time);
  let atRisk = sorted.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let survival = 1;
  const curve: Step[] = [];
  for (let from = 0; from < sorted.length; ) {
    const time = sorted[from]?.time ?? 0;
    let [ended, gone, to] = [0, 0, from];
    for (; sorted[to]?.time === time; to += 1) {
      const { isEvent, weight = 1 } = sorted[to] as Watched;
      gone += weight;
      if (isEvent) ended += weight;
    }
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      curve.push({ time, survival: Math.max(0, survival), atRisk, ended });
    }
    atRisk -= gone;
    from = to;
  }
  return curve;
}

/** The share that is left just after a time: 1 before the first step. */
export function survivalAt(curve: Curve, time: number): number {
  return curve.findLast((step) => step.time <= time)?.survival ?? 1;
}

/**
 * The time by which a share has ended: the first step at which no more than `1 − share` is left; 0.5 is the median. Null where the curve
 * does not come down so far: nobody knows yet.
 */
export function survivalQuantile(curve: Curve, share: number): number | null {
  return curve.find(({ survival }) => survival <= 1 - share + 1e-12)?.time ?? null;
}

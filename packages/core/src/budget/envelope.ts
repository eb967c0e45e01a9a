import { type Curve, lnMarginalAt, marginalAt, responseAt } from './response.ts';

/**
 * The upper concave envelope of a curve between two spends: a chord of one slope from `low` to `touch`, then the curve itself.
 * A concave curve has no chord: `touch` is `low`.
 */
export type Envelope = {
  readonly curve: Curve;
  readonly low: number;
  readonly high: number;
  readonly touch: number;
  readonly slope: number;
};

/** Halvings of an interval of doubles, until its ends are neighbours. */
const mostSteps = 200;

/** The spend up to which a curve is convex, each unit returning more than the one before; 0 for a concave curve. */
export function turningPoint(curve: Curve): number {
  if (curve.kind !== 'hill' || curve.shape <= 1) return 0;
  return curve.half * ((curve.shape - 1) / (curve.shape + 1)) ** (1 / curve.shape);
}

/** The envelope of a curve on [low, high] (rule 11, S-shaped responses). */
export function envelopeOf(curve: Curve, { low, high }: { low: number; high: number }): Envelope {
  const plain: Envelope = { curve, low, high, touch: low, slope: Number.POSITIVE_INFINITY };
  if (curve.kind !== 'hill' || curve.shape <= 1 || curve.ceiling === 0 || high <= low) return plain;
  const turn = turningPoint(curve);
  // A span that begins beyond the turning point is concave throughout.
  if (low >= turn) return plain;
  const start = responseAt(curve, low);
  const chord = (spend: number): number => (responseAt(curve, spend) - start) / (spend - low);
  const isBefore = (spend: number): boolean => marginalAt(curve, spend) >= chord(spend);
  if (high <= turn || isBefore(high)) return { ...plain, touch: high, slope: chord(high) };
  const touch = halved(turn, high, isBefore);
  return { ...plain, touch, slope: chord(touch) };
}

/** The largest spend whose next unit still returns at least a price along the envelope, the price by its natural logarithm. */
export function spendAt({ curve, low, high, touch, slope }: Envelope, lnPrice: number): number {
  if (touch > low && lnPrice > Math.log(slope)) return low;
  if (lnMarginalAt(curve, touch) <= lnPrice) return touch;
  return Math.min(high, Math.max(touch, beyond(curve, lnPrice, touch, high)));
}

function beyond(curve: Curve, lnPrice: number, touch: number, high: number): number {
  if (lnMarginalAt(curve, high) >= lnPrice) return high;
  if (curve.kind === 'power')
    return Math.exp((Math.log(curve.scale * curve.exponent) - lnPrice) / (1 - curve.exponent));
  if (curve.kind === 'exponential') return (Math.log(curve.ceiling * curve.rate) - lnPrice) / curve.rate;
  return halved(touch, high, (spend) => lnMarginalAt(curve, spend) >= lnPrice);
}

/** The end of the stretch, from `low` on, in which something holds. */
function halved(low: number, high: number, holds: (at: number) => boolean): number {
  let [inside, outside] = [low, high];
  for (let step = 0; step < mostSteps; step += 1) {
    const middle = inside + (outside - inside) / 2;
    if (middle <= inside || middle >= outside) break;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

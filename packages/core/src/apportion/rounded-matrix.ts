/** A matrix being rounded: whole cells so far, the part each was cut by (0 = not to be raised), and which were raised. */
export type RoundedMatrix = {
  readonly width: number;
  readonly source: Float64Array;
  readonly cells: Float64Array;
  readonly fractions: Float64Array;
  readonly raised: Uint8Array;
  /** How many units each column holds too many (negative: too few). */
  readonly surplus: Float64Array;
};

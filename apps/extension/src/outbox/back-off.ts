const FIRST_MS = 5_000;
const LONGEST_MS = 30 * 60_000;

export type BackOff = {
  /** Attempts made so far, at least 1. */
  attemptCount: number;
  /** What the server asked for by Retry-After, 0 when it did not. */
  waitMs: number;
  /** A number in [0, 1). */
  dice: number;
};

/**
 * Milliseconds until the next attempt: 5 s doubled with each failure, at most half an hour, of which the dice take away up to
 * a quarter so that a whole team does not come back in one second; never earlier than the server asked for.
 */
export function backOffMs({ attemptCount, waitMs, dice }: BackOff): number {
  if (attemptCount < 1) throw new RangeError(`A back-off follows at least one attempt, not ${attemptCount}.`);
  const whole = Math.min(FIRST_MS * 2 ** Math.min(attemptCount - 1, 30), LONGEST_MS);
  return Math.max(Math.round(whole * (1 - dice / 4)), waitMs);
}

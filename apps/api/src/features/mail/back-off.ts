/** Minutes to wait after the first, second, … attempt that failed. */
const waits = [1, 5, 15, 60, 180, 360, 720] as const;

/** When a mail is tried again after so many attempts; null when it has been tried often enough: for about a day. */
export function nextAttempt(attempts: number, now: string): string | null {
  const minutes = waits[attempts - 1];
  return minutes === undefined ? null : new Date(Date.parse(now) + minutes * 60_000).toISOString();
}

/** What was measured: its value, and of a rate its interval; null where it is not known. */
export type Measured = {
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/** Which way is good. */
export type Direction = 'up' | 'down';

export type KpiStatus = 'met' | 'missed' | 'open' | 'unknown';

/**
 * Where a measure stands to what is wanted of it. A rate is met or missed only when its whole interval says so, else it is open: with few
 * counts nobody knows yet. A sum or count is met once it has reached its aim, and missed only when its period is over; one that should
 * stay small is missed once it is beyond, and met only when its period is over. What was not measured is unknown, and no zero.
 */
export function kpiStatus(
  { value, interval }: Measured,
  { aim, direction, isOver }: { readonly aim: number; readonly direction: Direction; readonly isOver: boolean },
): KpiStatus {
  if (value === null) return 'unknown';
  if (interval) {
    const { low, high } = interval;
    if (direction === 'up') return low >= aim ? 'met' : high < aim ? 'missed' : 'open';
    return high <= aim ? 'met' : low > aim ? 'missed' : 'open';
  }
  if (direction === 'up') return value >= aim ? 'met' : isOver ? 'missed' : 'open';
  return value > aim ? 'missed' : isOver ? 'met' : 'open';
}

/** How much of what is wanted was reached; null where nothing was measured, where the aim is none, or where small is good. */
export const attainmentOf = (value: number | null, aim: number | null, direction: Direction): number | null =>
  value === null || aim === null || aim <= 0 || direction === 'down' ? null : value / aim;

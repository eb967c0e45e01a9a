import type { PacingView } from '@milepost/contract/pacing';

/** How far the year may go from here: low and high by month, null before the month under way. */
type Fan = { low: (number | null)[]; high: (number | null)[] };

/** The projected landing as a fan from today's actual to the end of the year; null where there is none. */
export function landingFan({ months, total }: PacingView): Fan | null {
  const landing = total?.landing ?? null;
  const last = months.length - 1;
  const lastSold = months.findLastIndex(({ cumulativeActual }) => cumulativeActual !== null);
  if (!landing || lastSold < 0 || lastSold >= last) return null;
  const start = months[lastSold]?.cumulativeActual ?? 0;
  const edge = (end: number): (number | null)[] =>
    months.map((_, at) =>
      at < lastSold ? null : at === last ? end : start + ((end - start) * (at - lastSold)) / (last - lastSold),
    );
  return { low: edge(landing.low), high: edge(landing.high) };
}

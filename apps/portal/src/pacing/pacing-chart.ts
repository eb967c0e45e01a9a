import type { PacingView } from '@milepost/contract/pacing';

type Series = {
  months: string[];
  plan: number[];
  actual: (number | null)[];
  cumulativePlan: number[];
  cumulativeActual: (number | null)[];
  /** The projected landing as a fan from today to the end of the year; null where there is none. */
  fan: { low: (number | null)[]; high: (number | null)[] } | null;
};

/** View → series: by month and cumulative; months that have not begun have no actual. */
export function pacingSeries({ months, total }: PacingView): Series {
  let [planned, sold] = [0, 0];
  const cumulativePlan: number[] = [];
  const cumulativeActual: (number | null)[] = [];
  for (const { plan, actual } of months) {
    planned += plan;
    sold += actual ?? 0;
    cumulativePlan.push(planned);
    cumulativeActual.push(actual === null ? null : sold);
  }
  const landing = total?.landing ?? null;
  const lastSold = cumulativeActual.findLastIndex((value) => value !== null);
  const last = months.length - 1;
  const start = cumulativeActual[lastSold] ?? 0;
  const edge = (end: number): (number | null)[] =>
    months.map((_, at) =>
      at < lastSold
        ? null
        : at === last
          ? end
          : start + ((end - start) * (at - lastSold)) / Math.max(1, last - lastSold),
    );
  return {
    months: months.map(({ startsOn }) => startsOn),
    plan: months.map(({ plan }) => plan),
    actual: months.map(({ actual }) => actual),
    cumulativePlan,
    cumulativeActual,
    fan: landing && lastSold >= 0 && lastSold < last ? { low: edge(landing.low), high: edge(landing.high) } : null,
  };
}

import type { Day } from '../calendar/civil-day.ts';

/** An open amount in minor units and the day on which it is due. */
export type OpenItem = { readonly due: Day; readonly open: number };

/** Days overdue at which a bucket begins: not due, 1–30, 31–60, 61–90, more than 90. */
export const ageingStarts = [Number.NEGATIVE_INFINITY, 1, 31, 61, 91] as const;

/** Open amounts by how long they are overdue on a day, counted from the due day; the buckets sum to all that is open. */
export function ageing(items: readonly OpenItem[], on: Day): number[] {
  const buckets = ageingStarts.map(() => 0);
  for (const { due, open } of items) {
    const at = ageingStarts.findLastIndex((start) => on - due >= start);
    buckets[at] = (buckets[at] ?? 0) + open;
  }
  return buckets;
}

import { Condition } from '@milepost/contract/page';
import type { Sort } from '@milepost/ui/table-columns';
import type { LocationQuery } from 'vue-router';

/** What a list shows: words, conditions and order. It stands in the address, so that a list can be sent and gone back to. */
export type ListState = { q: string; conditions: Condition[]; sort: Sort | null };

/** `-name` is descending. */
export const sortText = (sort: Sort | null): string | null =>
  sort ? `${sort.isDescending ? '-' : ''}${sort.key}` : null;

export const readSort = (text: string | null | undefined): Sort | null =>
  text ? { key: text.replace(/^-/, ''), isDescending: text.startsWith('-') } : null;

function readConditions(text: string): Condition[] {
  try {
    return Condition.array().max(20).parse(JSON.parse(text));
  } catch {
    // A damaged address shows the whole list.
    return [];
  }
}

export function readState(query: LocationQuery): ListState {
  const text = (key: string): string => (typeof query[key] === 'string' ? query[key] : '');
  return { q: text('q'), conditions: readConditions(text('filter') || '[]'), sort: readSort(text('sort')) };
}

/** The parts of the address; what is left out shows everything. */
export function writeState({ q, conditions, sort }: ListState): Record<string, string> {
  const order = sortText(sort);
  return {
    ...(q ? { q } : {}),
    ...(conditions.length > 0 ? { filter: JSON.stringify(conditions) } : {}),
    ...(order ? { sort: order } : {}),
  };
}

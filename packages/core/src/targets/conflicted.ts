import type { Conflict } from '../apportion/ipf.ts';

/** Some members of an axis, by their ids; months by their place from 0. */
export type Members = {
  readonly axis: 'persons' | 'lines' | 'months';
  readonly ids: readonly (string | number)[];
};

/**
 * Zeros in a seed stand in the way: the totals of `asked` exceed those of `open`, the only ones they may draw from, by
 * `missing`.
 */
export type Conflicted = {
  readonly status: 'infeasible';
  readonly asked: Members;
  readonly open: Members;
  readonly missing: number;
};

/** A conflict of rows and columns in the words of the plan's axes. */
export function conflicted(conflict: Conflict, rows: Members, columns: Members): Conflicted {
  const named = ({ axis, ids }: Members, places: readonly number[]): Members => ({
    axis,
    ids: places.map((place) => ids[place] as string | number),
  });
  return {
    status: 'infeasible',
    asked: named(rows, conflict.rows),
    open: named(columns, conflict.columns),
    missing: conflict.missing,
  };
}

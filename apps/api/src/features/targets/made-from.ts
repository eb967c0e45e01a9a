import { fromJson, toJson } from '../../db/columns.ts';
import type { TargetTable } from '../../db/tables/targets.ts';

/** What a target was made from, as its row keeps it. */
export type MadeFrom = {
  /** The days whose revenue the weights are; null where weights were given or everybody got the same. */
  span: { from: string; to: string } | null;
  /** What each person starts from, before pro-rata. */
  baselines: { id: string; weight: number }[];
  regions: { id: string; weight: number }[];
  products: { id: string; line: string; weight: number }[];
  /** What of the past was expected to be lost, and to come from prices; null where there are no core parts. */
  core: { churn: number; price: number } | null;
};

export const madeFromOf = (row: Pick<TargetTable, 'made_from'>): MadeFrom | null =>
  row.made_from === null ? null : fromJson<MadeFrom>(row.made_from);
export const madeFromText = (from: MadeFrom): string => toJson(from);

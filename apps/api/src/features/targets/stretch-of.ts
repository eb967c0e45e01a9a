import type { Stretch } from '@milepost/core/targets/stretch';
import { fromJson } from '../../db/columns.ts';
import type { TargetTable } from '../../db/tables/targets.ts';

/** The stretch level of a target as its row keeps it; null where there is none. */
export const stretchOf = ({ stretch }: Pick<TargetTable, 'stretch'>): Stretch | null =>
  stretch === null ? null : fromJson<Stretch>(stretch);

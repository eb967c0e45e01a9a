import type { ImportOptions } from '@milepost/contract/imports';
import type { FieldInUse } from '../fields/store.ts';

/** What an import is told before it begins. */
export type RunAbout = {
  today: string;
  fileName: string;
  options: ImportOptions;
  acceptsLikely: boolean;
  /** The header of the file that stands for each field. */
  headers: ReadonlyMap<string, string>;
  /** The organisation's own fields of the kind. */
  fields?: readonly FieldInUse[];
};

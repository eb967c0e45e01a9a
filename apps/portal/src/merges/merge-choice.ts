import { type MergeKind, mergeFields } from '@milepost/contract/merges';
import type { Duplicate } from './merges.queries.ts';

export type Side = 'a' | 'b';
export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

const isKnown = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** The fields in which the two differ: nothing has to be chosen of the others. */
export const differingFields = (kind: MergeKind, { a, b }: Pick<Duplicate, 'a' | 'b'>): string[] =>
  mergeFields[kind].filter((field) => (a.fields[field] ?? null) !== (b.fields[field] ?? null));

/** Whose value each field keeps at first: the survivor's, and where that is unknown the other one's. */
export const firstChoice = (kind: MergeKind, pair: Pick<Duplicate, 'a' | 'b'>, survivor: Side): Record<string, Side> =>
  Object.fromEntries(
    differingFields(kind, pair).map((field) => [
      field,
      isKnown(pair[survivor].fields[field]) ? survivor : otherSide(survivor),
    ]),
  );

/** The fields that the survivor takes from the other one. */
export const takenFields = (choice: Readonly<Record<string, Side>>, survivor: Side): string[] =>
  Object.entries(choice).flatMap(([field, side]) => (side === survivor ? [] : [field]));

import { foldName } from '../identity/fold-name.ts';
import { trimCell } from './read-text.ts';

/** A record that a name may mean. */
export type KnownName = { readonly id: string; readonly name: string };
/** A spelling that somebody confirmed to mean a record. */
export type ConfirmedAlias = { readonly alias: string; readonly id: string };

/** Known names ready to be looked up, as written and folded. */
export type NameIndex = {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byAlias: ReadonlyMap<string, string>;
  readonly byFold: ReadonlyMap<string, readonly string[]>;
};

/**
 * Whom a name means. `exact`: written just so, or a confirmed alias. `likely`: equal after folding case, width, spaces and
 * punctuation (`GTXPro`, `GTX Pro`), to be confirmed. `ambiguous`: several records bear the name, so it says of none of
 * them that it is meant.
 */
export type NameMatch =
  | { readonly status: 'exact'; readonly id: string; readonly by: 'name' | 'alias' }
  | { readonly status: 'likely'; readonly id: string }
  | { readonly status: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly status: 'unknown' };

/** The known names by spelling and by fold. */
export function indexNames(known: readonly KnownName[], aliases: readonly ConfirmedAlias[]): NameIndex {
  return {
    byName: idsBy(known, trimCell),
    byAlias: new Map(aliases.map(({ alias, id }) => [foldName(alias), id])),
    byFold: idsBy(known, foldName),
  };
}

/** Whom a name means among the indexed ones. A record's own name counts before an alias. */
export function matchName(index: NameIndex, name: string): NameMatch {
  const written = index.byName.get(trimCell(name));
  if (written)
    return written.length > 1
      ? { status: 'ambiguous', ids: written }
      : { status: 'exact', id: written[0] as string, by: 'name' };
  const fold = foldName(name);
  const confirmed = index.byAlias.get(fold);
  if (confirmed !== undefined) return { status: 'exact', id: confirmed, by: 'alias' };
  const folded = index.byFold.get(fold);
  if (folded === undefined || fold === '') return { status: 'unknown' };
  return folded.length > 1 ? { status: 'ambiguous', ids: folded } : { status: 'likely', id: folded[0] as string };
}

function idsBy(known: readonly KnownName[], keyOf: (name: string) => string): Map<string, string[]> {
  const groups = Map.groupBy(known, ({ name }) => keyOf(name));
  return new Map([...groups].map(([key, names]) => [key, [...new Set(names.map(({ id }) => id))]]));
}

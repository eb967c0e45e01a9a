import { type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import type { SearchedKind } from './searched.ts';
import { sightOf } from './sight-store.ts';
import type { SearchEntryTable } from './tables/search.ts';
import { ofDepartment, visibleTo } from './visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Row = Readonly<Record<string, string | null>>;

/** The people of a record's sight as its entry names them, in their order. */
export const peopleOfEntry = ['owner_id', 'backup_id', 'third_id', 'fourth_id'] as const;
const columnsOfEntry = [...peopleOfEntry, ofDepartment];
type SightOfEntry = Pick<SearchEntryTable, (typeof peopleOfEntry)[number] | 'department_id'>;

/** The columns by which people, not departments, see a kind of record. A file has the sight of what it is kept with. */
export const peopleSeeing = (kind: SearchedKind): readonly string[] =>
  kind === 'attachment' ? peopleOfEntry : (sightOf[kind] as readonly string[]).filter((name) => name !== ofDepartment);

/** Who sees a record, as its entry says it. */
export function sightOfEntry(kind: SearchedKind, row: Row): SightOfEntry {
  const people = peopleSeeing(kind);
  const by = (place: number): string | null => row[people[place] ?? ''] ?? null;
  return {
    ...{ owner_id: by(0), backup_id: by(1), third_id: by(2), fourth_id: by(3) },
    department_id: (sightOf as Record<string, readonly string[]>)[kind]?.includes(ofDepartment)
      ? (row[ofDepartment] ?? null)
      : null,
  };
}

/** The predicate of sight over entries; the records themselves are asked again before anything is answered. */
export function entriesInSight(actor: Actor) {
  const named = visibleTo(
    actor,
    columnsOfEntry,
  )(expressionBuilder<Loose, string>() as ExpressionBuilder<Loose, string>);
  if (actor.reach === 'all') return named;
  // To members of a department whatever else is in their name is not there.
  return actor.isConfined
    ? sql<SqlBool>`(department_id is not null and ${named})`
    : sql<SqlBool>`(is_common = 1 or ${named})`;
}

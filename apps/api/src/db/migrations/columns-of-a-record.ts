import type { CreateTableBuilder } from 'kysely';

/** Columns every record table begins with; `org_id` is first in the primary key. */
export const recordColumns = <T extends string>(table: CreateTableBuilder<T, never>, name: string) =>
  table
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull().defaultTo(1))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('archived_at', 'text')
    .addPrimaryKeyConstraint(`${name}_pk`, ['org_id', 'id'] as never[]);

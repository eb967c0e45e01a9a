import { hasFields } from '@milepost/contract/fields';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import type { RecordRow, RecordTable, recordStore } from '../db/record-store.ts';
import { fieldsInUse } from '../features/fields/store.ts';
import { type Cell, cellOf, type Fielded } from './export-cells.ts';
import type { Card } from './write-vcard.ts';

type Query = Parameters<ReturnType<typeof recordStore<'account'>>['each']>[2];

/** One record as it is taken out: as the wire has it, as cells of a table, and where it is somebody as a card. */
export type Exported = { view: object; cells: readonly Cell[]; card: Card | null };

/** A kind of record as a table: its headers are those that our own import knows. */
export type ExportKind = {
  /** The headers of its table, the organisation's own fields last. */
  header(db: Db, actor: Actor): Promise<readonly string[]>;
  each(db: Db, actor: Actor, query: Query): AsyncGenerator<Exported>;
};

const atOnce = 500;

/** A kind of record from where it is kept, how the wire has it, and the columns of its table. */
export function exportKind<T extends RecordTable, V extends { id: string }>(
  store: Pick<ReturnType<typeof recordStore<T>>, 'each' | 'spec'>,
  views: (db: Db, actor: Actor, rows: readonly RecordRow<T>[]) => Promise<V[]>,
  columns: Readonly<Record<string, (view: V, currency: string) => Cell>>,
  cardOf: ((view: V) => Omit<Card, 'uid'>) | null = null,
): ExportKind {
  const cells = Object.values(columns);
  const { table } = store.spec;
  const ownFields = async (db: Db, actor: Actor) => (hasFields(table) ? fieldsInUse(db, actor.orgId, table) : []);
  return {
    header: async (db, actor) => [...Object.keys(columns), ...(await ownFields(db, actor)).map(({ name }) => name)],
    async *each(db, actor, query) {
      const { currency } = actor.organisation;
      const own = await ownFields(db, actor);
      const exported = (view: V): Exported => ({
        view,
        cells: [
          ...cells.map((cell) => cell(view, currency)),
          ...own.map((field) => cellOf(field, view as unknown as Fielded, currency)),
        ],
        card: cardOf && { ...cardOf(view), uid: `urn:uuid:${view.id}` },
      });
      let some: RecordRow<T>[] = [];
      for await (const row of store.each(db, actor, query)) {
        some.push(row);
        if (some.length < atOnce) continue;
        yield* (await views(db, actor, some)).map(exported);
        some = [];
      }
      yield* (await views(db, actor, some)).map(exported);
    },
  };
}

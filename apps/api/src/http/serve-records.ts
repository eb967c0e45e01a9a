import type { Page } from '@milepost/contract/page';
import type * as z from 'zod';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/open.ts';
import type { RecordRow, RecordTable, recordStore } from '../db/record-store.ts';
import type { Deps } from '../deps.ts';
import type { App } from './app.ts';
import { Failure, fieldIssue } from './failure.ts';
import { mountRecordRoutes } from './record-routes.ts';

type Store<T extends RecordTable> = ReturnType<typeof recordStore<T>>;

type Served<T extends RecordTable, V, N, P> = {
  path: string;
  noun: string;
  schemas: { view: z.ZodType<V>; create: z.ZodType<N>; patch: z.ZodType<P> };
  store: Pick<Store<T>, 'list' | 'get' | 'archive' | 'restore'>;
  views(db: Db, actor: Actor, rows: readonly RecordRow<T>[]): Promise<V[]>;
  create(deps: Deps, actor: Actor, input: N): Promise<{ row: RecordRow<T>; isNew: boolean }>;
  change(deps: Deps, actor: Actor, id: string, seen: number, patch: P): Promise<RecordRow<T>>;
  /** Where taking away needs more than the store's own archive. */
  archive?(deps: Deps, actor: Actor, id: string, seen: number): Promise<RecordRow<T>>;
  restore?(deps: Deps, actor: Actor, id: string, seen: number): Promise<RecordRow<T>>;
};

/** Serves a kind of record whose views come from its rows: list, read, create, change, archive, restore. */
export function serveRecords<T extends RecordTable, V extends { id: string; version: number }, N, P>(
  app: App,
  deps: Deps,
  { path, noun, schemas, store, views, create, change, archive, restore }: Served<T, V, N, P>,
): void {
  const { db } = deps;
  const view = async (actor: Actor, row: RecordRow<T>): Promise<V> => (await views(db, actor, [row]))[0] as V;
  /** A record that was merged into another is read as that one. */
  const survivorOf = async (row: RecordRow<T>, actor: Actor): Promise<RecordRow<T>> => {
    const { merged_into_id: into } = row as { merged_into_id?: string | null };
    return into ? store.get(db, actor, into) : row;
  };
  mountRecordRoutes<V, N, P>(app, {
    path,
    noun,
    ...schemas,
    async list(actor, query): Promise<Page<V>> {
      const page = await store.list(db, actor, query);
      return { ...page, items: await views(db, actor, page.items) };
    },
    read: async (actor, id) => view(actor, await survivorOf(await store.get(db, actor, id), actor)),
    async add(actor, input) {
      const { row, isNew } = await create(deps, actor, input);
      return { view: await view(actor, row), isNew };
    },
    change: async (actor, id, seen, patch) => view(actor, await change(deps, actor, id, seen, patch)),
    archive: async (actor, id, seen) =>
      view(
        actor,
        archive
          ? await archive(deps, actor, id, seen)
          : await deps.transact(actor, (work) => store.archive(work, id, seen)),
      ),
    restore: async (actor, id, seen) => {
      const { merged_into_id: into } = (await store.get(db, actor, id)) as { merged_into_id?: string | null };
      if (into) throw new Failure('invalid-input', fieldIssue('/id', 'merged', 'undo the merge instead'));
      return view(
        actor,
        restore
          ? await restore(deps, actor, id, seen)
          : await deps.transact(actor, (work) => store.restore(work, id, seen)),
      );
    },
    stateOf: (actor, row) => view(actor, row as RecordRow<T>),
  });
}

import { createRoute, z } from '@hono/zod-openapi';
import { ListQuery, type Page, pageOf } from '@milepost/contract/page';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../auth/actor.ts';
import { type App, body, json, refusals, versionSeen } from './app.ts';
import { Failure } from './failure.ts';

type View = { id: string; version: number };

export type RecordRoutes<V extends View, N, P> = {
  /** `/accounts` */
  path: string;
  /** What one is called in the description of the API. */
  noun: string;
  view: z.ZodType<V>;
  create: z.ZodType<N>;
  patch: z.ZodType<P>;
  list(actor: Actor, query: ListQuery): Promise<Page<V>>;
  read(actor: Actor, id: string): Promise<V>;
  add(actor: Actor, input: N): Promise<{ view: V; isNew: boolean }>;
  change(actor: Actor, id: string, seen: number, patch: P): Promise<V>;
  archive(actor: Actor, id: string, seen: number): Promise<V>;
  restore(actor: Actor, id: string, seen: number): Promise<V>;
  /** A row as it stands → view, for the answer to a clash. */
  stateOf(actor: Actor, row: unknown): Promise<V>;
};

/** The six routes that every kind of record has. */
export function mountRecordRoutes<V extends View, N, P>(app: App, routes: RecordRoutes<V, N, P>): void {
  const { path, noun } = routes;
  const one = `${path}/{id}`;
  const params = z.object({ id: Id });
  const headers = z.object({
    'if-match': z.string().optional().openapi({ description: 'The version seen, e.g. "3"' }),
  });
  const clashing = async <T>(actor: Actor, deed: Promise<T>): Promise<T> => {
    try {
      return await deed;
    } catch (error) {
      if (error instanceof Failure && error.code === 'version-clash' && error.more.row)
        throw new Failure('version-clash', { current: await routes.stateOf(actor, error.more.row) });
      throw error;
    }
  };

  app.openapi(
    createRoute({
      method: 'get',
      path,
      tags: [noun],
      summary: `List ${noun}s`,
      request: { query: ListQuery },
      responses: { 200: json(pageOf(routes.view), 'A page'), ...refusals },
    }),
    async (c) => c.json(await routes.list(c.get('actor'), c.req.valid('query')), 200) as never,
  );
  app.openapi(
    createRoute({
      method: 'post',
      path,
      tags: [noun],
      summary: `Create ${noun}, once per id`,
      request: { body: body(routes.create) },
      responses: { 201: json(routes.view, 'Created'), 200: json(routes.view, 'Was there already'), ...refusals },
    }),
    async (c) => {
      const { view, isNew } = await routes.add(c.get('actor'), c.req.valid('json') as N);
      return c.json(view, isNew ? 201 : 200, { etag: `"${view.version}"` }) as never;
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: one,
      tags: [noun],
      summary: `Read ${noun}`,
      request: { params },
      responses: { 200: json(routes.view, 'The record'), ...refusals },
    }),
    async (c) => {
      const view = await routes.read(c.get('actor'), c.req.valid('param').id);
      return c.json(view, 200, { etag: `"${view.version}"` }) as never;
    },
  );
  app.openapi(
    createRoute({
      method: 'patch',
      path: one,
      tags: [noun],
      summary: `Change ${noun}`,
      request: { params, headers, body: body(routes.patch) },
      responses: { 200: json(routes.view, 'Changed'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const view = await clashing(
        actor,
        routes.change(actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json') as P),
      );
      return c.json(view, 200, { etag: `"${view.version}"` }) as never;
    },
  );
  for (const deed of ['archive', 'restore'] as const)
    app.openapi(
      createRoute({
        method: 'post',
        path: `${one}/${deed}`,
        tags: [noun],
        summary: `${deed} ${noun}`,
        request: { params, headers },
        responses: { 200: json(routes.view, 'Done'), ...refusals },
      }),
      async (c) => {
        const actor = c.get('actor');
        return c.json(
          await clashing(actor, routes[deed](actor, c.req.valid('param').id, versionSeen(c))),
          200,
        ) as never;
      },
    );
}

import { createRoute, z } from '@hono/zod-openapi';
import { ApiKeyList, ApiKeyView, MadeApiKey, NewApiKey } from '@milepost/contract/api-keys';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import type { ApiKeyTable } from '../../db/tables/platform.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals } from '../../http/app.ts';
import { makeApiKey, revokeApiKey } from './make-api-key.ts';
import { apiKeys } from './store.ts';
import { apiKeyViews } from './views.ts';

/** Keys for programs. They act as the one who made them; no key reaches these addresses. */
export function apiKeyRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const view = async (actor: Actor, row: ApiKeyTable) =>
    (await apiKeyViews(db, actor, [row], clock.now()))[0] as ApiKeyView;
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api-keys',
      tags: ['api key'],
      summary: 'Your keys; of everybody for administrators',
      responses: { 200: json(ApiKeyList, 'Newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json({ items: await apiKeyViews(db, actor, await apiKeys.list(db, actor), clock.now()) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api-keys',
      tags: ['api key'],
      summary: 'Make a key; its secret is answered this once',
      request: { body: body(NewApiKey) },
      responses: { 201: json(MadeApiKey, 'Made'), 200: json(MadeApiKey, 'Was there already'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { row, secret } = await makeApiKey(deps, actor, c.req.valid('json'));
      return c.json({ ...(await view(actor, row)), secret }, secret === null ? 200 : 201) as never;
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api-keys/{id}/revoke',
      tags: ['api key'],
      summary: 'End a key at once',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(ApiKeyView, 'Revoked'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await view(actor, await revokeApiKey(deps, actor, c.req.valid('param').id)), 200);
    },
  );
}

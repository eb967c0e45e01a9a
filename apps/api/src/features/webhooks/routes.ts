import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@milepost/contract/scalars';
import {
  DeliveryPage,
  DeliveryQuery,
  DeliveryView,
  NewWebhook,
  WebhookPatch,
  WebhookWithSecret,
} from '@milepost/contract/webhooks';
import type { Actor } from '../../auth/actor.ts';
import type { WebhookTable } from '../../db/tables/platform.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { mountRecordRoutes } from '../../http/record-routes.ts';
import { resendDelivery, sendTest } from './resend.ts';
import { changeWebhook, createWebhook, rotateSecret } from './save-webhook.ts';
import { deliveriesOf, webhooks } from './store.ts';
import { deliveryView, webhookViews } from './views.ts';

const params = z.object({ id: Id });

/** Webhooks are made by managers and administrators. Each sees their own, administrators those of all. */
export function webhookRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const get = (actor: Actor, id: string) => webhooks.get(db, webhooks.sightFor(actor), id);
  const view = async (actor: Actor, row: WebhookTable) =>
    (await webhookViews(db, actor, [row], clock.now()))[0] as WebhookWithSecret;
  const moved = async (actor: Actor, id: string, seen: number, deed: 'archive' | 'restore') =>
    view(actor, await deps.transact(webhooks.sightFor(actor), (work) => webhooks[deed](work, id, seen)));
  app.use('/webhooks', onlyManagers);
  app.use('/webhooks/*', onlyManagers);
  mountRecordRoutes<WebhookWithSecret, NewWebhook, WebhookPatch>(app, {
    path: '/webhooks',
    noun: 'webhook',
    view: WebhookWithSecret,
    create: NewWebhook,
    patch: WebhookPatch,
    async list(actor, query) {
      const page = await webhooks.list(db, webhooks.sightFor(actor), query);
      return { ...page, items: await webhookViews(db, actor, page.items, clock.now()) };
    },
    read: async (actor, id) => view(actor, await get(actor, id)),
    async add(actor, input) {
      const { row, isNew, secret } = await createWebhook(deps, actor, input);
      return { view: { ...(await view(actor, row)), secret }, isNew };
    },
    change: async (actor, id, seen, patch) => view(actor, await changeWebhook(deps, actor, id, seen, patch)),
    archive: (actor, id, seen) => moved(actor, id, seen, 'archive'),
    restore: (actor, id, seen) => moved(actor, id, seen, 'restore'),
    stateOf: (actor, row) => view(actor, row as WebhookTable),
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/webhooks/{id}/rotate',
      tags: ['webhook'],
      summary: 'A new secret; the former one signs beside it for a day',
      request: { params, headers: z.object({ 'if-match': z.string().optional() }) },
      responses: { 200: json(WebhookWithSecret, 'Rotated, with the secret this once'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      try {
        const { row, secret } = await rotateSecret(deps, actor, c.req.valid('param').id, versionSeen(c));
        return c.json({ ...(await view(actor, row)), secret }, 200);
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'version-clash' && error.more.row)) throw error;
        throw new Failure('version-clash', { current: await view(actor, error.more.row as WebhookTable) });
      }
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/webhooks/{id}/deliveries',
      tags: ['webhook'],
      summary: 'What was sent to it, and what became of that',
      request: { params, query: DeliveryQuery },
      responses: { 200: json(DeliveryPage, 'Newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = await get(actor, c.req.valid('param').id);
      const { items, next } = await deliveriesOf(db, actor.orgId, id, c.req.valid('query'));
      return c.json({ items: items.map(deliveryView), next }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/webhooks/{id}/test',
      tags: ['webhook'],
      summary: 'Send a test now',
      request: { params },
      responses: { 200: json(DeliveryView, 'What became of it'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(deliveryView(await sendTest(deps, actor, await get(actor, c.req.valid('param').id))), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/webhooks/{id}/deliveries/{deliveryId}/resend',
      tags: ['webhook'],
      summary: 'Send a delivery again now',
      request: { params: z.object({ id: Id, deliveryId: Id }) },
      responses: { 200: json(DeliveryView, 'What became of it'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id, deliveryId } = c.req.valid('param');
      return c.json(deliveryView(await resendDelivery(deps, actor, await get(actor, id), deliveryId)), 200);
    },
  );
}

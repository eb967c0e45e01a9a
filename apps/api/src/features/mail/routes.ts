import { createRoute, z } from '@hono/zod-openapi';
import { MailPage, MailQuery, MailView } from '@milepost/contract/mail';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import type { MailTable } from '../../db/tables/mail.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { cancelMail, resendMail } from './change-mail.ts';
import { outbox } from './store.ts';
import { mailViews } from './views.ts';

const deeds = { resend: resendMail, cancel: cancelMail } as const;

export function mailRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const view = async (actor: Actor, row: MailTable) => (await mailViews(db, actor, [row]))[0] as MailView;
  app.use('/mail', onlyAdmins);
  app.use('/mail/*', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mail',
      tags: ['mail'],
      summary: 'The outbox: what left the house, and what is to leave it',
      request: { query: MailQuery },
      responses: { 200: json(MailPage, 'A page'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { items, next } = await outbox(db, actor, c.req.valid('query'));
      const isConnected = deps.post !== null;
      return c.json({ items: await mailViews(db, actor, items), next, total: null, isConnected }, 200);
    },
  );
  for (const deed of ['resend', 'cancel'] as const)
    app.openapi(
      createRoute({
        method: 'post',
        path: `/mail/{id}/${deed}`,
        tags: ['mail'],
        summary: `${deed} mail`,
        request: { params: z.object({ id: Id }), headers: z.object({ 'if-match': z.string().optional() }) },
        responses: { 200: json(MailView, 'Done'), ...refusals },
      }),
      async (c) => {
        const actor = c.get('actor');
        try {
          const row = await deeds[deed](deps, actor, c.req.valid('param').id, versionSeen(c));
          return c.json(await view(actor, row), 200) as never;
        } catch (error) {
          if (error instanceof Failure && error.code === 'version-clash' && error.more.row)
            throw new Failure('version-clash', { current: await view(actor, error.more.row as MailTable) });
          throw error;
        }
      },
    );
}

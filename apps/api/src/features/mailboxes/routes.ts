import { createRoute, z } from '@hono/zod-openapi';
import {
  DropAddressView,
  LeaveOut,
  MailboxPatch,
  MailboxRun,
  MailboxView,
  NewDropAddress,
  NewMailbox,
  ReceivedMailPage,
  ReceivedMailQuery,
} from '@milepost/contract/mailboxes';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import { flag } from '../../db/columns.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyAdmins, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { closeDropAddress, openDropAddress, readDropAddress } from './drop-address.ts';
import { changeMailbox, createMailbox } from './save-mailbox.ts';
import { mailboxes, receivedMails } from './store.ts';
import { syncMailbox } from './sync-mailbox.ts';
import { mailboxViews, receivedMailViews } from './views.ts';

const params = z.object({ id: Id });
const tags = ['mailbox'];

/** Mailboxes are kept by administrators; everybody has a drop address of their own. */
export function mailboxRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  app.use('/mailboxes', onlyAdmins);
  app.use('/mailboxes/*', onlyAdmins);
  serveRecords<'mailbox', MailboxView, NewMailbox, MailboxPatch>(app, deps, {
    path: '/mailboxes',
    noun: 'mailbox',
    schemas: { view: MailboxView, create: NewMailbox, patch: MailboxPatch },
    store: mailboxes,
    views: mailboxViews,
    create: createMailbox,
    change: changeMailbox,
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/mailboxes/{id}/sync',
      tags,
      summary: 'Read the folder now, and try everything again that is missing',
      request: { params },
      responses: { 200: json(MailboxRun, 'What was fetched, and how the mailbox is now'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await mailboxes.get(db, actor, c.req.valid('param').id);
      if (row.is_enabled === 0 || row.archived_at !== null) throw new Failure('mailbox-off');
      // What is logged is the house's doing, and not of the person who asks.
      const done = await syncMailbox(deps, { ...actor, personId: null }, row, { isAsked: true });
      if (!done) throw new Failure('job-running');
      const [mailbox] = await mailboxViews(db, actor, [row]);
      return c.json({ ...done, mailbox: mailbox as MailboxView }, 200);
    },
  );
  const pageOf = async (actor: Actor, place: Parameters<typeof receivedMails.list>[2], query: ReceivedMailQuery) => {
    const { items, next } = await receivedMails.list(db, actor, place, query);
    return { items: await receivedMailViews(db, actor, items), next };
  };
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mailboxes/{id}/mails',
      tags,
      summary: 'The mails of a folder, and what became of each',
      request: { params, query: ReceivedMailQuery },
      responses: { 200: json(ReceivedMailPage, 'Newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = await mailboxes.get(db, actor, c.req.valid('param').id);
      return c.json(await pageOf(actor, { mailboxId: id }, c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/mailboxes/{id}/mails/{mailId}/leave-out',
      tags,
      summary: 'Say that a skipped mail is not missing, or that it is',
      request: { params: z.object({ id: Id, mailId: Id }), body: body(LeaveOut) },
      responses: { 200: json(MailboxView, 'How the mailbox is now'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id, mailId } = c.req.valid('param');
      const row = await mailboxes.get(db, actor, id);
      const mail = await receivedMails.find(db, actor.orgId, mailId);
      if (mail?.mailbox_id !== id) throw new Failure('not-found');
      const { isLeftOut } = c.req.valid('json');
      await deps.transact(actor, async (work) => {
        await receivedMails.leaveOut(work, mailId, flag(isLeftOut));
        work.changed({ subject: 'mailbox', recordId: id, action: isLeftOut ? 'mail-left-out' : 'mail-missed' });
      });
      return c.json((await mailboxViews(db, actor, [row]))[0] as MailboxView, 200);
    },
  );
  dropAddressRoutes(app, deps, pageOf);
}

function dropAddressRoutes(
  app: App,
  deps: Deps,
  pageOf: (actor: Actor, place: { personId: string }, query: ReceivedMailQuery) => Promise<ReceivedMailPage>,
): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/drop-address',
      tags,
      summary: 'Is there an address of one’s own that takes mails?',
      responses: { 200: json(DropAddressView, 'Since when, and whether it is used'), ...refusals },
    }),
    async (c) => c.json(await readDropAddress(deps, c.get('actor')), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/drop-address',
      tags,
      summary: 'Make an address of one’s own that takes mails; the one before stops working',
      responses: { 201: json(NewDropAddress, 'The address, this once'), ...refusals },
    }),
    async (c) => c.json(await openDropAddress(deps, c.get('actor')), 201),
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/drop-address',
      tags,
      summary: 'Let the address stop working',
      responses: { 204: { description: 'It takes no mail any more' }, ...refusals },
    }),
    async (c) => {
      await closeDropAddress(deps, c.get('actor'));
      return c.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/drop-address/mails',
      tags,
      summary: 'What came to one’s own address, and what became of it',
      request: { query: ReceivedMailQuery },
      responses: { 200: json(ReceivedMailPage, 'Newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      if (actor.personId === null) throw new Failure('not-allowed');
      return c.json(await pageOf(actor, { personId: actor.personId }, c.req.valid('query')), 200);
    },
  );
}

import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  InvoicePatch,
  InvoiceView,
  NewInvoice,
  NewReceipt,
  ReceiptPatch,
  ReceiptView,
  ReceivablesDefinition,
  ReceivablesDefinitionPatch,
  ReceivablesQuery,
  ReceivablesView,
  ReceivablesWhyQuery,
} from '@milepost/contract/receivables';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { definitions } from './definition-store.ts';
import { explainReceivables } from './explain-receivables.ts';
import { readReceivables } from './read-receivables.ts';
import { changeInvoice, createInvoice, restoreInvoice } from './save-invoice.ts';
import { changeReceipt, createReceipt } from './save-receipt.ts';
import { invoices, receipts } from './store.ts';
import { invoiceViews, receiptViews } from './views.ts';

export function receivableRoutes(app: App, deps: Deps): void {
  serveRecords<'invoice', InvoiceView, NewInvoice, InvoicePatch>(app, deps, {
    path: '/invoices',
    noun: 'invoice',
    schemas: { view: InvoiceView, create: NewInvoice, patch: InvoicePatch },
    store: invoices,
    views: invoiceViews,
    create: createInvoice,
    change: changeInvoice,
    restore: restoreInvoice,
  });
  serveRecords<'receipt', ReceiptView, NewReceipt, ReceiptPatch>(app, deps, {
    path: '/receipts',
    noun: 'receipt',
    schemas: { view: ReceiptView, create: NewReceipt, patch: ReceiptPatch },
    store: receipts,
    views: receiptViews,
    create: createReceipt,
    change: changeReceipt,
  });
  figures(app, deps);
  definitionOf(app, deps);
}

function figures(app: App, { db, clock }: Deps): void {
  const todayOf = (actor: Actor) => clock.today(actor.organisation.timeZone);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/receivables',
      tags: ['receivables'],
      summary: 'What is owed as of a day, by when, and how fast it comes in',
      request: { query: ReceivablesQuery },
      responses: { 200: json(ReceivablesView, 'Receivables as of a day'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readReceivables(db, actor, todayOf(actor), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/receivables/why',
      tags: ['receivables'],
      request: { query: ReceivablesWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of receivables comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: todayOf(actor), now: clock.now() };
      return c.json((await explainReceivables(db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
}

/** What the figures mean: read by everybody, said by administrators. */
function definitionOf(app: App, deps: Deps): void {
  const path = '/receivables/definition';
  app.openapi(
    createRoute({
      method: 'get',
      path,
      tags: ['receivables'],
      responses: { 200: json(ReceivablesDefinition, 'What the figures mean here'), ...refusals },
    }),
    async (c) => c.json(await definitions.get(deps.db, c.get('actor').orgId), 200),
  );
  app.on('PATCH', path, onlyAdmins);
  app.openapi(
    createRoute({
      method: 'patch',
      path,
      tags: ['receivables'],
      request: { body: { required: true, content: { 'application/json': { schema: ReceivablesDefinitionPatch } } } },
      responses: { 200: json(ReceivablesDefinition, 'Changed'), ...refusals },
    }),
    async (c) => {
      const seen = versionSeen(c);
      const patch = c.req.valid('json');
      return c.json(await deps.transact(c.get('actor'), (work) => definitions.update(work, seen, patch)), 200);
    },
  );
}

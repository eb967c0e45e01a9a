import { createRoute, z } from '@hono/zod-openapi';
import { ExpenseView } from '@milepost/contract/expenses';
import { Id } from '@milepost/contract/scalars';
import type { Context } from 'hono';
import type { Actor } from '../../auth/actor.ts';
import type { ExpenseTable } from '../../db/tables/spend.ts';
import type { Deps } from '../../deps.ts';
import { type App, type Env, refusals, versionSeen } from '../../http/app.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { type NewReceipt, receipts } from './receipt-store.ts';
import { ownDraft } from './save-expense.ts';
import { sniffReceipt } from './sniff-receipt.ts';
import { expenses } from './store.ts';
import { expenseViews } from './views.ts';

/** In bytes: a scan of some pages. */
const largestReceipt = 5 * 1024 * 1024;
const params = z.object({ id: Id });
const headers = z.object({ 'if-match': z.string().optional() });
const form = z.object({
  id: Id,
  file: z.custom<File>((value) => value instanceof File, 'a file').openapi({ type: 'string', format: 'binary' }),
});
const view = { description: 'The claim', content: { 'application/json': { schema: ExpenseView } } };

/** @throws Failure `invalid-input`, `too-large`, `receipt-not-readable` */
async function receivedReceipt(c: Context<Env>): Promise<NewReceipt> {
  const parsed = form.safeParse(await c.req.parseBody().catch(() => ({})));
  if (!parsed.success)
    throw new Failure('invalid-input', fieldIssue('/file', 'missing', 'multipart/form-data with id and file'));
  const { id, file } = parsed.data;
  if (file.size > largestReceipt) throw new Failure('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = sniffReceipt(bytes);
  if (mediaType === null) throw new Failure('receipt-not-readable');
  return { id, fileName: file.name.slice(0, 200) || 'receipt', mediaType, bytes };
}

/** Keeps a file as the receipt of one's own claim, while it may still be changed. */
const attach = (deps: Deps, actor: Actor, { id, seen, receipt }: { id: string; seen: number; receipt: NewReceipt }) =>
  deps.transact(actor, async (work): Promise<ExpenseTable> => {
    const row = await ownDraft(work, id);
    if (row.receipt_id === receipt.id) return row;
    if (await receipts.isTaken(work, receipt.id)) throw new Failure('id-taken');
    const changed = await expenses.update(work, id, seen, { receipt_id: receipt.id });
    await receipts.put(work, id, receipt);
    return changed;
  });

const detach = (deps: Deps, actor: Actor, id: string, seen: number) =>
  deps.transact(actor, async (work): Promise<ExpenseTable> => {
    await ownDraft(work, id);
    const changed = await expenses.update(work, id, seen, { receipt_id: null });
    await receipts.drop(work, id);
    return changed;
  });

export function receiptRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const answer = async (c: Context<Env>, row: ExpenseTable) =>
    c.json((await expenseViews(db, c.get('actor'), [row]))[0] as ExpenseView, 200, { etag: `"${row.version}"` });
  const about = { path: '/expenses/{id}/receipt', tags: ['expense'] };

  app.openAPIRegistry.registerPath(
    createRoute({
      ...about,
      method: 'put',
      summary: 'Keep a file as the receipt of a claim: JPEG, PNG, WebP or PDF, at most 5 MB',
      request: { params, headers, body: { required: true, content: { 'multipart/form-data': { schema: form } } } },
      responses: { 200: view, ...refusals },
    }),
  );
  app.put('/expenses/:id/receipt', async (c) => {
    const seen = versionSeen(c);
    const id = c.req.param('id');
    const receipt = await receivedReceipt(c);
    return answer(c, await attach(deps, c.get('actor'), { id, seen, receipt }));
  });
  app.openapi(
    createRoute({
      ...about,
      method: 'delete',
      summary: 'Take the receipt off a claim',
      request: { params, headers },
      responses: { 200: view, ...refusals },
    }),
    async (c) => answer(c, await detach(deps, c.get('actor'), c.req.valid('param').id, versionSeen(c))) as never,
  );
  app.openapi(
    createRoute({
      ...about,
      method: 'get',
      summary: 'The file of a receipt',
      request: { params },
      responses: { 200: { description: 'The file' }, ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await expenses.get(db, actor, c.req.valid('param').id);
      const file = row.receipt_id === null ? undefined : await receipts.find(db, actor, row.receipt_id);
      if (!file) throw new Failure('not-found');
      return c.body(new Uint8Array(Buffer.from(file.content, 'base64')), 200, {
        'content-type': file.media_type,
        // Shown as what it was sniffed to be and nothing else, and without any right of this address.
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.file_name)}`,
        'cache-control': 'private, no-store',
      }) as never;
    },
  );
}

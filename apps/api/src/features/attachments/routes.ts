import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createRoute, z } from '@hono/zod-openapi';
import {
  AttachmentList,
  AttachmentQuery,
  AttachmentView,
  largestAttachment,
  NewAttachment,
} from '@milepost/contract/attachments';
import { Id } from '@milepost/contract/scalars';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import { type App, type Env, json, refusals } from '../../http/app.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { deleteFile, fileInSight, keepFile } from './keep-file.ts';
import { recordOf } from './record-of-store.ts';
import { isShown } from './sniff-file.ts';
import { attachments } from './store.ts';
import { attachmentViews } from './views.ts';

const params = z.object({ id: Id });
const about = { path: '/attachments/{id}', tags: ['attachment'] };
const bytes = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

/** Files of records: what is kept, bringing one, reading it, taking it away. */
export function attachmentRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  app.openapi(
    createRoute({
      method: 'get',
      path: '/attachments',
      tags: ['attachment'],
      summary: 'The files of a record',
      request: { query: AttachmentQuery },
      responses: { 200: json(AttachmentList, 'The newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { recordKind: kind, recordId } = c.req.valid('query');
      await recordOf(db, actor, kind, recordId);
      const rows = await attachments.of(db, actor.orgId, { kind, ids: [recordId] });
      return c.json({ items: await attachmentViews(db, actor, rows) }, 200);
    },
  );
  app.openAPIRegistry.registerPath(
    createRoute({
      ...about,
      method: 'put',
      summary: `Keep a file with a record, once per id: its bytes as the body, at most ${largestAttachment / 1024 / 1024} MB`,
      request: { params, query: NewAttachment, body: { required: true, content: bytes } },
      responses: { 201: json(AttachmentView, 'Kept'), 200: json(AttachmentView, 'Was kept already'), ...refusals },
    }),
  );
  app.put('/attachments/:id', (c) => put(c, deps));
  app.openapi(
    createRoute({
      ...about,
      method: 'delete',
      summary: 'Take a file away for good',
      request: { params },
      responses: { 204: { description: 'Gone' }, ...refusals },
    }),
    async (c) => {
      await deleteFile(deps, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      ...about,
      method: 'get',
      summary: 'The bytes of a file',
      request: { params },
      responses: { 200: { description: 'The file', content: bytes }, ...refusals },
    }),
    async (c) => {
      const { row } = await fileInSight(db, c.get('actor'), c.req.valid('param').id);
      const content = await deps.files.open(row.org_id, row.id);
      if (!content) throw new Failure('file-not-here');
      const way = isShown(row.media_type) ? 'inline' : 'attachment';
      c.header('content-type', row.media_type === 'text/plain' ? 'text/plain; charset=utf-8' : row.media_type);
      c.header('content-length', String(row.size));
      c.header('content-disposition', `${way}; filename*=UTF-8''${encodeURIComponent(row.file_name)}`);
      // Taken as what it was sniffed to be and nothing else, and without any right of this address.
      c.header('x-content-type-options', 'nosniff');
      c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      c.header('cache-control', 'private, no-store');
      return stream(c, async (out) => {
        for await (const piece of content) await out.write(piece);
      }) as never;
    },
  );
}

/** Reads the request by itself: a body that the router had read would stand in memory whole. */
async function put(c: Context<Env>, deps: Deps): Promise<Response> {
  const actor = c.get('actor');
  const id = Id.safeParse(c.req.param('id'));
  const said = NewAttachment.safeParse(c.req.query());
  if (!id.success) throw new Failure('not-found');
  if (!said.success)
    throw new Failure('invalid-input', {
      issues: said.error.issues.map(({ path, code, message }) => ({ path: `/${path.join('/')}`, code, message })),
    });
  if (!c.req.raw.body) throw new Failure('invalid-input', fieldIssue('/', 'missing', 'the bytes of a file'));
  // Before a byte is taken in: nobody fills the folder with files for records they do not see.
  await recordOf(deps.db, actor, said.data.recordKind, said.data.recordId);
  if (Number(c.req.header('content-length') ?? 0) > largestAttachment) throw new Failure('too-large');
  const received = await deps.files.receive(Readable.fromWeb(c.req.raw.body as ReadableStream), largestAttachment);
  if (!received) throw new Failure('too-large');
  try {
    const { row, isNew } = await keepFile(deps, actor, { id: id.data, said: said.data, received });
    return c.json((await attachmentViews(deps.db, actor, [row]))[0], isNew ? 201 : 200);
  } finally {
    await received.discard();
  }
}

import { createRoute, z } from '@hono/zod-openapi';
import { ChangeQuery, ChangeView } from '@milepost/contract/changes';
import type { LiveMessage } from '@milepost/contract/live';
import { streamSSE } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import { type App, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { mayReadHistory } from './may-read-history.ts';
import { changes } from './store.ts';
import { changeViews } from './views.ts';

const heartbeatMs = 20_000;
const ChangePage = z.object({ items: z.array(ChangeView), next: z.string().nullable() });

/** History: of one record, of an account with all that belongs to it, or (administrators) of the organisation. */
export function changeRoutes(app: App, { db }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/changes',
      tags: ['changes'],
      request: { query: ChangeQuery },
      responses: {
        200: { description: 'Newest first', content: { 'application/json': { schema: ChangePage } } },
        ...refusals,
      },
    }),
    async (c) => {
      const actor = c.get('actor');
      const query = c.req.valid('query');
      if (!(await mayReadHistory(db, actor, query))) throw new Failure('not-found');
      const { items, next } = await changes.list(db, actor, query);
      return c.json({ items: await changeViews(db, actor, items), next }, 200);
    },
  );
}

/** `GET /live`: server-sent events that say what to reload. */
export function liveRoutes(app: App, { live }: Deps): void {
  app.get('/live', (c) => {
    const actor = c.get('actor');
    return streamSSE(c, async (stream) => {
      const waiting: LiveMessage[] = [];
      let wake = () => {};
      const stop = live.listen({
        actor,
        send: (message) => {
          waiting.push(message);
          wake();
        },
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      await stream.writeSSE({ event: 'ready', data: '{}' });
      while (!stream.aborted) {
        const message = waiting.shift();
        if (message) {
          await stream.writeSSE({ id: message.id, event: 'change', data: JSON.stringify(message) });
          continue;
        }
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, heartbeatMs);
        });
        clearTimeout(timer);
        if (waiting.length === 0 && !stream.aborted) await stream.writeSSE({ event: 'beat', data: '{}' });
      }
    });
  });
}

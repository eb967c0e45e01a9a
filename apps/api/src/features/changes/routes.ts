import { createRoute, z } from '@hono/zod-openapi';
import { ChangeQuery, ChangeView } from '@milepost/contract/changes';
import { type LiveMessage, liveEvent } from '@milepost/contract/live';
import { streamSSE } from 'hono/streaming';
import { actorOf } from '../../auth/session.ts';
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

/**
 * `GET /live`: server-sent events that say what to reload. Who listens is asked again with every beat, so that a window ends with its
 * session and follows a change of role or team.
 */
export function liveRoutes(app: App, deps: Deps): void {
  app.get('/live', (c) =>
    streamSSE(c, async (stream) => {
      const waiting: LiveMessage[] = [];
      let wake = () => {};
      const listener = {
        actor: c.get('actor'),
        send: (message: LiveMessage) => {
          waiting.push(message);
          wake();
        },
      };
      const stop = deps.live.listen(listener);
      stream.onAbort(() => wake());
      const beat = setInterval(async () => {
        const actor = await actorOf(deps, c.req.raw.headers).catch(() => undefined);
        if (!actor) return stream.abort();
        listener.actor = actor;
        await stream.writeSSE({ event: 'beat', data: '{}' });
      }, heartbeatMs);
      try {
        await stream.writeSSE({ event: 'ready', data: '{}' });
        while (!stream.aborted) {
          for (const message of waiting.splice(0))
            await stream.writeSSE({ id: message.id, event: liveEvent, data: JSON.stringify(message) });
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (waiting.length > 0 || stream.aborted) resolve();
          });
        }
      } finally {
        clearInterval(beat);
        stop();
      }
    }),
  );
}

import { streamSSE } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import type { App } from '../../http/app.ts';
import type { LiveMessage } from './live.ts';

const heartbeatMs = 20_000;

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

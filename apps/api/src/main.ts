import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Locale } from '@milepost/contract/organisation';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { followChanges } from './features/changes/follow-changes.ts';
import { openDemo } from './features/demo/open-demo.ts';
import { openDropServer } from './features/mailboxes/drop-server.ts';
import { organisations } from './features/organisation/store.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { openHouse, settingsOf } from './open-house.ts';

const { env } = process;
const log = pino({ level: env['LOG_LEVEL'] ?? 'info' });
const port = Number(env['PORT'] ?? 4310);
const baseUrl = env['MILEPOST_URL'] ?? `http://localhost:${port}`;
const settings = settingsOf(env);
const { dropPort } = settings;
// Where addresses to drop mails at are offered, they are of this host.
const dropDomain = dropPort === null ? null : (env['MILEPOST_DROP_DOMAIN'] ?? new URL(baseUrl).hostname);
const { deps, close } = await openHouse({ ...settings, dropDomain, baseUrl, log });

// Several nodes may share a PostgreSQL; SQLite has one.
if (deps.dialect.kind === 'postgres') followChanges(deps);
if (process.argv.includes('--demo') && (await organisations.all(deps.db)).length === 0) {
  log.info('writing the demonstration organisation');
  await openDemo(deps, Locale.catch('en').parse(env['MILEPOST_LOCALE']));
}
const clockwork = await startJobs(deps, settings);
const app = createApp(deps);
const portal = fileURLToPath(new URL('../../portal/dist', import.meta.url));
if (existsSync(portal)) {
  app.get(
    '/assets/*',
    serveStatic({
      root: portal,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('/*', serveStatic({ root: portal }));
  app.get('/*', serveStatic({ root: portal, path: 'index.html' }));
}
const hostname = env['HOST'] ?? '127.0.0.1';
const drops = dropPort === null ? null : await openDropServer(deps, { port: dropPort, host: hostname });
if (drops) log.info(`Mails for drop addresses are taken on port ${drops.port}`);
const server = serve({ fetch: app.fetch, port, hostname }, ({ port: at }) =>
  log.info(`Milepost is open at http://${hostname === '127.0.0.1' ? 'localhost' : hostname}:${at}`),
);
// Longer than a proxy or a client keeps a connection that rests: who asks again just as it is closed would be told of a reset.
(server as Server).keepAliveTimeout = 75_000;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // A job that is at work may finish; what is cut off comes round again.
    const late = setTimeout(() => process.exit(0), 8000);
    server.close(async () => {
      await drops?.close();
      await clockwork.stop();
      await close();
      clearTimeout(late);
      process.exit(0);
    });
    // Open event streams would keep the server from closing.
    (server as Server).closeAllConnections();
  });

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { App } from './app.ts';

const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#ui', deepLinking: true });`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Milepost API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="ui"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

/** `/api/openapi.json`, made from the same schemas that parse the requests, and `/api/docs` to read it. */
export function describeApi(app: App): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'milepost.session_token',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Milepost',
      version: '1',
      description: 'Targets, pace, records and capture. Refusals are RFC 9457 problem documents with a permanent code.',
    },
    security: [{ session: [] }, { bearer: [] }],
  });
  app.get('/api/docs', (c) => c.html(page));
  app.get('/api/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript' }));
  app.get('/api/docs/:file{swagger-ui(-bundle)?\\.(css|js)}', async (c) => {
    const file = c.req.param('file');
    const type = file.endsWith('css') ? 'text/css' : 'text/javascript';
    return c.body(await readFile(join(swaggerFolder, file), 'utf8'), 200, {
      'content-type': type,
      'cache-control': 'max-age=86400',
    });
  });
}

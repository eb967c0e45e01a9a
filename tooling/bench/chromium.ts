// What planning costs in the browser that people plan in: the measurements of core.ts, floors and all, inside Chromium; and what
// pairing costs through the portal's own thread.
import { launchBrowser } from '@milepost/e2e/browser';
import { createServer, type Plugin } from 'vite';
import type { Reported, Run } from './figure.ts';

/** An empty page to run in: every address but those of modules. */
const emptyPage: Plugin = {
  name: 'empty-page',
  configureServer(server) {
    server.middlewares.use('/empty', (_request, response) => {
      response.setHeader('content-type', 'text/html');
      // Alone with itself the page has a clock of five microseconds instead of a hundred.
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
      response.end('<!doctype html><title>bench</title>');
    });
  },
};

/** Measures in Chromium and reports the figures under the browser's name. Throws when a result there is not exact. */
export const run: Run = async (report) => {
  for (const module of ['/pairing-in-worker.ts', '/core.ts']) await measureIn(module, report);
};

async function measureIn(module: string, report: Parameters<Run>[0]): Promise<void> {
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    // Its WebAssembly lies beside it.
    optimizeDeps: { exclude: ['highs'] },
    plugins: [emptyPage],
    // A thread of such a page says the same of itself.
    server: {
      headers: { 'cross-origin-embedder-policy': 'require-corp' },
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      fs: { allow: ['../..'] },
    },
  });
  await server.listen();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const [url = ''] = server.resolvedUrls?.local ?? [];
    await page.goto(`${url}empty`);
    const figures = await page.evaluate(async () => {
      const module = '/core.ts';
      const { run: measure } = (await import(module)) as { run: Run };
      const seen: Reported[] = [];
    const figures = await page.evaluate(async (path) => {
      const { run: measure } = (await import(path)) as { run: Run };
      const seen: Figure[] = [];
      await measure((figure) => void seen.push(figure));
      return seen;
    }, module);
    for (const figure of figures) report({ ...figure, name: `in Chromium ${browser.version()}: ${figure.name}` });
  } finally {
    await browser.close();
    await server.close();
  }
}

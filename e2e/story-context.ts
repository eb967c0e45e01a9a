import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, launchWithExtension } from './browser.ts';
import { startServer } from './start-server.ts';
import type { Dialect, RunningServer, StoryContext, ToolAnswer } from './story.ts';
import { patienceMs } from './until.ts';

const tool = fileURLToPath(new URL('../apps/api/src/cli/milepost.ts', import.meta.url));
const results = fileURLToPath(new URL('../test-results', import.meta.url));
const ofThisMachine =
  /^(data|blob|about|chrome|chrome-extension|devtools):|^(http|ws)s?:\/\/(127\.0\.0\.1|([\w-]+\.)?localhost)[:/]/;

function runTool(server: RunningServer, args: string[]): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tool, ...args], {
      env: { ...process.env, NO_COLOR: '1', ...server.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const answer: ToolAnswer = { code: 0, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      answer.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      answer.stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...answer, code: code ?? 1 }));
  });
}

/**
 * The context of one telling of a story. `complaints` are what its windows did wrong without being asked: script errors,
 * requests to other hosts. `picturesOfAll` keeps what every open page shows, `close` puts everything away.
 */
export function openContext(name: string, dialect: Dialect) {
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  const closers: (() => Promise<void>)[] = [];
  const stepsGoing: string[] = [];
  const servers: RunningServer[] = [];
  let browser: Browser | undefined;

  const watch = (context: BrowserContext) => {
    contexts.push(context);
    context.setDefaultTimeout(patienceMs);
    context.on('request', (request) => {
      if (!ofThisMachine.test(request.url())) complaints.push(`A request went to another host: ${request.url()}`);
    });
    context.on('weberror', (error) => complaints.push(`A script failed: ${error.error().stack ?? error.error()}`));
  };
  const fileOf = (folder: string, rest: string) => {
    mkdirSync(join(results, folder), { recursive: true });
    return join(results, folder, `${name}-on-${dialect}-${rest}.png`);
  };

  const context: StoryContext = {
    dialect,
    async startServer(options = {}) {
      const server = await startServer({ dialect, ...options });
      closers.push(server.remove);
      servers.push(server);
      return server;
    },
    async openWindow({ colorScheme = 'light', locale = 'en', width = 1280 } = {}) {
      if (!browser) {
        const launched = await launchBrowser();
        browser = launched;
        closers.push(() => launched.close());
      }
      // Nothing glides: a story neither waits for a movement nor clicks into one.
      const look = { colorScheme, locale, reducedMotion: 'reduce', viewport: { width, height: 800 } } as const;
      const opened = await browser.newContext(look);
      watch(opened);
      return opened.newPage();
    },
    async launchWithExtension(options) {
      const launched = await launchWithExtension(options);
      watch(launched.context);
      closers.push(launched.close);
      return launched;
    },
    milepost: (server, ...args) => runTool(server, args),
    async step(text, body) {
      const began = performance.now();
      stepsGoing.push(text);
      const say = (how: string) =>
        console.log(`  ${how} ${text} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
      try {
        const answer = await body();
        say('·');
        return answer;
      } catch (error) {
        say('× failed:');
        throw error;
      } finally {
        stepsGoing.splice(stepsGoing.indexOf(text), 1);
      }
    },
    picture: async (page, rest) => {
      if (process.env['E2E_PICTURES']) await page.screenshot({ path: fileOf('screens', rest), fullPage: true });
    },
  };

  return {
    context,
    complaints,
    /** Steps that have begun and not ended. */
    stepsGoing,
    /** The last lines that the servers said. */
    lastWords: () => servers.flatMap((server) => server.log().trimEnd().split('\n').slice(-20)),
    async picturesOfAll() {
      const pages: Page[] = contexts.flatMap((open) => open.pages());
      const files = pages.map(async (page, at) => {
        const path = fileOf('failures', String(at + 1));
        await page.screenshot({ path, timeout: 5000 });
        return `${path} shows ${page.url()}`;
      });
      const kept = await Promise.allSettled(files);
      return kept.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
    async close() {
      for (const close of closers.reverse()) await close();
    },
  };
}

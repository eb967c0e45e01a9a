import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { bringChromium, findHeadlessShell } from './bring-chromium.ts';
import { patienceMs } from './until.ts';

/** Nothing of the browser's own goes out, and any address that is not this machine's fails at once. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

const common = async () => ({
  executablePath: await bringChromium(),
  headless: true,
  // Chromium's sandbox does not run as root, nor in most containers of a build machine.
  chromiumSandbox: process.getuid?.() !== 0 && !process.env['CI'],
  // A story that is ended because it is stuck takes its pictures first.
  handleSIGTERM: false,
});

const viewport = { width: 1280, height: 800 };

/** A plain Chromium without the extension. */
export async function launchBrowser(): Promise<Browser> {
  const usual = await common();
  return chromium.launch({ ...usual, executablePath: findHeadlessShell() ?? usual.executablePath, args: quiet });
}

export type ExtensionBrowser = {
  context: BrowserContext;
  worker: Worker;
  /** The extension's id, the host of its own pages. */
  id: string;
  /** A click on the toolbar button while `page` is in front, with the true grant that such a click gives. */
  clickToolbar: (page: Page) => Promise<void>;
  close: () => Promise<void>;
};

const built = fileURLToPath(new URL('../apps/extension/.output/chrome-mv3', import.meta.url));

/**
 * Chromium with the built extension. `grant` names origins (`http://127.0.0.1:4310`) that the extension may reach without
 * asking: its question hangs in a browser without a screen, so a copy of the build lists them in its manifest.
 */
export async function launchWithExtension({ grant = [] }: { grant?: string[] } = {}): Promise<ExtensionBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-chromium-'));
  const extension = join(folder, 'extension');
  cpSync(built, extension, { recursive: true });
  const manifestFile = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  // A match pattern has no port: it holds for all of them.
  const patterns = grant.map((origin) => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`);
  manifest.host_permissions = [...new Set([...(manifest.host_permissions ?? []), ...patterns])];
  writeFileSync(manifestFile, JSON.stringify(manifest));

  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(await common()),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...quiet, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    viewport,
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: patienceMs }));
  const id = new URL(worker.url()).host;
  return {
    context,
    worker,
    id,
    clickToolbar: (page) => clickToolbar(context, page, id),
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

type Targets = { targetInfos: { targetId: string; type: string; url: string }[] };
type BrowserSession = { send: (method: string, params?: object) => Promise<unknown>; detach: () => Promise<void> };

async function clickToolbar(context: BrowserContext, page: Page, id: string): Promise<void> {
  await page.bringToFront();
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  // `Extensions.triggerAction` is newer than the types of the protocol.
  const session = (await browser.newBrowserCDPSession()) as unknown as BrowserSession;
  try {
    const filter = [{ type: 'tab', exclude: false }];
    const { targetInfos } = (await session.send('Target.getTargets', { filter })) as Targets;
    const tab = targetInfos.find((target) => target.url === page.url());
    if (!tab) throw new Error(`No tab shows ${page.url()}.`);
    await session.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  } finally {
    await session.detach();
  }
}

/**
 * How a story in a real Chromium drives the extension: a true click on the toolbar button, the true side panel, the true sign-in.
 *
 * `PW_CHROMIUM_ATTACH_TO_OTHER=1` must be in the environment before Playwright is imported: without it the side panel does not
 * become a page. The types name only what is used of Playwright, whose version is the stories' business.
 */
type Locator = {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  textContent(): Promise<string | null>;
  waitFor(): Promise<void>;
};
type Panel = {
  url(): string;
  isClosed(): boolean;
  locator(selector: string): Locator;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
};
type Tab = { url(): string; bringToFront(): Promise<void> };
type Session = { send(method: string, params?: object): Promise<unknown>; detach(): Promise<void> };
type Context<P extends Panel> = {
  pages(): P[];
  newPage(): Promise<P & { goto(url: string): Promise<unknown>; close(): Promise<void> }>;
  waitForEvent(event: 'page', options: { predicate: (page: P) => boolean; timeout: number }): Promise<P>;
  browser(): { newBrowserCDPSession(): Promise<unknown> } | null;
};

/** The panel's width in a real window, and a usual height. */
const PANEL = { width: 360, height: 760 };
const PATIENCE_MS = 60_000;

export type Click<P extends Panel> = { context: Context<P>; tab: Tab; extensionId: string };

/**
 * Clicks the toolbar button while `tab` is in front, with the `activeTab` grant a person's click gives, and answers with the side
 * panel: the one that opens, or the one that is open already. It has the size the browser gives it.
 */
export async function openByToolbarButton<P extends Panel>({ context, tab, extensionId }: Click<P>): Promise<P> {
  const isPanel = (page: P): boolean => page.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`);
  const open = context.pages().find((page) => isPanel(page) && !page.isClosed());
  const opening = open ?? context.waitForEvent('page', { predicate: isPanel, timeout: PATIENCE_MS });
  await tab.bringToFront();
  const browser = context.browser();
  if (browser === null) throw new Error('The browser is gone.');
  const session = (await browser.newBrowserCDPSession()) as Session;
  try {
    const filter = [{ type: 'tab', exclude: false }];
    const { targetInfos } = (await session.send('Target.getTargets', { filter })) as {
      targetInfos: { targetId: string; url: string }[];
    };
    const target = targetInfos.find(({ url }) => url === tab.url());
    if (target === undefined) throw new Error(`No tab shows ${tab.url()}.`);
    await session.send('Extensions.triggerAction', { id: extensionId, targetId: target.targetId });
  } finally {
    await session.detach();
  }
  return await opening;
}

/** Clicks the toolbar button, and the panel is as large as in a real window. */
export async function clickToolbarButton<P extends Panel>(click: Click<P>): Promise<P> {
  const panel = await openByToolbarButton(click);
  await panel.setViewportSize(PANEL);
  return panel;
}

export type SignIn<P extends Panel> = {
  context: Context<P>;
  extensionId: string;
  /** Origin of the server, which the extension's manifest must be allowed to reach: its question hangs without a screen. */
  server: string;
  /** Allows the code that is shown, as a person does in the portal. */
  allow: (userCode: string) => Promise<void>;
};

/** Sets the server on the options page and signs in there by device code. */
export async function signInExtension<P extends Panel>({
  context,
  extensionId,
  server,
  allow,
}: SignIn<P>): Promise<void> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.locator('input[name=server]').fill(server);
  await options.locator('[data-connect]').click();
  await options.locator('[data-sign-in]').click();
  await options.locator('[data-user-code]').waitFor();
  await allow((await options.locator('[data-user-code]').textContent()) ?? '');
  await options.locator('[data-account]').waitFor();
  await options.close();
}

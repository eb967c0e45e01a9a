import type { BrowserContext, Page } from 'playwright-core';
import { signInExtension } from '../apps/extension/e2e/toolbar-click.ts';
import { administrator } from './set-up.ts';
import { signIn } from './sign-in.ts';

/** Signs the administrator in on the portal and the extension with them, by a code that is allowed on the screen of the portal. */
export async function connectExtension(
  { context, id }: { context: BrowserContext; id: string },
  { portal, server }: { portal: Page; server: string },
): Promise<void> {
  await signIn(portal, server, administrator);
  const allow = async (code: string) => {
    await portal.goto(`${server}/device?user_code=${code}`);
    await portal.getByRole('button', { name: 'Continue' }).click();
    await portal.getByText(administrator).waitFor();
    await portal.getByRole('button', { name: 'Connect' }).click();
    await portal.getByText('Connected.').waitFor();
  };
  await signInExtension({ context, extensionId: id, server, allow });
}

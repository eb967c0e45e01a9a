import { browser } from 'wxt/browser';
import { originPattern } from './server-address.ts';

/**
 * Asks the browser for the right to reach the CRM. Must be called straight from a click, before anything is awaited: browsers
 * refuse the question otherwise. Answers whether the right is there afterwards.
 */
export async function askForServer(origin: string): Promise<boolean> {
  const origins = [originPattern(origin)];
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // Asked outside a click, or a policy forbids it: what was granted before still counts.
    return browser.permissions.contains({ origins });
  }
}

/** Gives the right back when the address is changed. A right that cannot be given back (a policy's) is no fault. */
export async function leaveServer(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [originPattern(origin)] }).catch(() => false);
}

import { browser } from 'wxt/browser';
import { originPattern } from '../server/server-address.ts';

/**
 * A site that a person opted in (a mailbox): the panel reads what it shows as it changes, without a click for each. The browser's
 * permission is the only thing that is kept of it, so it can be taken away in the browser's own settings as well.
 */
const originsOf = (url: string): string[] => [originPattern(new URL(url).origin)];

/** Can this address be opted in at all? */
export function canBeFollowed(url: string): boolean {
  return /^https?:\/\//.test(url);
}

/** Was the site of this address opted in? */
export async function isFollowed(url: string): Promise<boolean> {
  return canBeFollowed(url) && browser.permissions.contains({ origins: originsOf(url) });
}

/** Asks the browser for it. Must be called straight from a click. */
export async function askToFollow(url: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: originsOf(url) });
  } catch {
    return isFollowed(url);
  }
}

/** Gives the right back. */
export async function stopFollowing(url: string): Promise<void> {
  await browser.permissions.remove({ origins: originsOf(url) }).catch(() => false);
}

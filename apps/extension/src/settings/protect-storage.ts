import { browser } from 'wxt/browser';

/** The sign-in token is for the extension's own pages, not for code running beside a web page. Firefox knows no other way. */
export async function protectStorage(): Promise<void> {
  const area = browser.storage.local as {
    setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
  };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

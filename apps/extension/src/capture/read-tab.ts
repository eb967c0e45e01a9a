import type { PageEvidence } from '@milepost/capture/evidence';
import { browser } from 'wxt/browser';

/** What reading a tab gave. `not-allowed`: the browser does not let this extension read it, now or at all. */
export type TabReading = { kind: 'read'; evidence: PageEvidence } | { kind: 'not-allowed' };

/** Injects the reader into a tab and takes its evidence. Needs the right a click on the toolbar button gives. */
export async function readTab(tabId: number): Promise<TabReading> {
  try {
    const [injected] = await browser.scripting.executeScript({ target: { tabId }, files: ['/read-page.js'] });
    const text: unknown = injected?.result;
    return typeof text === 'string' ? { kind: 'read', evidence: JSON.parse(text) } : { kind: 'not-allowed' };
  } catch {
    return { kind: 'not-allowed' };
  }
}

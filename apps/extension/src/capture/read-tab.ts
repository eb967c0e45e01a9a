import type { PageEvidence } from '@milepost/capture/evidence';
import { browser } from 'wxt/browser';

/** What reading a tab gave. `not-allowed`: the browser does not let this extension read it, now or at all. */
export type TabReading = { kind: 'read'; evidence: PageEvidence } | { kind: 'not-allowed' };

/** Injects a reader into a tab and takes what it found as text. Needs the right a click on the toolbar button gives. */
async function inject(target: { tabId: number; frameIds?: number[] }, file: '/read-page.js' | '/read-selection.js') {
  try {
    const [injected] = await browser.scripting.executeScript({ target, files: [file] });
    return typeof injected?.result === 'string' ? (injected.result as string) : null;
  } catch {
    return null;
  }
}

/** Takes the evidence of a whole page. */
export async function readTab(tabId: number): Promise<TabReading> {
  const text = await inject({ tabId }, '/read-page.js');
  return text === null ? { kind: 'not-allowed' } : { kind: 'read', evidence: JSON.parse(text) as PageEvidence };
}

/** Takes the evidence of what is selected in a frame (0 is the page itself); null when nothing is, or it may not be read. */
export async function readSelectionOf(tabId: number, frameId: number): Promise<PageEvidence | null> {
  const text = await inject({ tabId, frameIds: [frameId] }, '/read-selection.js');
  return text === null ? null : (JSON.parse(text) as PageEvidence | null);
}

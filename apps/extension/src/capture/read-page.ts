import type { PageEvidence } from '@milepost/capture/evidence';
import { type DocumentLike, type ElementLike, walkDocument } from '@milepost/capture/walk-document';

/**
 * Reads the page it was injected into. The only file of the house that touches a page's `document`, and it changes nothing there:
 * injecting it twice reads twice.
 */
export function readPage(document: Document, url: string): PageEvidence {
  const canTell = typeof document.documentElement?.checkVisibility === 'function';
  return walkDocument(document as DocumentLike, canTell ? { url, isShown } : { url });
}

/**
 * Does the page show this element? `checkVisibility` answers false for `display: contents`, which has no box of its own though
 * its children are shown. Opacity is not asked about: many pages fade their text in while one scrolls.
 */
function isShown(element: ElementLike): boolean {
  const live = element as unknown as Element;
  if (live.checkVisibility({ visibilityProperty: true })) return true;
  return getComputedStyle(live).display === 'contents';
}

/**
 * Scrolls to an element by its path from `body` and lights it up for a moment, without changing it. It is sent into the page as
 * text, so it may use nothing but its argument.
 */
export function showOnPage(path: string): boolean {
  // A place in the page's head or in a data script is no place on the screen.
  const element = path.startsWith('body') ? document.querySelector(path) : null;
  if (element === null) return false;
  element.scrollIntoView({ block: 'center', behavior: 'smooth' });
  const frames = [
    { outline: '3px solid #0f6e87', outlineOffset: '2px' },
    { outline: '3px solid transparent', outlineOffset: '6px' },
  ];
  element.animate(frames, { duration: 1600, easing: 'ease-in' });
  return true;
}

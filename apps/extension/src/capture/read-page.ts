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
 * What is selected on the page, with its structure: null when nothing is. The page is not changed: a copy of the selection is walked,
 * and of each copied element the page is asked whether it shows the one it was copied from.
 */
export function readSelection(document: Document, url: string): PageEvidence | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const copy = document.implementation.createHTMLDocument(document.title);
  copy.body.append(range.cloneContents());
  const origins = originsOf(range, copy.body);
  const isLive = (element: ElementLike): boolean => {
    const origin = origins.get(element as unknown as Element);
    return origin === undefined || isShown(origin as unknown as ElementLike);
  };
  return walkDocument(copy as unknown as DocumentLike, { url, isShown: isLive });
}

/** Which element of the page each copied one was made from; none where the two cannot be told apart for certain. */
function originsOf(range: Range, copy: Element): Map<Element, Element> {
  const { commonAncestorContainer: top } = range;
  const live = top instanceof Element ? [...top.querySelectorAll('*')].filter((one) => range.intersectsNode(one)) : [];
  const copied = [...copy.querySelectorAll('*')];
  const isSure = live.length === copied.length && live.every((one, at) => one.localName === copied[at]?.localName);
  return new Map(isSure ? copied.map((one, at) => [one, live[at] as Element]) : []);
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

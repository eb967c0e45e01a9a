import type { PageEvidence } from '@milepost/capture/evidence';
import { walkDocument } from '@milepost/capture/walk-document';
import { parseHTML } from 'linkedom';

/**
 * Evidence of a page that reached the server as text (a file, a mail's HTML part). `url` is its address, where it is known.
 * Reads any text as a browser would; it never throws for what the text contains.
 */
export function pageEvidence(html: string, url = ''): PageEvidence {
  const hasRoot = /<html[\s>]/i.test(html);
  const { document } = parseHTML(hasRoot ? html : `<!doctype html><html><head></head><body>${html}</body></html>`);
  return walkDocument(document, { url });
}

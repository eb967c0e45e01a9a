import type { EvidenceNode, PageEvidence } from '../evidence.ts';
import { type MailMessage, type MailParty, turnedName } from '../mail-message.ts';
import { isWithin, type PageText, type Place, textOf } from '../page-text.ts';

/**
 * What a webmail's page shows. `message`: one mail, and its body as evidence whose paths lead to the live page; quoted mail and
 * everything around the body are left out of it. `list`: who wrote the mails of a folder.
 */
export type WebmailReading =
  | { kind: 'message'; mail: MailMessage; body: PageEvidence; own: string[] }
  | { kind: 'list'; senders: MailParty[]; own: string[] };

/** Reads the pages of one webmail; `undefined` for any other page. */
export type WebmailReader = (page: PageText) => WebmailReading | undefined;

export const classesOf = (node: EvidenceNode): string[] => (node.attrs?.['class'] ?? '').split(/\s+/);
export const hasClass = (node: EvidenceNode, name: string): boolean => classesOf(node).includes(name);

/** Elements that pass, in document order; those below `within` when it is given. */
export function elements(page: PageText, passes: (node: EvidenceNode) => boolean, within?: Place): Place[] {
  return page.places.filter((place) => (within === undefined || isWithin(place, within)) && passes(place.node));
}

/** The person an element with `email` and `name` stands for. */
export function partyOf(node: EvidenceNode): MailParty | undefined {
  const email = node.attrs?.['email'] ?? node.attrs?.['data-hovercard-id'];
  if (email === undefined || !email.includes('@')) return undefined;
  return { name: turnedName(node.attrs?.['name'] ?? textOf(node)), email };
}

/** The page with nothing but what stands below one element, without the elements that `isLeftOut`. Places keep their paths. */
export function onlyBelow(page: PageText, place: Place, isLeftOut: (node: EvidenceNode) => boolean): PageEvidence {
  const above = new Set<EvidenceNode>();
  for (let at = place.parent; at !== null; at = at.parent) above.add(at.node);
  const copy = (node: EvidenceNode, isInside: boolean): EvidenceNode => ({
    ...node,
    children: node.children.flatMap((child): EvidenceNode['children'] => {
      if (typeof child === 'string') return isInside ? [child] : [];
      if (isInside) return isLeftOut(child) ? [] : [copy(child, true)];
      if (child === place.node) return [copy(child, true)];
      return above.has(child) ? [copy(child, false)] : [];
    }),
  });
  const { evidence } = page;
  const isBody = place.parent === null;
  return {
    ...evidence,
    title: '',
    meta: [],
    jsonLd: [],
    dataScripts: [],
    links: [],
    url: '',
    base: '',
    root: copy(evidence.root, isBody),
  };
}

/** Elements that programs of mail put around what they quote. */
export function isQuoteElement(node: EvidenceNode): boolean {
  const id = node.attrs?.['id'] ?? '';
  return (
    (node.tag === 'blockquote' &&
      (node.attrs?.['type'] === 'cite' ||
        node.attrs?.['cite'] !== undefined ||
        /quote/.test(node.attrs?.['class'] ?? ''))) ||
    classesOf(node).some((name) => QUOTE_CLASSES.has(name.replace(RENAMED, ''))) ||
    /^(?:x_)*(?:divRplyFwdMsg|appendonsend|reply-intro|mail-editor-reference-message-container)$/.test(id)
  );
}

/** Webmails put something before the classes of the mails they show, so that these get nothing of the page's style. */
const RENAMED = /^(?:x_|m_-?\d+|v\d+)+/;
const QUOTE_CLASSES = new Set([
  'gmail_quote',
  'gmail_attr',
  'gmail_extra',
  'moz-cite-prefix',
  'yahoo_quoted',
  'protonmail_quote',
  'zmail_extra',
  'h5',
  'ajR',
  'adm',
]);

/** The text of a body, line by line. */
export const bodyText = (lines: readonly { text: string }[]): string => lines.map((line) => line.text).join('\n');

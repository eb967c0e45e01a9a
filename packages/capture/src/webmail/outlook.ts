import { distinctParties, emptyMail, type MailParty, mailParty } from '../mail-message.ts';
import { isWithin, type PageText, type Place, pageText, textOf } from '../page-text.ts';
import { bodyText, elements, isQuoteElement, onlyBelow, type WebmailReading } from './webmail-page.ts';

/**
 * Outlook on the web. Its classes are made anew with every build, so only roles, labels and `data-` attributes are used: a body
 * is `role="document"`, the sender stands before it as "Name<address>", in a text, a label or a title; the subject is the
 * heading above.
 */
export function readOutlook(page: PageText): WebmailReading | undefined {
  const bodies = elements(page, ({ attrs }) => attrs?.['role'] === 'document' && (attrs['aria-label'] ?? '') !== '');
  const body = bodies.at(-1);
  if (body === undefined) return undefined;
  const head = headOf(body, bodies);
  if (head === undefined) return undefined;
  const before = page.places.filter((place) => isWithin(place, head) && place.order < body.order);
  const parties = distinctParties(before.flatMap(partiesOf));
  const from = senderOf(before) ?? parties[0];
  if (from === undefined) return undefined;
  const evidence = onlyBelow(page, body, isQuoteElement);
  return {
    kind: 'message',
    own: [],
    body: evidence,
    mail: {
      ...emptyMail(),
      from,
      to: parties.filter((party) => party.email.toLowerCase() !== from.email.toLowerCase()),
      subject: subjectOf(page, body),
      messageId: numberOf(page, body),
      text: bodyText(pageText(evidence).lines),
      attachments: attachmentsOf(page, head),
    },
  };
}

/** The smallest element around a body that holds an address before it, and no other message's body. */
function headOf(body: Place, bodies: readonly Place[]): Place | undefined {
  for (let at = body.parent; at !== null; at = at.parent) {
    const around = at;
    if (bodies.some((other) => other !== body && isWithin(other, around))) return undefined;
    if (/[\w.+-]+@[\w-]+\.\w/.test(headText(at, body))) return at;
  }
  return undefined;
}

const headText = (around: Place, body: Place): string =>
  JSON.stringify(around.node, (_key, value: unknown) => (value === body.node ? null : value));

const NAMING = ['title', 'aria-label', 'data-lpc-hover-target-id', 'email', 'data-email'];

function partiesOf({ node }: Place): MailParty[] {
  const said = NAMING.map((name) => node.attrs?.[name] ?? '');
  const own = node.children.filter((child) => typeof child === 'string').join('');
  return [...said, own].flatMap((text) => {
    const party = text.length < 200 && text.includes('@') ? mailParty(text.replace(LABEL, '')) : undefined;
    return party === undefined ? [] : [party];
  });
}

/** "From: Ann Lee", "Von: …": the label of a persona's button. */
const LABEL = /^\s*(?:from|von|de|da|van|fra|från|från|lähettäjä|od|от|发件人|寄件者|差出人|보낸 사람)\s?[:：]\s*/iu;

function senderOf(before: readonly Place[]): MailParty | undefined {
  const labelled = before.find(({ node }) => LABEL.test(node.attrs?.['aria-label'] ?? ''));
  if (labelled === undefined) return undefined;
  const label = (labelled.node.attrs?.['aria-label'] ?? '').replace(LABEL, '');
  const party = mailParty(label) ?? mailParty(textOf(labelled.node));
  if (party !== undefined) return party;
  const near = before
    .filter((place) => isWithin(place, labelled) || place.order > labelled.order)
    .flatMap(partiesOf)[0];
  return near === undefined ? undefined : { name: near.name || label, email: near.email };
}

function subjectOf(page: PageText, body: Place): string {
  const headings = page.places.filter(
    ({ node, order }) => order < body.order && (node.attrs?.['role'] === 'heading' || /^h[1-3]$/.test(node.tag)),
  );
  const titled = headings.find(({ node }) => node.attrs?.['aria-level'] === '2' || node.attrs?.['title'] !== undefined);
  const place = titled ?? headings[0];
  return place === undefined ? '' : (place.node.attrs?.['title'] ?? textOf(place.node));
}

/** `data-convid` or the item's id in the address bar tell one message from the next. */
function numberOf(page: PageText, body: Place): string | null {
  for (let at: Place | null = body; at !== null; at = at.parent) {
    const number = at.node.attrs?.['data-item-id'] ?? at.node.attrs?.['data-convid'];
    if (number !== undefined) return `outlook:${number}`;
  }
  const inUrl = /\/id\/([\w%+=-]{20,})/.exec(page.evidence.url)?.[1];
  return inUrl === undefined ? null : `outlook:${inUrl}`;
}

function attachmentsOf(page: PageText, head: Place): string[] {
  const options = elements(
    page,
    (node) => node.attrs?.['role'] === 'option' || node.attrs?.['data-attachment'] !== undefined,
    head,
  );
  return options
    .map(({ node }) => node.attrs?.['title'] ?? node.attrs?.['aria-label'] ?? textOf(node))
    .map((text) => /[^\s/\\][^/\\]*\.[A-Za-z0-9]{2,5}(?=\s|$)/.exec(text)?.[0] ?? '')
    .filter((name) => name !== '');
}

import type { EvidenceNode } from '../evidence.ts';
import { shownTime } from '../mail/shown-time.ts';
import { distinctParties, emptyMail, type MailParty, turnedName } from '../mail-message.ts';
import { isWithin, type PageText, type Place, pageText, textOf } from '../page-text.ts';
import { bodyText, elements, hasClass, isQuoteElement, onlyBelow, type WebmailReading } from './webmail-page.ts';

/**
 * Roundcube. The message stands in `#messagebody` (below a frame beside the list, whose content the evidence holds, or alone), addresses
 * are `.rcmContactAddress[title]`, a header's cell bears its name as a class (`.header.from`, `.header.to`). Without a message
 * the rows of `#messagelist` name their senders in the same way.
 */
export function readRoundcube(page: PageText): WebmailReading | undefined {
  const body = elements(page, (node) => node.attrs?.['id'] === 'messagebody')[0];
  if (body === undefined) return readList(page);
  const links = elements(page, (node) => hasClass(node, 'rcmContactAddress') && node.tag === 'a').filter(
    (place) => !isWithin(place, body),
  );
  const from = headerParties(page, links, 'from')[0] ?? partyOfLink(links[0]);
  if (from === undefined) return undefined;
  const evidence = onlyBelow(page, body, quoteWithin(page, body));
  const names = elements(page, (node) => hasClass(node, 'attachment-name')).map((place) => textOf(place.node));
  return {
    kind: 'message',
    own: [],
    body: evidence,
    mail: {
      ...emptyMail(),
      from,
      to: headerParties(page, links, 'to'),
      cc: headerParties(page, links, 'cc'),
      replyTo: headerParties(page, links, 'replyto'),
      subject: subjectOf(page),
      sentAt: timeOf(page),
      messageId: numberOf(page),
      text: bodyText(pageText(evidence).lines),
      attachments: [...new Set(names)].filter((name) => name !== ''),
    },
  };
}

function partyOfLink(place: Place | undefined): MailParty | undefined {
  if (place === undefined) return undefined;
  const email = place.node.attrs?.['title'] || (place.node.attrs?.['href'] ?? '').replace(/^mailto:/, '');
  return email.includes('@') ? { name: turnedName(textOf(place.node)), email } : undefined;
}

function headerParties(page: PageText, links: readonly Place[], header: string): MailParty[] {
  const cells = elements(page, (node) => hasClass(node, 'header') && hasClass(node, header));
  return distinctParties(
    links.filter((link) => cells.some((cell) => isWithin(link, cell))).flatMap((link) => partyOfLink(link) ?? []),
  );
}

/** In a mail of plain text Roundcube makes the lines behind `>` a bare `blockquote`; in one of HTML that may be the sender's own. */
function quoteWithin(page: PageText, body: Place): (node: EvidenceNode) => boolean {
  const plain = elements(page, (node) => hasClass(node, 'pre'), body);
  const quoted = elements(page, ({ tag }) => tag === 'blockquote', body)
    .filter((place) => plain.some((one) => isWithin(place, one)))
    .map((place) => place.node);
  return (node) => isQuoteElement(node) || quoted.includes(node);
}

/** The subject's own words: beside them stand what a screen reader says before, and a button for a window of its own. */
function subjectOf(page: PageText): string {
  const place = elements(page, (node) => /^h[1-6]$/.test(node.tag) && hasClass(node, 'subject'))[0];
  if (place === undefined) return page.evidence.title.replace(/^.* :: /, '');
  return place.node.children
    .filter((child) => typeof child === 'string' || !(hasClass(child, 'voice') || child.tag === 'a'))
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim();
}

function timeOf(page: PageText): string | null {
  const cell = elements(page, (node) => hasClass(node, 'header') && hasClass(node, 'date'))[0];
  return cell === undefined ? null : shownTime(textOf(cell.node));
}

/** Addresses name message and folder (`_uid=42&_mbox=INBOX`): the page's own, or that of a link in the message's head. */
function numberOf(page: PageText): string | null {
  const { url } = page.evidence;
  const linked = elements(page, (node) => node.tag === 'a' && hasClass(node, 'extwin')).map(
    (place) => place.node.attrs?.['href'] ?? '',
  );
  const address = [url, ...linked].find((one) => UID.test(one)) ?? '';
  const uid = UID.exec(address)?.[1];
  const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? '';
  return uid === undefined ? null : `roundcube:${host}:${/[?&]_mbox=([^&#]+)/.exec(address)?.[1] ?? 'INBOX'}:${uid}`;
}

const UID = /[?&]_uid=(\d+)/;

/** A folder that is open without one of its mails. */
function readList(page: PageText): WebmailReading | undefined {
  const rows = elements(page, (node) => node.tag === 'tr' && hasClass(node, 'message'));
  const senders = elements(page, (node) => hasClass(node, 'rcmContactAddress'))
    .filter((place) => rows.some((row) => isWithin(place, row)))
    .flatMap((place) => partyOfLink(place) ?? []);
  return senders.length === 0 ? undefined : { kind: 'list', own: [], senders: distinctParties(senders) };
}

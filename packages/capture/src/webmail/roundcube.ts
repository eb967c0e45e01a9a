import { distinctParties, emptyMail, type MailParty, turnedName } from '../mail-message.ts';
import { isWithin, type PageText, type Place, pageText, textOf } from '../page-text.ts';
import { bodyText, elements, hasClass, isQuoteElement, onlyBelow, type WebmailReading } from './webmail-page.ts';

/**
 * Roundcube. The message stands in `#messagebody` (below a frame, whose content the evidence holds), addresses are links
 * `a.rcmContactAddress[title]`, a header's cell bears its name as a class (`.header.from`, `.header.to`).
 */
export function readRoundcube(page: PageText): WebmailReading | undefined {
  const body = elements(page, (node) => node.attrs?.['id'] === 'messagebody')[0];
  if (body === undefined) return undefined;
  const links = elements(page, (node) => hasClass(node, 'rcmContactAddress')).filter((place) => !isWithin(place, body));
  const from = headerParties(page, links, 'from')[0] ?? partyOfLink(links[0]);
  if (from === undefined) return undefined;
  const evidence = onlyBelow(page, body, isQuoteElement);
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

function subjectOf(page: PageText): string {
  const place = elements(page, (node) => hasClass(node, 'subject') && /^(?:h[1-6]|td|span|div)$/.test(node.tag))[0];
  if (place === undefined) return page.evidence.title;
  const voice = place.node.children.find((child) => typeof child !== 'string' && hasClass(child, 'voice'));
  const said = voice === undefined || typeof voice === 'string' ? '' : textOf(voice);
  return textOf(place.node).slice(said.length).trim();
}

/** The address bar names message and folder (`_uid=42&_mbox=INBOX`). */
function numberOf(page: PageText): string | null {
  const { url } = page.evidence;
  const uid = /[?&]_uid=(\d+)/.exec(url)?.[1];
  const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? '';
  return uid === undefined ? null : `roundcube:${host}:${/[?&]_mbox=([^&#]+)/.exec(url)?.[1] ?? 'INBOX'}:${uid}`;
}

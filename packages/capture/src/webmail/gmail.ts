import { shownTime } from '../mail/shown-time.ts';
import { distinctParties, emptyMail, isSameParty, type MailParty } from '../mail-message.ts';
import { isWithin, type PageText, type Place, pageText, textOf } from '../page-text.ts';
import {
  bodyText,
  elements,
  hasClass,
  isQuoteElement,
  onlyBelow,
  partyOf,
  type WebmailReading,
} from './webmail-page.ts';

/**
 * Gmail. Senders are `.gD[email][name]`, recipients `.g2[email]`, bodies `.a3s`, a message `[data-legacy-message-id]`, the subject
 * `h2.hP`; in a list of mails the rows name their senders by `span[email][name]`. These names have stood for over ten years.
 */
export function readGmail(page: PageText): WebmailReading | undefined {
  const senders = elements(page, (node) => node.attrs?.['email'] !== undefined && hasClass(node, 'gD'));
  const bodies = elements(page, (node) => hasClass(node, 'a3s'));
  if (senders.length === 0 || bodies.length === 0) return readList(page);
  const own = ownAddresses(page);
  const messages = senders.flatMap((sender, index) => {
    const until = senders[index + 1]?.order ?? Number.POSITIVE_INFINITY;
    const body = bodies.find((one) => one.order > sender.order && one.order < until);
    const party = partyOf(sender.node);
    return party === undefined || body === undefined ? [] : [{ sender, party, body, until }];
  });
  const shown = messages.findLast(({ party }) => !own.includes(party.email.toLowerCase())) ?? messages.at(-1);
  if (shown === undefined) return undefined;
  const { sender, party, body } = shown;
  const evidence = onlyBelow(page, body, isQuoteElement);
  const recipients = elements(page, (node) => hasClass(node, 'g2') && node.attrs?.['email'] !== undefined)
    .filter((place) => place.order > sender.order && place.order < body.order)
    .flatMap((place) => partyOf(place.node) ?? []);
  const attached = elements(page, (node) => node.attrs?.['download_url'] !== undefined || hasClass(node, 'aV3')).filter(
    (place) => place.order > body.order && place.order < shown.until,
  );
  return {
    kind: 'message',
    own,
    body: evidence,
    mail: {
      ...emptyMail(),
      from: party,
      to: recipients.map((one) => (own.includes(one.email.toLowerCase()) ? { ...one, name: '' } : one)),
      subject: subjectOf(page),
      sentAt: timeBetween(page, sender, body),
      messageId: messageNumber(sender),
      text: bodyText(pageText(evidence).lines),
      attachments: attached.map((place) => textOf(place.node)).filter((name) => name !== ''),
      thread: distinctParties(messages.map((message) => message.party)).filter(
        (one) => !isSameParty(one, party) && !own.includes(one.email.toLowerCase()),
      ),
    },
  };
}

function subjectOf(page: PageText): string {
  const heading = elements(page, (node) => hasClass(node, 'hP'))[0];
  return heading === undefined ? (page.evidence.title.split(' - ')[0] ?? '') : textOf(heading.node);
}

/** The title of the short date beside the sender says it in full. */
function timeBetween(page: PageText, sender: Place, body: Place): string | null {
  const place = elements(page, (node) => hasClass(node, 'g3')).find(
    ({ order }) => order > sender.order && order < body.order,
  );
  return place === undefined ? null : shownTime(place.node.attrs?.['title'] ?? textOf(place.node));
}

/** The page does not show `Message-ID`; Gmail's own number tells one message from the next just as well. */
function messageNumber(sender: Place): string | null {
  for (let at: Place | null = sender; at !== null; at = at.parent) {
    const number = at.node.attrs?.['data-legacy-message-id'];
    if (number !== undefined) return `gmail:${number}`;
  }
  return null;
}

const TITLE_ADDRESS = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+) - (?:Gmail|[^-]+ Mail)$/;

/** Whose mailbox it is: the page's title ends with the address, and the page calls them "me". */
function ownAddresses(page: PageText): string[] {
  const titled = TITLE_ADDRESS.exec(page.evidence.title)?.[1];
  const called = elements(page, (node) => ME.has((node.attrs?.['name'] ?? '').toLowerCase())).flatMap(
    (place) => place.node.attrs?.['email'] ?? [],
  );
  return [...new Set([...(titled === undefined ? [] : [titled]), ...called].map((email) => email.toLowerCase()))];
}

const ME = new Set([
  'me',
  'ich',
  'moi',
  'yo',
  'mí',
  'io',
  'me stesso',
  'eu',
  'mij',
  'ik',
  'mig',
  'meg',
  'mnie',
  'ja',
  'я',
  '我',
  '自分',
  '나',
]);

function readList(page: PageText): WebmailReading | undefined {
  const rows = elements(page, (node) => node.tag === 'tr' && hasClass(node, 'zA'));
  const parties: MailParty[] = [];
  for (const place of elements(
    page,
    (node) => node.attrs?.['email'] !== undefined && node.attrs['name'] !== undefined,
  )) {
    if (!rows.some((row) => isWithin(place, row))) continue;
    const party = partyOf(place.node);
    if (party !== undefined) parties.push(party);
  }
  if (parties.length === 0) return undefined;
  const own = ownAddresses(page);
  return {
    kind: 'list',
    own,
    senders: distinctParties(parties).filter((one) => !own.includes(one.email.toLowerCase())),
  };
}

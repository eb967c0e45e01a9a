import { type HeaderName, headerOf } from '../mail/header-names.ts';
import { shownTime } from '../mail/shown-time.ts';
import { distinctParties, emptyMail, type MailParty, mailParty } from '../mail-message.ts';
import { isWithin, type Line, type PageText, type Place, pageText } from '../page-text.ts';
import { bodyText, isQuoteElement, onlyBelow, type WebmailReading } from './webmail-page.ts';

type Headers = { values: Map<HeaderName, string>; first: Line; last: Line };

/** A message's headers stand together: no more lines lie between one and the next. */
const FURTHEST = 4;

/**
 * Any other webmail: a page that shows From with an address, Subject and the date or the recipients under their labels, and a
 * body below them. A page that merely mentions such words is none.
 */
export function readLabelledMail(page: PageText): WebmailReading | undefined {
  const headers = headersOf(page);
  if (headers === undefined) return undefined;
  const from = mailParty(headers.values.get('from') ?? '');
  const body = bodyBelow(page, headers);
  if (from === undefined || body === undefined) return undefined;
  const evidence = onlyBelow(page, body, isQuoteElement);
  return {
    kind: 'message',
    own: [],
    body: evidence,
    mail: {
      ...emptyMail(),
      from,
      to: partiesIn(headers.values.get('to')),
      cc: partiesIn(headers.values.get('cc')),
      replyTo: partiesIn(headers.values.get('reply-to')),
      subject: headers.values.get('subject') ?? '',
      sentAt: shownTime(headers.values.get('date') ?? ''),
      text: bodyText(pageText(evidence).lines),
    },
  };
}

const partiesIn = (text = ''): MailParty[] =>
  distinctParties(text.split(/[,;](?=[^,;]*@)/).flatMap((part) => mailParty(part) ?? []));

function headersOf(page: PageText): Headers | undefined {
  let found: Headers | undefined;
  for (const line of page.lines) {
    if (found !== undefined && line.index - found.last.index > FURTHEST) {
      if (isComplete(found)) break;
      found = undefined;
    }
    const header = headerOf(line.text);
    if (header === undefined) continue;
    const below = page.lines[line.index + 1];
    const isBelow = header.value === '' && below !== undefined && headerOf(below.text) === undefined;
    const value = isBelow ? below.text : header.value;
    if (value === '') continue;
    found ??= { values: new Map(), first: line, last: line };
    if (!found.values.has(header.name)) found.values.set(header.name, value);
    found.last = isBelow ? below : line;
  }
  return found !== undefined && isComplete(found) ? found : undefined;
}

const isComplete = ({ values }: Headers): boolean =>
  values.get('from')?.includes('@') === true && values.has('subject') && (values.has('date') || values.has('to'));

/** The nearest element behind the headers' own that holds text: the body of the message. */
function bodyBelow(page: PageText, { first, last }: Headers): Place | undefined {
  let around: Place | null = last.block;
  while (around !== null && !isWithin(first.block, around)) around = around.parent;
  for (let at: Place | null = around; at !== null; at = at.parent) {
    const head: Place = at;
    if (head.parent === null) break;
    const behind = page.places.find(
      (place) => place.parent === head.parent && place.order > head.last && hasLines(page, place),
    );
    if (behind !== undefined) return behind;
  }
  return undefined;
}

const hasLines = (page: PageText, place: Place): boolean => page.lines.some((line) => isWithin(line.block, place));

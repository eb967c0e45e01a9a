import type { LeadCandidate, LeadReading } from '../lead.ts';
import { charsetOf } from '../mail/charset.ts';
import type { ReadOptions } from '../reading-context.ts';
import { cardLead } from './card-lead.ts';
import { isQuotedPrintable, readVcardLine, textOf, type VcardLine } from './vcard-line.ts';

/** A card begins here, whatever stands around it. */
const BEGIN = /^BEGIN:\s*VCARD$/i;
const END = /^END:\s*VCARD$/i;
const STARTS_QUOTED = /^[^:]*QUOTED-PRINTABLE[^:]*:/i;

/** The lines of a text, those that go on joined to what they continue (RFC 6350 §3.2; soft line breaks of version 2.1). */
function unfolded(narrow: string): string[] {
  const lines: string[] = [];
  for (const raw of narrow.split(/\r?\n|\r/)) {
    const held = lines.at(-1);
    if (held?.endsWith('=') && STARTS_QUOTED.test(held)) lines[lines.length - 1] = held.slice(0, -1) + raw.trimStart();
    else if (held !== undefined && /^[ \t]/.test(raw) && raw.trim() !== '')
      lines[lines.length - 1] = held + raw.slice(1);
    else lines.push(raw);
  }
  return lines;
}

/** The cards in a text that has a character for each byte; cards within cards (an assistant's) are left out. */
function cardsIn(narrow: string): VcardLine[][] {
  const cards: VcardLine[][] = [];
  let depth = 0;
  for (const text of unfolded(narrow)) {
    const trimmed = text.replace(/^\xef\xbb\xbf/, '').trim();
    if (BEGIN.test(trimmed)) {
      depth += 1;
      if (depth === 1) cards.push([]);
    } else if (END.test(trimmed)) depth = Math.max(0, depth - 1);
    else if (depth === 1) {
      const line = readVcardLine(trimmed);
      if (line !== null) cards.at(-1)?.push(isQuotedPrintable(line) ? line : { ...line, value: line.value.trim() });
    }
  }
  return cards;
}

const narrowOf = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** A MECARD of a QR code ("MECARD:N:Lee,Ann;TEL:…;;") as lines of a card. */
function mecardLines(text: string): VcardLine[] {
  const lines: VcardLine[] = [];
  const body = /MECARD:((?:\\.|[^\\])*?);;/is.exec(text)?.[1] ?? '';
  for (const part of body.match(/(?:\\.|[^\\;])+/g) ?? []) {
    const colon = part.indexOf(':');
    const name = part.slice(0, colon).trim().toUpperCase();
    const value = part.slice(colon + 1);
    if (colon < 1) continue;
    if (name === 'N') lines.push({ name: 'N', parameters: new Map(), value: value.replace(/(?<!\\),/, ';') });
    else if (name === 'ADR') lines.push({ name: 'ADR', parameters: new Map(), value: `;;${value}` });
    else lines.push({ name, parameters: new Map(), value });
  }
  return lines;
}

/**
 * Reads the cards of a file, a script or a link: vCard 2.1, 3.0 and 4.0 with the charsets they name, or a MECARD. Each card is a lead;
 * a card without anything in it is none. Never throws for what a card contains.
 */
export function readVCards(cards: string | Uint8Array, options: ReadOptions = {}): LeadReading {
  const bytes = typeof cards === 'string' ? new TextEncoder().encode(cards) : plainBytes(cards);
  const narrow = narrowOf(bytes);
  const charset = charsetOf(bytes, '');
  const lines = cardsIn(narrow);
  const meCard = /MECARD:/i.test(narrow) ? mecardLines(new TextDecoder(charset).decode(bytes)) : [];
  const leads: LeadCandidate[] = lines.flatMap(
    (card, index) =>
      cardLead(
        card.map((line) => [line, textOf(line, charset)]),
        index,
        options,
      ) ?? [],
  );
  const quick = cardLead(
    meCard.map((line) => [line, line.value]),
    lines.length,
    options,
  );
  if (quick !== undefined) leads.push(quick);
  const [only] = leads;
  const pageKind = only === undefined ? 'none' : leads.length > 1 ? 'list' : only.kind;
  return { leads, more: [], pageKind, failures: [] };
}

/** Cards of two bytes a character are made plain first. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return wide === undefined ? bytes : new TextEncoder().encode(new TextDecoder(wide).decode(bytes));
}

import { isDeviceSignature } from './device-signatures.ts';
import { headerBlockAt, markerAt, senderIn } from './quote-markers.ts';

/**
 * A mail's text in parts. `reply` is what its sender wrote now, without the signature; `own` the same with the signature;
 * `quoted` what the mail repeats or passes on; `sender` who wrote the quoted part, where a header says so.
 */
export type SplitReply = { reply: string; own: string; quoted: string; isForward: boolean; sender: string | null };

type Kind = 'text' | 'empty' | 'quote' | 'marker' | 'header' | 'delimiter' | 'device';
type Row = { text: string; kind: Kind; isForward?: true };

const DELIMITER = /^\s*(?:[-_—–]{2,}|[*#~=+]{3,}|ᐧ+)\s*$/u;
const QUOTE = /^\s*(?:>|\p{L}{1,12}>(?!\w)|\|(?:\s|$))/u;

function rowsOf(text: string): Row[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff\u200e\u200f]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .split('\n');
  const rows: Row[] = [];
  let isCode = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (/^\s*```/.test(line)) isCode = !isCode;
    const marker = isCode ? undefined : markerAt(lines, at);
    const headers = isCode || marker !== undefined ? 0 : headerBlockAt(lines, at);
    const taken = marker?.lines ?? headers;
    for (let index = at; index < at + taken; index += 1) {
      const kind = marker === undefined ? 'header' : 'marker';
      rows.push({ text: lines[index] ?? '', kind, ...(marker?.kind === 'forward' && { isForward: true }) });
    }
    if (taken === 0) rows.push({ text: line, kind: isCode ? 'text' : kindOf(line) });
    at += Math.max(1, taken);
  }
  return rows;
}

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'empty';
  if (DELIMITER.test(line)) return 'delimiter';
  if (isDeviceSignature(line)) return 'device';
  return QUOTE.test(line) ? 'quote' : 'text';
}

const isBoundary = (row: Row): boolean => row.kind === 'marker' || row.kind === 'header';
const hasText = (rows: readonly Row[]): boolean => rows.some((row) => row.kind === 'text');
const textOf = (rows: readonly Row[]): string =>
  rows
    .map((row) => row.text)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '');

/** Fewer lines than these below a quote are a signature, not an answer. */
const FEWEST_BELOW = 7;

/**
 * Splits what is new from what is quoted. Text above an announced message is new and everything below it is not, unless the
 * answer goes on between the quoted lines; a mail that opens with the announcement says its own below.
 */
export function splitReply(text: string): SplitReply {
  const all = rowsOf(text);
  const rows = all.filter((row) => row.kind !== 'device');
  const cut = boundaryOf(rows);
  const quoted = cut === undefined ? [] : rows.slice(cut);
  const kept = cut === undefined ? withoutOpening(rows) : rows.slice(0, cut);
  const delimiter = kept.findIndex((row) => row.kind === 'delimiter');
  const above = delimiter < 0 ? kept : kept.slice(0, delimiter);
  const answer = withoutTrailingQuotes(above.filter((row) => !isBoundary(row)));
  return {
    reply: textOf(answer),
    own: textOf(kept.filter((row) => !isBoundary(row) && (row.kind !== 'quote' || answer.includes(row)))),
    quoted: textOf(quoted),
    isForward: quoted.some((row) => row.isForward === true),
    sender: senderOf(quoted.length > 0 ? quoted : rows),
  };
}

/** The line from which on a text is somebody else's or a device's; the number of lines when all of it is its sender's. */
export function ownLineCount(lines: readonly string[]): number {
  const rows = rowsOf(lines.join('\n'));
  const cut = boundaryOf(rows);
  if (cut === undefined) return lines.length;
  return cut;
}

/** Whether lines begin with the announcement of a mail that is passed on. */
export const isForwarding = (lines: readonly string[]): boolean =>
  rowsOf(lines.join('\n')).some((row) => row.isForward === true);

/** The row from which on everything is somebody else's. */
function boundaryOf(rows: readonly Row[]): number | undefined {
  const delimiter = rows.findIndex((row) => row.kind === 'delimiter');
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined || !isBoundary(row) || !hasText(rows.slice(0, at))) continue;
    const end = delimiter > at ? delimiter : rows.length;
    const goesOn = isAnsweredBelow(rows.slice(at, end)) || isSignedBelow(rows.slice(at));
    return row.kind === 'header' || !goesOn ? at : undefined;
  }
  return undefined;
}

/** Whether an answer goes on below or between the quoted lines: many lines of it, or quotes again behind some. */
function isAnsweredBelow(below: readonly Row[]): boolean {
  const firstQuote = below.findIndex((row) => row.kind === 'quote');
  if (firstQuote < 0) return false;
  if (hasText(below.slice(0, firstQuote))) return false;
  const afterQuote = below.slice(firstQuote);
  const firstText = afterQuote.findIndex((row) => row.kind === 'text');
  if (firstText < 0) return false;
  const rest = afterQuote.slice(firstText);
  if (rest.some((row) => row.kind === 'header' || row.kind === 'marker')) return false;
  return rest.some((row) => row.kind === 'quote') || rest.filter((row) => row.kind === 'text').length >= FEWEST_BELOW;
}

/** Whether nothing but quoted lines stands between an announcement and the sender's signature, which some programs put below it. */
function isSignedBelow(below: readonly Row[]): boolean {
  const behind = below.findIndex((row) => !isBoundary(row) && row.kind !== 'quote' && row.kind !== 'empty');
  const rest = below.slice(behind + 1);
  return behind > 0 && /^\s*--\s*$/.test(below[behind]?.text ?? '') && !rest.some(isBoundary);
}

/** Without an announcement at the top, and the quote it announces when an answer stands below. */
function withoutOpening(rows: readonly Row[]): Row[] {
  const first = rows.findIndex((row) => row.kind !== 'empty');
  if (first < 0 || rows[first] === undefined || !isBoundary(rows[first])) return [...rows];
  const behind = rows.slice(first).findIndex((row) => !isBoundary(row) && row.kind !== 'empty');
  if (behind < 0) return [];
  const rest = rows.slice(first + behind);
  const text = rest.findIndex((row) => row.kind !== 'quote' && row.kind !== 'empty' && !isBoundary(row));
  if (rest[0]?.kind !== 'quote') return rest;
  return text < 0 ? [] : rest.slice(text);
}

function withoutTrailingQuotes(rows: readonly Row[]): Row[] {
  if (!hasText(rows)) return [...rows];
  let end = rows.length;
  while (end > 0 && (rows[end - 1]?.kind === 'quote' || rows[end - 1]?.kind === 'empty')) end -= 1;
  return rows.slice(0, end);
}

function senderOf(rows: readonly Row[]): string | null {
  for (const row of rows) {
    const sender = row.kind === 'header' ? senderIn(row.text) : undefined;
    if (sender !== undefined && sender !== '') return sender;
  }
  return null;
}

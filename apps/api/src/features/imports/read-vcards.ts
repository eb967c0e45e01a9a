import { isQuotedPrintable, readVcardLine, type VcardLine } from '@milepost/capture/vcard/vcard-line';
import type { Encoding } from './decide-encoding.ts';
import { byteChunks, type FileSource } from './file-source.ts';
import type { FileRecord } from './table-line.ts';
import { vcardCells, vcardHeader } from './vcard-cells.ts';

/** What a line of a card that may not be ended yet looks like before it is read. */
const startsQuoted = /^[^:]*QUOTED-PRINTABLE[^:]*:/i;

/**
 * Unfolded lines with the number on which each begins, a character for each byte. A line that begins with a blank goes on with
 * the one before (RFC 6350 §3.2); in quoted-printable text of version 2.1 a line that ends with `=` does.
 */
async function* unfoldedLines(
  source: FileSource,
  encoding: Encoding,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<{ line: number; toLine: number; text: string }> {
  let held: { line: number; toLine: number; text: string } | undefined;
  let line = 0;
  for await (const raw of rawLines(source, encoding, onBytes)) {
    line += 1;
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (held?.text.endsWith('=') && startsQuoted.test(held.text))
      held = { ...held, toLine: line, text: held.text.slice(0, -1) + text };
    else if (held && /^[ \t]/.test(text) && text.trim() !== '')
      held = { ...held, toLine: line, text: held.text + text.slice(1) };
    else {
      if (held) yield held;
      held = { line, toLine: line, text };
    }
  }
  if (held) yield held;
}

async function* rawLines(source: FileSource, encoding: Encoding, onBytes?: (bytes: number) => void) {
  const wide = encoding.startsWith('utf-16') ? new TextDecoder(encoding) : null;
  let rest = '';
  let bytes = 0;
  for await (const chunk of byteChunks(source)) {
    bytes += chunk.byteLength;
    const narrow = wide ? Buffer.from(wide.decode(chunk, { stream: true }), 'utf8') : Buffer.from(chunk);
    const lines = (rest + narrow.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    onBytes?.(bytes);
  }
  if (rest !== '') yield rest;
}

/**
 * The cards of a file as records of one table (`vcardHeader`), one after the other, in flat memory. Cards within cards (an
 * assistant's) are left out; a card without an end, and text that belongs to none, are broken.
 */
export async function* readVcards(
  source: FileSource,
  { encoding, onBytes }: { encoding: Encoding; onBytes?: ((bytes: number) => void) | undefined },
): AsyncGenerator<FileRecord> {
  yield { line: 0, toLine: 0, cells: vcardHeader, broken: null };
  const fileEncoding = encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  let card: { line: number; toLine: number; lines: VcardLine[] } | undefined;
  let depth = 0;
  const end = (broken: FileRecord['broken']): FileRecord[] => {
    const ended = card;
    card = undefined;
    depth = 0;
    if (!ended) return [];
    return [{ line: ended.line, toLine: ended.toLine, cells: vcardCells(ended.lines, fileEncoding), broken }];
  };
  for await (const { line, toLine, text } of unfoldedLines(source, encoding, onBytes)) {
    const trimmed = text.replace(/^\xef\xbb\xbf/, '').trim();
    if (/^BEGIN:\s*VCARD$/i.test(trimmed)) {
      if (card && !card.lines.at(-1)?.name.startsWith('AGENT')) yield* end('not-a-card');
      if (card) depth += 1;
      else card = { line, toLine, lines: [] };
    } else if (/^END:\s*VCARD$/i.test(trimmed) && card) {
      card.toLine = toLine;
      if (depth > 0) depth -= 1;
      else yield* end(null);
    } else if (card) {
      card.toLine = toLine;
      const read = depth > 0 ? null : readVcardLine(trimmed);
      if (read) card.lines.push(isQuotedPrintable(read) ? read : { ...read, value: read.value.trim() });
    } else if (trimmed !== '') yield { line, toLine, cells: [trimmed], broken: 'not-a-card' };
  }
  yield* end('not-a-card');
}

import type { BrokenBecause, FileRecord } from './table-line.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** A quote that stays open longer than any note was never meant to be one. */
const LONGEST_CELL = 1_000_000;
/** More columns than spreadsheets have in practice; keeps a file of delimiters only from filling the memory. */
const MOST_CELLS = 2_000;

/**
 * Splits text that arrives in pieces into records of cells (RFC 4180: cells may be quoted, quoted cells may hold
 * delimiters, line breaks and doubled quotes; line breaks are CR LF, LF or CR). Quotes within an unquoted cell are text.
 *
 * A record with something behind its closing quote, or whose quote is never closed, comes with its reason; in the latter
 * case it covers all lines to the end of the file. `push` and `end` return the records completed by then.
 */
export function recordSplitter(delimiter: Delimiter): { push(text: string): FileRecord[]; end(): FileRecord[] } {
  const delimiterCode = delimiter.charCodeAt(0);
  let records: FileRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let blanks = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' | 'behind' = 'start';
  let broken: BrokenBecause | null = null;
  let line = 1;
  let startLine = 1;
  let endedWithReturn = false;
  let endsWithBreak = false;

  function append(text: string): void {
    if (text !== '') endsWithBreak = text.endsWith('\n');
    if (cell.length + text.length > LONGEST_CELL) broken ??= state === 'quoted' ? 'unclosed-quote' : 'cell-too-long';
    else cell += text;
  }
  function endCell(): void {
    if (cells.length < MOST_CELLS) cells.push(cell);
    else broken ??= 'too-many-cells';
    cell = '';
    blanks = '';
    state = 'start';
  }
  function endRecord(): void {
    endCell();
    records.push({ line: startLine, toLine: line, cells, broken });
    cells = [];
    broken = null;
  }
  function breakLine(code: number): void {
    endRecord();
    line += 1;
    startLine = line;
    endedWithReturn = code === RETURN;
  }

  /** Within quotes up to the closing one; returns where to go on. */
  function readQuoted(text: string, from: number): number {
    const close = text.indexOf('"', from);
    const to = close < 0 ? text.length : close;
    const piece = text.slice(from, to);
    line += breaksIn(piece);
    append(piece);
    if (close >= 0) state = 'closed';
    return close < 0 ? to : to + 1;
  }
  /** Behind a closing quote: a second quote at once means a quote, blanks are forgiven, anything else is misplaced. */
  function readClosed(text: string, at: number): number {
    if (state === 'closed' && text.charCodeAt(at) === QUOTE) {
      append('"');
      state = 'quoted';
      return at + 1;
    }
    const stop = stopAfter(text, at);
    blanks += text.slice(at, stop);
    state = 'behind';
    if (blanks.trim() !== '' || blanks.length > LONGEST_CELL) {
      broken ??= 'misplaced-quote';
      append(`"${blanks}`);
      state = 'plain';
    }
    return stop;
  }
  /** Where the next delimiter or line break stands. */
  function stopAfter(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === delimiterCode || code === LINE_FEED || code === RETURN) break;
      at += 1;
    }
    return at;
  }

  function push(text: string): FileRecord[] {
    let at = 0;
    if (endedWithReturn && text.length > 0) {
      if (text.charCodeAt(0) === LINE_FEED) at = 1;
      endedWithReturn = false;
    }
    while (at < text.length) {
      if (state === 'quoted') {
        at = readQuoted(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === delimiterCode) {
        endCell();
        at += 1;
      } else if (code === LINE_FEED || code === RETURN) {
        breakLine(code);
        at += 1;
        if (code === RETURN && at < text.length) {
          endedWithReturn = false;
          if (text.charCodeAt(at) === LINE_FEED) at += 1;
        }
      } else if (state === 'start' && code === QUOTE) {
        state = 'quoted';
        at += 1;
      } else if (state === 'closed' || state === 'behind') {
        at = readClosed(text, at);
      } else {
        state = 'plain';
        const stop = stopAfter(text, at);
        append(text.slice(at, stop));
        at = stop;
      }
    }
    const done = records;
    records = [];
    return done;
  }

  function end(): FileRecord[] {
    if (state === 'quoted') {
      broken = 'unclosed-quote';
      if (endsWithBreak) line -= 1;
    }
    if (cells.length > 0 || cell !== '' || state !== 'start') endRecord();
    const done = records;
    records = [];
    return done;
  }

  return { push, end };
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

import type { Line, PageText, Place } from './page-text.ts';
import { fieldOfWholeLabel, type LabelField } from './vocabulary/contact-labels.ts';

/** A label found beside a value. `isTight` when a colon or nothing but a blank stands between them. */
export type LabelHit = { field: LabelField; text: string; start: number; isTight: boolean };

const LONGEST_LABEL_WORDS = 5;
/** A label stands near its value. */
const FURTHEST_LABEL = 120;
const LONGEST_CJK_LABEL = 10;
const ENDS_LABEL = /[\s:.#\-–—(<[=@»>→*|•·~]+$/u;
const FILLER_BEFORE_VALUE =
  /(?:^|\s)(?:at|on|to|is|us|by|dial|call us|call|using|under|via|our|the|toll|now|today|unter|au|al|no|nr|n°|number|#)$/i;
/** "Fax number (EU):" is a label with a remark. */
const BRACKETED_REMARK = /\s?\([^()\d]{1,24}\)$/u;
const CJK_END = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]$/u;

/** Two fields named at once ("Tel/Fax", "Phone & Fax") say a phone. */
function fieldOfJoined(text: string): LabelField | undefined {
  const parts = text
    .split(/\s*(?:[/&+、,]|\band\b|\bor\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b|\be\b)\s*/i)
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4) return undefined;
  const fields = parts.map((part) => fieldOfWholeLabel(part));
  if (fields.some((field) => field === undefined)) return undefined;
  return fields.includes('phone') ? 'phone' : fields[0];
}

const wholeOrJoined = (text: string): LabelField | undefined => fieldOfWholeLabel(text) ?? fieldOfJoined(text);

const MOST_WORDS_OF_HEADING = 5;

/** A line over a value may say more than the label: "Factory Fax Number", "Our direct line". Its last words count. */
function fieldOfLabelLine(text: string): LabelField | undefined {
  const field = wholeOrJoined(text);
  const words = text.trim().split(/\s+/);
  if (field !== undefined || words.length > MOST_WORDS_OF_HEADING || /[.!?,]\s/.test(text)) return field;
  for (let from = 1; from < words.length; from += 1) {
    const tail = words.slice(from).join(' ');
    const found = tail.length > 2 ? wholeOrJoined(tail) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function tailLabel(before: string): { field: LabelField; start: number } | undefined {
  const wordStarts = [...before.matchAll(/(?<![^\s([|,;/:：•·>-])[^\s]/gu)].map((match) => match.index);
  for (const start of wordStarts.slice(-LONGEST_LABEL_WORDS)) {
    const words = before.slice(start);
    const field = wholeOrJoined(words);
    if (field !== undefined) return { field, start };
  }
  if (!CJK_END.test(before)) return undefined;
  const compact = before.slice(-LONGEST_CJK_LABEL);
  for (let cut = 0; cut < compact.length - 1; cut += 1) {
    const field = fieldOfWholeLabel(compact.slice(cut));
    if (field !== undefined) return { field, start: before.length - compact.length + cut };
  }
  return undefined;
}

/**
 * The label that stands before the value at `to`, looking no further back than `after` (the end of the value before it).
 * Reads plain characters; "Call us toll free at 1-800 …" counts, though not as tight.
 */
export function labelBefore(text: string, after: number, to: number): LabelHit | undefined {
  const from = Math.max(after, to - FURTHEST_LABEL);
  const between = text.slice(from, to);
  let before = between.replace(ENDS_LABEL, '');
  let isTight = true;
  for (let round = 0; round < 4; round += 1) {
    const hit = tailLabel(before);
    if (hit !== undefined) {
      const label = before.slice(hit.start);
      if (isLoneLetter(label) && !standsAsLabel(between, hit.start, before.length)) return undefined;
      return { field: hit.field, text: label, start: from + hit.start, isTight };
    }
    const shorter = before.replace(FILLER_BEFORE_VALUE, '').replace(BRACKETED_REMARK, '').replace(ENDS_LABEL, '');
    if (shorter === before) return undefined;
    before = shorter;
    isTight = false;
  }
  return undefined;
}

const isLoneLetter = (label: string): boolean => label.replace(/[^\p{L}]/gu, '').length < 2;

/** A lone letter is a label only when it opens its part of the line and is set off ("T: …", "F. …", "| M +44 …"). */
function standsAsLabel(between: string, start: number, end: number): boolean {
  const opens = start === 0 || /^\s*$|[|•·,;/)\]–-]\s*$/.test(between.slice(0, start));
  const isSetOff = /^\s*[:.)\]|]/.test(between.slice(end)) || /^\s*$/.test(between.slice(end));
  return opens && isSetOff;
}

const AFTER_VALUE = /^\s*[([\-–—,]?\s*([\p{L}][\p{L}\s./-]{0,24}?)\s*(?:[)\]]|$|[,;|])/u;

/** The label behind a value, in brackets or closing the line: "555 0100 (fax)", "… - Mobile". */
export function labelAfter(text: string, end: number): LabelField | undefined {
  const match = AFTER_VALUE.exec(text.slice(end, end + 40));
  if (match?.[1] === undefined) return undefined;
  return wholeOrJoined(match[1]);
}

/** What the icon right before `at` stands for ("fa fa-phone", alt="Fax"): nothing but blanks and signs lie between them. */
export function iconLabel(line: Line, from: number, at: number): LabelField | undefined {
  const near = line.icons.filter(
    (icon) => icon.start >= from && icon.start <= at && !/[\p{L}\p{N}]/u.test(line.text.slice(icon.start, at)),
  );
  // Whole rows of empty elements are the remains of a tool, no icons.
  if (near.length > MOST_ICONS) return undefined;
  return near.map((icon) => fieldOfIcon(icon.words)).findLast((field) => field !== undefined);
}

const MOST_ICONS = 3;

const ICON_WORDS: [RegExp, LabelField][] = [
  [/\bfax\b/i, 'fax'],
  [/mobile|cell|smartphone|handy|手机/i, 'mobile'],
  [/whats ?app/i, 'whatsapp'],
  [/phone|\btel\b|\bcall\b|电话|電話/i, 'phone'],
  [/e-?mail|envelope|邮/i, 'email'],
  [/map|location|marker|address|地址/i, 'address'],
  [/wechat|weixin|微信/i, 'wechat'],
  [/\bqq\b/i, 'qq'],
];

function fieldOfIcon(words: string): LabelField | undefined {
  if (words.length > 80) return undefined;
  return fieldOfWholeLabel(words) ?? ICON_WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

/**
 * The label in the line before, when that line is nothing but a label and belongs to this one: `dt` and `dd`, `th` and `td`,
 * the cell to the left, a heading, the line above in the same block. Failing that, the head of the table column.
 */
export function labelAbove({ page, heads }: { page: PageText; heads: ColumnHeads }, line: Line): LabelHit | undefined {
  const previous = page.lines[line.index - 1];
  if (previous !== undefined && standTogether(previous.block, line.block)) {
    const field = fieldOfLabelLine(previous.text);
    if (field !== undefined && !isLoneLetterWithoutSign(previous.text)) {
      return { field, text: previous.text, start: 0, isTight: true };
    }
  }
  return columnHead(heads, line);
}

const isLoneLetterWithoutSign = (text: string): boolean => isLoneLetter(text) && !/[:.]\s*$/.test(text);

/** Whether two blocks belong to one part of the page: siblings, cousins, cells of one row. */
export function standTogether(first: Place, second: Place): boolean {
  let common: Place | null = first;
  while (common !== null && !(second.order >= common.order && second.order <= common.last)) common = common.parent;
  if (common === null) return false;
  return first.depth - common.depth <= 3 && second.depth - common.depth <= 3;
}

/** The labels that head the columns of each table, read once for a page. */
export type ColumnHeads = ReadonlyMap<Place, ReadonlyMap<number, LabelHit>>;

/** Reads the first row of every table that is made of labels. */
export function columnHeads(page: PageText): ColumnHeads {
  const heads = new Map<Place, Map<number, LabelHit>>();
  const firstRow = new Map<Place, Place>();
  for (const line of page.lines) {
    const cell = cellOf(line);
    if (cell === undefined) continue;
    const table = firstRow.get(cell.table) ?? cell.row;
    firstRow.set(cell.table, table);
    if (table !== cell.row) continue;
    const field = wholeOrJoined(line.text);
    if (field === undefined) continue;
    const columns = heads.get(cell.table) ?? new Map<number, LabelHit>();
    columns.set(columnOf(cell.row, cell.cell), { field, text: line.text, start: 0, isTight: true });
    heads.set(cell.table, columns);
  }
  // One label in a first row heads its own row, not the column.
  for (const [table, columns] of heads) if (columns.size < 2) heads.delete(table);
  return heads;
}

/** The label over the column a line stands in. */
export function columnHead(heads: ColumnHeads, line: Line): LabelHit | undefined {
  const cell = cellOf(line);
  return cell === undefined ? undefined : heads.get(cell.table)?.get(columnOf(cell.row, cell.cell));
}

function cellOf(line: Line): { cell: Place; row: Place; table: Place } | undefined {
  const cell = ancestorWithTag(line.block, ['td', 'th']);
  const row = cell?.parent ?? undefined;
  if (cell === undefined || row === undefined || row.node.tag !== 'tr') return undefined;
  const table = ancestorWithTag(row, ['table']);
  return table === undefined ? undefined : { cell, row, table };
}

function ancestorWithTag(place: Place, tags: string[]): Place | undefined {
  for (let at: Place | null = place; at !== null; at = at.parent) if (tags.includes(at.node.tag)) return at;
  return undefined;
}

function columnOf(row: Place, cell: Place): number {
  let column = 0;
  for (const child of row.node.children) {
    if (typeof child === 'string') continue;
    if (child === cell.node) return column;
    column += Math.max(1, Number.parseInt(child.attrs?.['colspan'] ?? '1', 10) || 1);
  }
  return column;
}

import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { FileSource } from './file-source.ts';
import { listZip, unpack, type ZipEntry } from './list-zip.ts';
import { attribute, decodeXml, elementsIn, elementsOf, textOf, type XmlElement } from './sheet-xml.ts';
import type { FileRecord } from './table-line.ts';

/** A sheet as the workbook names it. */
export type Sheet = { readonly name: string; readonly isHidden: boolean; readonly entry: ZipEntry };

/** A workbook that can be read sheet by sheet, as often as needed. */
export type Workbook = {
  readonly source: FileSource;
  readonly sheets: readonly Sheet[];
  readonly isFrom1904: boolean;
  /** By style number: does the cell show a day, a time, or neither? */
  readonly isDateStyle: readonly boolean[];
  readonly strings: ZipEntry | null;
};

/** Parts of a workbook that are read whole; larger ones are not written by any spreadsheet. */
const LARGEST_PART = 64 * 1024 * 1024;
const LARGEST_WORKBOOK = 4 * 1024 * 1024 * 1024;

/** Opens a workbook (Office Open XML, ISO/IEC 29500); null when the archive holds none. Throws RangeError when it is damaged. */
export async function openWorkbook(source: FileSource): Promise<Workbook | null> {
  const entries = await listZip(source);
  const main = entries === null ? null : await mainPart(source, entries);
  if (entries === null || main === null) return null;
  const total = [...entries.values()].reduce((bytes, entry) => bytes + entry.plainBytes, 0);
  if (total > LARGEST_WORKBOOK) throw new RangeError('The workbook unpacks to more than 4 GB.');
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const book = await whole(source, main);
  const relations = await relationsOf(source, entries, folder, main.name.slice(folder.length));
  // Some writers leave out the relation and keep to the usual name.
  const part = (kind: string): ZipEntry | null =>
    entries.get(relations.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? `${folder}${kind}.xml`) ?? null;
  const sheets = elementsIn(book, 'sheet').flatMap((sheet): Sheet[] => {
    const target = relations.find(({ id }) => id === attribute(sheet, 'id'))?.target ?? '';
    const entry = entries.get(target);
    const isHidden = !['visible', null].includes(attribute(sheet, 'state'));
    return entry === undefined ? [] : [{ name: attribute(sheet, 'name') ?? '', isHidden, entry }];
  });
  const styles = part('styles');
  const is1904 = elementsIn(book, 'workbookPr').some((pr) => ['1', 'true'].includes(attribute(pr, 'date1904') ?? ''));
  return {
    source,
    sheets,
    isFrom1904: is1904,
    isDateStyle: styles === null ? [] : dateStyles(await whole(source, styles)),
    strings: part('sharedStrings'),
  };
}

async function mainPart(source: FileSource, entries: ReadonlyMap<string, ZipEntry>): Promise<ZipEntry | null> {
  const relations = entries.has('_rels/.rels') ? await relationsOf(source, entries, '', '') : [];
  const main = relations.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  return /workbook[^/]*\.xml$/i.test(main) ? (entries.get(main) ?? null) : null;
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** The parts that a part refers to, by full name. */
async function relationsOf(
  source: FileSource,
  entries: ReadonlyMap<string, ZipEntry>,
  folder: string,
  file: string,
): Promise<Relation[]> {
  const entry = entries.get(`${folder}_rels/${file}.rels`);
  if (entry === undefined) return [];
  return elementsIn(await whole(source, entry), 'Relationship')
    .filter((relation) => attribute(relation, 'TargetMode') !== 'External')
    .map((relation) => ({
      id: attribute(relation, 'Id') ?? '',
      type: attribute(relation, 'Type') ?? '',
      target: decodeURIComponent(new URL(attribute(relation, 'Target') ?? '', `zip:///${folder}`).pathname.slice(1)),
    }));
}

async function whole(source: FileSource, entry: ZipEntry): Promise<string> {
  if (entry.plainBytes > LARGEST_PART) throw new RangeError(`"${entry.name}" is too large.`);
  let text = '';
  for await (const piece of unpack(source, entry)) text += piece;
  return text;
}

/** Formats 14–22, 27–36, 45–47 and 50–58 are days and times by themselves; others by the letters of their pattern. */
function dateStyles(styles: string): boolean[] {
  const patterns = new Map(
    elementsIn(styles, 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode') ?? '',
    ]),
  );
  const isDate = (id: number): boolean => {
    const pattern = patterns.get(id);
    if (pattern === undefined)
      return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return /[dmyhs]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''));
  };
  const [cells] = elementsIn(styles, 'cellXfs');
  return elementsIn(cells?.content ?? '', 'xf').map((style) => isDate(Number(attribute(style, 'numFmtId') ?? 0)));
}

/**
 * The rows of a sheet as text: what a formula last gave, days as `2024-03-05`, numbers as they are stored (15 digits),
 * TRUE and FALSE, errors by their name. Text is never turned into anything else. Rows that are not stored come as one
 * blank record, so that line numbers are those of the sheet. `onBytes` is told how many bytes of the sheet have been read.
 */
export async function* readSheet(
  workbook: Workbook,
  sheet: Sheet,
  { onBytes }: { onBytes?: (bytes: number) => void } = {},
): AsyncGenerator<FileRecord> {
  const strings = workbook.strings === null ? [] : await stringsOf(workbook.source, workbook.strings);
  let [line, bytes] = [0, 0];
  async function* counted(): AsyncGenerator<string> {
    for await (const piece of unpack(workbook.source, sheet.entry)) {
      yield piece;
      bytes += piece.length;
      onBytes?.(bytes);
    }
  }
  for await (const row of elementsOf(counted(), 'row')) {
    const number = Number(attribute(row, 'r') ?? line + 1);
    if (number > line + 1) yield { line: line + 1, toLine: number - 1, cells: [], broken: null };
    line = number;
    yield { line, toLine: line, cells: cellsOf(row.content, workbook, strings), broken: null };
  }
}

async function stringsOf(source: FileSource, entry: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  for await (const { content } of elementsOf(unpack(source, entry), 'si')) strings.push(textOf(content));
  return strings;
}

function cellsOf(row: string, workbook: Workbook, strings: readonly string[]): string[] {
  const cells: string[] = [];
  for (const cell of elementsIn(row, 'c')) {
    const column = columnOf(attribute(cell, 'r')) ?? cells.length;
    while (cells.length < column) cells.push('');
    cells[column] = cellText(cell, workbook, strings);
  }
  return cells;
}

/** `C7` is column 2; null without a reference, where cells follow each other. */
function columnOf(reference: string | null): number | null {
  const column = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0].toUpperCase();
  return column === undefined ? null : [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(cell: XmlElement, workbook: Workbook, strings: readonly string[]): string {
  const type = attribute(cell, 't');
  if (type === 'inlineStr') return textOf(cell.content);
  const raw = decodeXml(elementsIn(cell.content, 'v')[0]?.content ?? '');
  if (raw === '') return '';
  if (type === 's') return strings[Number(raw)] ?? '';
  if (type === 'b') return raw === '0' ? 'FALSE' : 'TRUE';
  if (type === 'd') return raw.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  if (type === 'str' || type === 'e') return raw;
  return workbook.isDateStyle[Number(attribute(cell, 's') ?? 0)] ? dayText(Number(raw), workbook) : numberText(raw);
}

/**
 * A stored number as text that reads one way only: `1.234` gets a further zero, because where the comma is decimal it
 * would be one thousand. Spreadsheets show 15 digits; the noise of doubles behind them is no data.
 */
function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const text = String(Number(number.toPrecision(15)));
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

const SECONDS_A_DAY = 86_400;
/** In the 1900 system day 60 is a 29 February 1900 that never was; days before it are one lower than counted. */
const LEAP_DAY_1900 = 60;

function dayText(serial: number, { isFrom1904 }: Workbook): string {
  if (!Number.isFinite(serial) || serial < 0) return String(serial);
  const seconds = Math.round((serial % 1) * SECONDS_A_DAY);
  const day = Math.floor(serial) + (seconds === SECONDS_A_DAY ? 1 : 0);
  const clock = new Date((seconds % SECONDS_A_DAY) * 1000).toISOString().slice(11, 19);
  if (serial < 1 && !isFrom1904) return clock;
  const first = toDay(isFrom1904 ? '1904-01-01' : day < LEAP_DAY_1900 ? '1899-12-31' : '1899-12-30');
  const date = toIso(first + day);
  return seconds % SECONDS_A_DAY === 0 ? date : `${date} ${clock}`;
}

import { escaped } from './escaped.ts';
import { type FileToPack, zipOf } from './write-zip.ts';

/** Text, a number, or a number that is shown as an amount or a percentage. */
export type Cell = string | number | null | { readonly value: number; readonly as: 'amount' | 'percent' };
type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
/** One sheet of a workbook; `widths` of its columns are in characters. */
export type Sheet = { name: string; header: readonly string[]; rows: Rows; widths?: readonly number[] };

/** Excel's own limits: rows of a sheet, characters of a cell. */
const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const day = /^(\d{4})-(\d\d)-(\d\d)$/;
/** Days since 30 December 1899, as spreadsheets count them; null before March 1900, which they count wrongly. */
function serialOf(text: string): number | null {
  if (!day.test(text) || text < '1900-03-01') return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / 86_400_000 + 25_569;
}

/** The letters of a column: 0 → A, 26 → AA. */
function columnOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Text stands as text, so nothing that begins with `=` is ever run. */
function cellXml(value: Cell, at: string, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'object') return `<c r="${at}" s="${value.as === 'amount' ? 3 : 4}"><v>${value.value}</v></c>`;
  const serial = serialOf(value);
  if (serial !== null) return `<c r="${at}" s="1"><v>${serial}</v></c>`;
  const text = escaped(value.slice(0, LONGEST_CELL));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
const rowXml = (cells: readonly Cell[], row: number, style = 0): string =>
  `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${columnOf(index)}${row}`, style)).join('')}</row>`;

const once = async function* (text: string): AsyncGenerator<string> {
  yield text;
};

/** Styles: 0 plain, 1 a day, 2 the header, 3 an amount, 4 a percentage. */
const styles = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`;

async function* each<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* rows;
}

const widthsXml = (widths: readonly number[] = []): string =>
  widths.length === 0
    ? ''
    : `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

async function* filesOf(asked: readonly Sheet[]): AsyncGenerator<FileToPack> {
  const titles: string[] = [];
  for (const { name, header, rows, widths } of asked) {
    const all = each(rows);
    let next = await all.next();
    const sheet = async function* (): AsyncGenerator<string> {
      const pane =
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
      yield `${xmlHead}<worksheet xmlns="${main}">${pane}${widthsXml(widths)}<sheetData>${rowXml(header, 1, 2)}`;
      for (let row = 2; !next.done && row <= MOST_ROWS; row += 1) {
        yield rowXml(next.value, row);
        next = await all.next();
      }
      yield '</sheetData></worksheet>';
    };
    let part = 0;
    // Empty or not, there is one sheet; what has no room on it stands on a second.
    do {
      part += 1;
      titles.push(part === 1 ? name : `${name} ${part}`);
      yield { name: `xl/worksheets/sheet${titles.length}.xml`, content: sheet() };
    } while (!next.done);
  }
  const sheets = titles.length;
  const eachSheet = (text: (sheet: number) => string) => titles.map((_, at) => text(at + 1)).join('');
  const title = (at: number) => escaped((titles[at - 1] ?? '').replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  const rest = {
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${eachSheet((at) => `<sheet name="${title(at)}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xmlHead}<Relationships xmlns="${packages}/relationships">${eachSheet((at) => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml': `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${eachSheet((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
  };
  for (const [file, text] of Object.entries(rest)) yield { name: file, content: once(text) };
}

/** Tables as an Excel workbook (ECMA-376), piece by piece: bold headers that stay in sight, numbers and days as such. */
export const workbookOfSheets = (sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> => zipOf(filesOf(sheets));

/** One table as a workbook. */
export const workbookOf = (name: string, header: readonly string[], rows: Rows): AsyncGenerator<Uint8Array> =>
  workbookOfSheets([{ name, header, rows }]);

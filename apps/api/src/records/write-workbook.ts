import { escaped } from './escaped.ts';
import { serialOf } from './serial-day.ts';
import { titleOf } from './sheet-title.ts';
import { chartXml, drawingXml, pagesXml, type WorkbookChart } from './workbook-chart.ts';
import { type FileToPack, zipOf } from './write-zip.ts';

/** Text, a number, or a number that is shown as an amount, a count or a percentage, with a little room behind it. */
export type Cell = string | number | null | { readonly value: number; readonly as: keyof typeof styleOf };
type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
/** One sheet of a workbook; `widths` of its columns are in characters, 0 hides one; columns of `numbers` have their heads above them. Charts stand under its header, with nothing beside them. */
export type Sheet = {
  name: string;
  header: readonly string[];
  rows: Rows;
  widths?: readonly number[];
  numbers?: readonly number[];
  charts?: readonly WorkbookChart[];
};

/** Excel's own limits: rows of a sheet, characters of a cell. */
const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The letters of a column: 0 → A, 26 → AA. */
function columnOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Text stands as text, so nothing that begins with `=` is ever run. */
function cellXml(value: Cell, at: string, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'object') return `<c r="${at}" s="${styleOf[value.as]}"><v>${value.value}</v></c>`;
  const serial = serialOf(value);
  if (serial !== null) return `<c r="${at}" s="1"><v>${serial}</v></c>`;
  const text = escaped(value.slice(0, LONGEST_CELL));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
const lineHeight = 15;
/** Spreadsheets that do not reckon the height of a row by themselves show one line of it. */
const rowXml = (cells: readonly Cell[], row: number, styleAt = (_index: number): number => 0, lines = 1): string =>
  `<row r="${row}"${lines > 1 ? ` ht="${lines * lineHeight}" customHeight="1"` : ''}>${cells.map((cell, index) => cellXml(cell, `${columnOf(index)}${row}`, styleAt(index))).join('')}</row>`;

/** How many lines a row needs where its columns are so wide; signs of Chinese are twice as wide as others. */
function linesOf(cells: readonly Cell[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) => {
    const width = widths[at] ?? 0;
    if (typeof cell !== 'string' || width === 0) return 1;
    const paragraphs = cell.split('\n').map((text) => text.replaceAll(/[\u2e80-\uffff]/g, '  ').length);
    return paragraphs.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / width)), 0);
  });
  return Math.max(1, ...lines);
}

const once = async function* (text: string): AsyncGenerator<string> {
  yield text;
};

const styleOf = { amount: 3, percent: 4, count: 5 } as const;
const numberFormats = ['yyyy\\-mm\\-dd', '#,##0.00_)', '0.0%_)', 'General_)'];
const fontXml = (bold: string): string => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
const top = '<alignment vertical="top" wrapText="1"/>';
const cellFormats = [
  '<xf/>',
  '<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left"/></xf>',
  '<xf fontId="1" applyFont="1"/>',
  ...[165, 166, 167].map((format) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`),
  `<xf applyAlignment="1">${top}</xf>`,
  `<xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>`,
];

/** Styles: 0 plain, 1 a day, 2 the header, 3 an amount, 4 a percentage, 5 a count, 6 text over several lines, 7 the header of numbers. */
const styles = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="${numberFormats.length}">${numberFormats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><fonts count="2">${fontXml('')}${fontXml('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs></styleSheet>`;

async function* each<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* rows;
}

const widthsXml = (widths: readonly number[]): string =>
  widths.length === 0
    ? ''
    : `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${width === 0 ? ' hidden="1"' : ''}/>`).join('')}</cols>`;

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
const relationsXml = (all: string): string =>
  `${xmlHead}<Relationships xmlns="${packages}/relationships">${all}</Relationships>`;

/** Whatever is no relation has to say what it is. */
function typeOfPart(name: string): string {
  if (name.endsWith('.rels')) return '';
  const kind = name.startsWith('xl/charts/') ? 'drawingml.chart' : 'drawing';
  return `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
}

/** Tables are a page across and as many down as it takes; charts are as large as they are. */
const fitted = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const margins = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
const across = `${margins}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`;
const upright = (charts: readonly WorkbookChart[]): string =>
  `${margins}<pageSetup paperSize="9" orientation="portrait"/>${pagesXml(charts)}<drawing r:id="rId1"/>`;

/** The files of the charts of a sheet, and what ties them to it. `before` charts stand on sheets before it. */
function* chartFiles(charts: readonly WorkbookChart[], sheet: number, before: number): Generator<FileToPack> {
  const numbers = charts.map((_, at) => before + at + 1);
  const tie = relation(1, 'drawing', `../drawings/drawing${sheet}.xml`);
  const ties = numbers.map((number, at) => relation(at + 1, 'chart', `../charts/chart${number}.xml`)).join('');
  yield { name: `xl/worksheets/_rels/sheet${sheet}.xml.rels`, content: once(relationsXml(tie)) };
  yield { name: `xl/drawings/_rels/drawing${sheet}.xml.rels`, content: once(relationsXml(ties)) };
  yield { name: `xl/drawings/drawing${sheet}.xml`, content: once(drawingXml(charts)) };
  for (const [at, chart] of charts.entries())
    yield { name: `xl/charts/chart${numbers[at]}.xml`, content: once(chartXml(chart)) };
}

async function* filesOf(asked: readonly Sheet[]): AsyncGenerator<FileToPack> {
  const titles: string[] = [];
  const parts: string[] = [];
  let drawn = 0;
  for (const { name, header, rows, widths = [], numbers = [], charts = [] } of asked) {
    const all = each(rows);
    let next = await all.next();
    const sheet = async function* (hasCharts: boolean): AsyncGenerator<string> {
      const pane =
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
      yield `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${relations}">${hasCharts ? '' : fitted}${pane}<sheetFormatPr defaultRowHeight="16"/>${widthsXml(widths)}<sheetData>${rowXml(header, 1, (index) => (numbers.includes(index) ? 7 : 2))}`;
      for (let row = 2; !next.done && row <= MOST_ROWS; row += 1) {
        const lines = linesOf(next.value, widths);
        yield rowXml(next.value, row, () => (lines > 1 ? 6 : 0), lines);
        next = await all.next();
      }
      yield `</sheetData>${hasCharts ? upright(charts) : across}</worksheet>`;
    };
    let part = 0;
    // Empty or not, there is one sheet; what has no room on it stands on a second.
    do {
      part += 1;
      titles.push(part === 1 ? name : `${name} ${part}`);
      const hasCharts = part === 1 && charts.length > 0;
      yield { name: `xl/worksheets/sheet${titles.length}.xml`, content: sheet(hasCharts) };
      if (hasCharts)
        for (const file of chartFiles(charts, titles.length, drawn)) {
          parts.push(file.name);
          yield file;
        }
      drawn += hasCharts ? charts.length : 0;
    } while (!next.done);
  }
  const sheets = titles.length;
  const eachSheet = (text: (sheet: number) => string) => titles.map((_, at) => text(at + 1)).join('');
  const title = (at: number) => escaped(titleOf(titles[at - 1] ?? ''));
  const rest = {
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${eachSheet((at) => `<sheet name="${title(at)}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(
      `${eachSheet((at) => relation(at, 'worksheet', `worksheets/sheet${at}.xml`))}${relation(sheets + 1, 'styles', 'styles.xml')}`,
    ),
    'xl/styles.xml': styles,
    '_rels/.rels': relationsXml(relation(1, 'officeDocument', 'xl/workbook.xml')),
    '[Content_Types].xml': `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${eachSheet((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${type}.worksheet+xml"/>`)}${parts.map(typeOfPart).join('')}</Types>`,
  };
  for (const [file, text] of Object.entries(rest)) yield { name: file, content: once(text) };
}

/** Tables as an Excel workbook (ECMA-376), piece by piece: bold headers that stay in sight, numbers and days as such. */
export const workbookOfSheets = (sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> => zipOf(filesOf(sheets));

/** One table as a workbook. */
export const workbookOf = (name: string, header: readonly string[], rows: Rows): AsyncGenerator<Uint8Array> =>
  workbookOfSheets([{ name, header, rows }]);

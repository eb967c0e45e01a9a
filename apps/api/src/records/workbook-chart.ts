import { escaped } from './escaped.ts';
import { serialOf } from './serial-day.ts';
import { titleOf } from './sheet-title.ts';

/** What the bars of one series of a chart are: null is a gap. Each has a colour of its own, or none: then it only lifts what stands on it. */
export type ChartSeries = {
  values: readonly (number | null)[];
  inks: readonly (string | null)[];
  /** What is written where the bar begins; left out, a chart of one series writes its values. */
  texts?: readonly string[];
  /** The letter of the column in which the values stand. */
  column: string;
};

/** A chart of rows of a sheet. Several series stand upon each other. */
export type WorkbookChart = {
  title: string;
  /** The whole chart in words, for who does not see it. */
  words: string;
  direction: 'columns' | 'bars';
  /** The rows that it shows, the first being 1, on which sheet they are, and the letter of the column with their names. */
  rows: { sheet: string; first: number; last: number; names: string };
  names: readonly string[];
  /** Names that are days stand as days. */
  areDays: boolean;
  /** How values are written, as a format of the spreadsheet. */
  format: string;
  series: readonly ChartSeries[];
};

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const drawingMain = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const drawingChart = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** How many columns and rows of a sheet a chart takes, and how many rows a page has at least. */
const columnsAcross = 9;
const rowsOf = ({ direction, names }: WorkbookChart): number =>
  direction === 'columns' ? 13 : 4 + Math.ceil(names.length * 1.6);
const rowsOfPage = 44;

/** Where the charts begin, one below the other under a heading, the first row being 0; none is cut by the end of a page. */
function startsOf(charts: readonly WorkbookChart[]): { starts: number[]; pages: number[] } {
  let [next, page] = [2, 0];
  const pages: number[] = [];
  const starts = charts.map((chart) => {
    const start = next;
    if (start > page && start + rowsOf(chart) > page + rowsOfPage) {
      page = start;
      pages.push(start);
    }
    next = start + rowsOf(chart) + 1;
    return start;
  });
  return { starts, pages };
}

/** The rows at which pages begin. */
export function pagesXml(charts: readonly WorkbookChart[]): string {
  const { pages } = startsOf(charts);
  const breaks = pages.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  return `<rowBreaks count="${pages.length}" manualBreakCount="${pages.length}">${breaks}</rowBreaks>`;
}

const days = 'yyyy\\-mm\\-dd';
const [quietText, text, rule] = ['6B7280', '1F2937', '9CA3AF'];

/** The charts of a sheet, one below the other. */
export function drawingXml(charts: readonly WorkbookChart[]): string {
  const { starts } = startsOf(charts);
  const anchors = charts.map((chart, at) => {
    const corner = (name: string, across: number, down: number) =>
      `<xdr:${name}><xdr:col>${across}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${down}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
    const start = starts[at] ?? 0;
    const place = corner('from', 0, start) + corner('to', columnsAcross, start + rowsOf(chart));
    const named = `<xdr:cNvPr id="${at + 2}" name="${escaped(chart.title)}" descr="${escaped(chart.words)}"/>`;
    return `<xdr:twoCellAnchor editAs="oneCell">${place}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${named}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawingChart}"><c:chart xmlns:c="${drawingChart}" r:id="rId${at + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `${xmlHead}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${drawingMain}" xmlns:r="${relations}">${anchors.join('')}</xdr:wsDr>`;
}

const filled = (ink: string | null): string =>
  ink === null ? '<a:noFill/>' : `<a:solidFill><a:srgbClr val="${ink}"/></a:solidFill>`;
const shape = (ink: string | null): string => `<c:spPr>${filled(ink)}<a:ln><a:noFill/></a:ln></c:spPr>`;
const textOf = (ink: string, size: number): string => `<a:defRPr sz="${size * 100}" b="0">${filled(ink)}</a:defRPr>`;
const textStyle = (ink: string, size: number): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr>${textOf(ink, size)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
const said = (words: string, ink: string, size: number): string =>
  `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${textOf(ink, size)}</a:pPr><a:r><a:rPr lang="en-US" sz="${size * 100}" b="0">${filled(ink)}</a:rPr><a:t>${escaped(words)}</a:t></a:r></a:p></c:rich></c:tx>`;
const shown = (isValue: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${isValue ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

const pointsOf = (values: readonly (string | number | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${escaped(String(value))}</c:v></c:pt>`)).join('')}`;

function labelsOf({ texts }: ChartSeries, format: string, isAlone: boolean): string {
  if (!texts && !isAlone) return '';
  const place = `<c:dLblPos val="${isAlone ? 'outEnd' : 'inBase'}"/>`;
  const numbers = `<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textStyle(text, 9)}`;
  const own = (texts ?? []).map(
    (words, at) => `<c:dLbl><c:idx val="${at}"/>${said(words, text, 9)}${place}${shown(true)}</c:dLbl>`,
  );
  return `<c:dLbls>${own.join('')}${numbers}${place}${shown(true)}</c:dLbls>`;
}

function seriesXml(chart: WorkbookChart, series: ChartSeries, at: number): string {
  const { rows, names, format, areDays } = chart;
  const range = (column: string) =>
    escaped(`'${titleOf(rows.sheet).replaceAll("'", "''")}'!$${column}$${rows.first}:$${column}$${rows.last}`);
  const numbers = `<c:formatCode>${escaped(format)}</c:formatCode>${pointsOf(series.values)}`;
  const values = `<c:numRef><c:f>${range(series.column)}</c:f><c:numCache>${numbers}</c:numCache></c:numRef>`;
  const named = areDays
    ? `<c:numRef><c:f>${range(rows.names)}</c:f><c:numCache><c:formatCode>${days}</c:formatCode>${pointsOf(names.map(serialOf))}</c:numCache></c:numRef>`
    : `<c:strRef><c:f>${range(rows.names)}</c:f><c:strCache>${pointsOf(names)}</c:strCache></c:strRef>`;
  const inks = series.inks.map(
    (ink, place) =>
      `<c:dPt><c:idx val="${place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shape(ink)}</c:dPt>`,
  );
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${shape(series.inks[0] ?? null)}<c:invertIfNegative val="0"/>${inks.join('')}${labelsOf(series, format, chart.series.length === 1)}<c:cat>${named}</c:cat><c:val>${values}</c:val></c:ser>`;
}

/** A chart (ECMA-376, part 1, 21.2) without a legend: its bars are named and its values are written at them. */
export function chartXml(chart: WorkbookChart): string {
  const { direction, series, title, areDays } = chart;
  const lies = direction === 'bars';
  const bars = series.map((one, at) => seriesXml(chart, one, at)).join('');
  const overlap = series.length > 1 ? '<c:overlap val="100"/>' : '';
  const plot = `<c:barChart><c:barDir val="${lies ? 'bar' : 'col'}"/><c:grouping val="${series.length > 1 ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${bars}<c:gapWidth val="60"/>${overlap}<c:axId val="1"/><c:axId val="2"/></c:barChart>`;
  // The first of lying bars is the uppermost.
  const names = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${lies ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${lies ? 'l' : 'b'}"/><c:numFmt formatCode="${areDays ? days : 'General'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${filled(rule)}</a:ln></c:spPr>${textStyle(quietText, 9)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const values = `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="${lies ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>`;
  const heading = `<c:title>${said(title, text, 12)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
  return `${xmlHead}<c:chartSpace xmlns:c="${drawingChart}" xmlns:a="${drawingMain}" xmlns:r="${relations}"><c:roundedCorners val="0"/><c:chart>${heading}<c:plotArea><c:layout/>${plot}${names}${values}</c:plotArea><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${filled('FFFFFF')}<a:ln w="9525">${filled('E5E7EB')}</a:ln></c:spPr></c:chartSpace>`;
}

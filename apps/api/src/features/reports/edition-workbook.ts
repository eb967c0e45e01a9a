import { type Cell, type Sheet, workbookOfSheets } from '../../records/write-workbook.ts';
import { chartOnSheet, majorOf } from './edition-charts.ts';
import { type EditionOnPaper, labelOf, noteOf, spanOf, stateOf } from './edition-paper.ts';

type Unit = 'money' | 'count' | 'ratio';

/** Amounts in the currency, ratios as percentages, what is not known as an empty cell: a spreadsheet must not add up dashes. */
function cellOf({ reading: { content } }: EditionOnPaper, value: number | null, unit: Unit): Cell {
  if (value === null) return null;
  if (unit === 'count') return { value, as: 'count' };
  if (unit === 'ratio') return { value, as: 'percent' };
  return { value: majorOf(value, content.exponent), as: 'amount' };
}

const unitOf = ({ reading: { content }, words }: EditionOnPaper, unit: Unit): string =>
  unit === 'money' ? content.currency : words.units[unit];

function figuresSheet(paper: EditionOnPaper): Sheet {
  const { words, reading } = paper;
  const header = [words.section, words.figure, words.value, words.before, words.unit, words.note];
  const rows = reading.content.sections.flatMap(({ key, figures }) =>
    figures.map((one): Cell[] => [
      ...[words.sections[key], words.figures[one.key]],
      ...[cellOf(paper, one.value, one.unit), cellOf(paper, one.before, one.unit), unitOf(paper, one.unit)],
      noteOf(paper, one),
    ]),
  );
  const span: Cell[] = [words.span, spanOf(paper), null, null, null, stateOf(paper)];
  return {
    name: words.title[reading.content.kind],
    header,
    rows: [span, ...rows],
    widths: [22, 34, 16, 16, 10, 44],
    numbers: [2, 3],
  };
}

/** The charts, and on a sheet of its own what they show, point by point; what steps are made of is hidden. */
function chartsSheets(paper: EditionOnPaper): Sheet[] {
  const { words, reading } = paper;
  const shown = reading.content.sections.flatMap(({ charts }) => charts);
  let next = 2;
  const charts = shown.map((chart) => {
    const first = next;
    next += chart.points.length;
    return { ...chart, drawn: chartOnSheet(paper, chart, first) };
  });
  const rows = charts.flatMap(({ key, unit, points, drawn }) =>
    points.map(({ label, value }, at): Cell[] => [
      ...[words.charts[key], label.kind === 'day' ? label.text : labelOf(paper, label)],
      ...[cellOf(paper, value, unit), unitOf(paper, unit)],
      ...(drawn.series.length > 1 ? drawn.series.map(({ values }) => values[at] ?? null) : []),
    ]),
  );
  const shownCharts = charts.flatMap(({ points, drawn }) => (points.length === 0 ? [] : [drawn]));
  const values: Sheet = {
    name: words.chartValues,
    header: [words.chart, words.name, words.value, words.unit, words.lifted, words.above, words.below, words.room],
    rows,
    widths: [30, 30, 16, 10, 0, 0, 0, 0],
    numbers: [2],
  };
  const heading = `${words.title[reading.content.kind]} · ${spanOf(paper)}`;
  return [{ name: words.chart, header: [heading], rows: [], widths: Array(9).fill(7), charts: shownCharts }, values];
}

function tablesSheets(paper: EditionOnPaper): Sheet[] {
  const { words, reading } = paper;
  return reading.content.sections.flatMap(({ tables }) =>
    tables.map(({ key, unit, rows }): Sheet => {
      // As on the page: a column in which nothing stands is left out.
      const [hasNotes, hasShares] = [rows.some(({ note }) => note !== null), rows.some(({ share }) => share !== null)];
      const cells = rows.map(({ label, note, value, share }): Cell[] => [
        ...[labelOf(paper, label), ...(hasNotes ? [note && labelOf(paper, note)] : [])],
        ...[cellOf(paper, value, unit), ...(hasShares ? [cellOf(paper, share, 'ratio')] : [])],
      ]);
      const header = [words.name, ...(hasNotes ? [words.beside] : []), `${words.value} (${unitOf(paper, unit)})`];
      const numbers = hasNotes ? [2, 3] : [1, 2];
      const widths = [36, ...(hasNotes ? [26] : []), 20, 12];
      return {
        name: words.tables[key],
        header: [...header, ...(hasShares ? [words.share] : [])],
        rows: cells,
        widths,
        numbers,
      };
    }),
  );
}

function pledgesSheet({ reading: { content }, words }: EditionOnPaper): Sheet {
  const header = [words.section, words.kind, words.text, words.dueOn, words.standing, words.settledOn, words.note];
  const due = content.due.map((one): Cell[] => [
    ...[words.opening, words.pledgeKinds[one.kind], one.text, one.dueOn, words.standings[one.standing]],
    ...[one.settledOn, one.reason],
  ]);
  const made = content.made.map((one): Cell[] => [
    ...[words.made, words.pledgeKinds[one.kind], one.text, one.dueOn, null, null, null],
  ]);
  return { name: words.sections.pledges, header, rows: [...due, ...made], widths: [26, 14, 50, 12, 14, 12, 40] };
}

function wordsSheet({ reading, words, comments, formats }: EditionOnPaper): Sheet {
  const said = reading.content.words;
  const rows: Cell[][] = [
    ...(['achieved', 'obstacles', 'outlook'] as const).map((key) => [words[key], said[key] ?? words.nothingSaid, null]),
    ...comments.map(({ by, text, createdAt }) => [
      `${words.comments}: ${by?.name ?? ''}`,
      text,
      formats.instant(createdAt),
    ]),
  ];
  return { name: words.words, header: [words.name, words.text, words.at], rows, widths: [30, 90, 18] };
}

function changedSheet(paper: EditionOnPaper): Sheet[] {
  const { reading, words } = paper;
  if (reading.changed.length === 0) return [];
  const rows = reading.changed.map(({ key, unit, was, now, difference }): Cell[] => [
    ...[words.figures[key], cellOf(paper, was, unit), cellOf(paper, now, unit), cellOf(paper, difference, unit)],
    unitOf(paper, unit),
  ]);
  const header = [words.figure, words.was, words.now, words.difference, words.unit];
  return [{ name: words.changed, header, rows, widths: [34, 16, 16, 16, 10], numbers: [1, 2, 3] }];
}

/** An edition as a workbook: figures, charts with what they show, tables, pledges, words and comments, and what changed since. */
export const editionWorkbook = (paper: EditionOnPaper): AsyncGenerator<Uint8Array> =>
  workbookOfSheets([
    figuresSheet(paper),
    ...chartsSheets(paper),
    ...tablesSheets(paper),
    pledgesSheet(paper),
    wordsSheet(paper),
    ...changedSheet(paper),
  ]);

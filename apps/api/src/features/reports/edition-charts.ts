import type { EditionChart } from '@milepost/contract/reports';
import { toMajorText } from '@milepost/core/money/minor';
import { ends, inkOf } from '@milepost/core/reports/draw-chart';
import type { ChartSeries, WorkbookChart } from '../../records/workbook-chart.ts';
import { inks } from './edition-drawing.ts';
import { chartOf, type EditionOnPaper, labelOf } from './edition-paper.ts';

/** Minor units as a spreadsheet counts money. */
export const majorOf = (minor: number, exponent: number): number => Number(toMajorText(Math.round(minor), exponent));

const formats = { money: '#,##0', count: '#,##0', ratio: '0%' } as const;

/** Of the length of a chart: what is written at a step. */
const roomForText = 0.2;

/**
 * Steps as bars that stand upon each other: what only lifts, what is seen of a step above and below zero (one that crosses it has a part
 * on either side), and room for what is written at it.
 */
function stepsOf(chart: EditionChart, colours: readonly string[], texts: readonly string[]): ChartSeries[] {
  const spans = ends(chart).map(({ from, to }) => ({ low: Math.min(from, to), high: Math.max(from, to) }));
  const all = spans.flatMap(({ low, high }) => [low, high, 0]);
  const room = (Math.max(...all) - Math.min(...all)) * roomForText;
  const isKnown = (at: number) => chart.points[at]?.value != null;
  const none = texts.map(() => null);
  return [
    { values: spans.map(({ low, high }) => Math.max(low, 0) + Math.min(high, 0)), inks: none, column: 'E' },
    {
      ...{ inks: colours, column: 'F' },
      values: spans.map(({ low, high }, at) => (isKnown(at) ? Math.max(high, 0) - Math.max(low, 0) : null)),
    },
    {
      ...{ inks: colours, column: 'G' },
      values: spans.map(({ low, high }, at) => (isKnown(at) ? Math.min(low, 0) - Math.min(high, 0) : null)),
    },
    { values: texts.map(() => room), inks: none, texts, column: 'H' },
  ];
}

/** The chart of an edition on a sheet whose rows, from the `first`, hold its names and values in the columns B and C, and parts of steps from E on. */
export function chartOnSheet(paper: EditionOnPaper, chart: EditionChart, first: number): WorkbookChart {
  const { content } = paper.reading;
  const counted: EditionChart = {
    ...chart,
    points: chart.points.map((one) => ({
      ...one,
      value: one.value !== null && chart.unit === 'money' ? majorOf(one.value, content.exponent) : one.value,
    })),
  };
  const { points } = chartOf(paper, chart);
  const colours = points.map((_, at) => inks[inkOf(chart.shape, points, at)].slice(1).toUpperCase());
  const texts = points.map(({ text }) => text);
  const title = paper.words.charts[chart.key];
  return {
    title,
    words: `${title}: ${points.map(({ label, text }) => `${label} ${text}`).join(', ')}`,
    direction: chart.shape === 'columns' ? 'columns' : 'bars',
    rows: { sheet: paper.words.chartValues, first, last: first + points.length - 1, names: 'B' },
    names: chart.points.map(({ label }) => (label.kind === 'day' ? label.text : labelOf(paper, label))),
    areDays: chart.points.every(({ label }) => label.kind === 'day'),
    format: formats[chart.unit],
    series:
      chart.shape === 'steps'
        ? stepsOf(counted, colours, texts)
        : [{ values: counted.points.map(({ value }) => value), inks: colours, column: 'C' }],
  };
}

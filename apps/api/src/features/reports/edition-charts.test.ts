import type { EditionChart } from '@milepost/contract/reports';
import { expect, it } from 'vitest';
import { chartOnSheet } from './edition-charts.ts';
import { editionOfAll } from './testing-paper.ts';

const steps = (...values: (number | null)[]): EditionChart => ({
  ...{ key: 'movement', shape: 'steps', unit: 'count' },
  points: values.map((value, at) => ({ label: { kind: 'name', text: `${at}` }, value, isTotal: at === 0 })),
});
const seriesOf = (...values: (number | null)[]) =>
  chartOnSheet(editionOfAll('en'), steps(...values), 2).series.map((one) => one.values);

it('parts a step that crosses zero, and lifts one that lies below it', () => {
  const [lifted, above, below] = seriesOf(30, -50, -10, 40);
  expect(lifted).toEqual([0, 0, -20, 0]);
  expect(above).toEqual([30, 30, 0, 10]);
  expect(below).toEqual([0, -20, -10, -30]);
});

it('shows nothing of a step that is not known, and writes it where the steps stand', () => {
  const [lifted, above, below] = seriesOf(30, null);
  expect([lifted?.[1], above?.[1], below?.[1]]).toEqual([30, null, null]);
});

it('draws nothing of what is all zero', () => {
  expect(seriesOf(0, 0)).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

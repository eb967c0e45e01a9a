import { expect, it } from 'vitest';
import { lineForm, lineWrite, spreadEvenly, totalOf } from './line-form.ts';

const writing = { decimalMark: '.', exponent: 2 } as const;
const form = { ...lineForm(null, writing), category: ' Meals ' };

it('a month left empty has no budget, a count left empty is not known', () => {
  const months = form.months.with(0, '1,200.50');
  expect(lineWrite({ ...form, months, results: form.results.with(2, '7') }, writing)).toEqual({
    category: 'Meals',
    campaign: null,
    teamId: null,
    accountId: null,
    months: [120_050, ...new Array(11).fill(0)],
    results: [null, null, 7, ...new Array(9).fill(null)],
  });
  expect(totalOf({ ...form, months }, writing)).toBe(120_050);
});

it('is not sent without a category, with an amount below zero or with text that is no amount or count', () => {
  expect(lineWrite({ ...form, category: ' ' }, writing)).toBeNull();
  expect(lineWrite({ ...form, months: form.months.with(3, '-5') }, writing)).toBeNull();
  expect(lineWrite({ ...form, months: form.months.with(3, 'many') }, writing)).toBeNull();
  expect(lineWrite({ ...form, results: form.results.with(3, '1.5') }, writing)).toBeNull();
  expect(totalOf({ ...form, months: form.months.with(3, 'many') }, writing)).toBeNull();
});

it('spreads a year over its months to the unit', () => {
  const months = spreadEvenly(1000_00, writing);
  expect(months[0]).toBe('83.34');
  expect(totalOf({ ...form, months }, writing)).toBe(1000_00);
});

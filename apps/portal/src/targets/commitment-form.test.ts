import { expect, it } from 'vitest';
import { cellsToSend, textAt, textsOf, withText } from './commitment-form.ts';

const own = {
  personId: 'ann',
  version: 3,
  cells: [
    { line: null, month: 0, amountMinor: 900 },
    { line: null, month: 1, amountMinor: 800 },
  ],
};
const texts = textsOf(own, String);
const read = (text: string) => (/^\d+$/.test(text) ? Number(text) : null);

it('sends what was typed anew, and takes back what was emptied', () => {
  expect(textAt(texts, null, 0)).toBe('900');
  expect(cellsToSend(own, texts, [null], read)).toEqual([]);
  const typed = withText(withText(texts, { line: null, month: 1, text: '' }), { line: null, month: 2, text: '70' });
  expect(cellsToSend(own, typed, [null], read)).toEqual([
    { line: null, month: 1, amountMinor: null },
    { line: null, month: 2, amountMinor: 70 },
  ]);
});

it('committing by line takes back what was committed as a whole; what is no amount is not sent', () => {
  const typed = withText({}, { line: 'Pumps', month: 0, text: '500' });
  expect(cellsToSend(own, typed, ['Pumps'], read)).toEqual([
    { line: null, month: 0, amountMinor: null },
    { line: null, month: 1, amountMinor: null },
    { line: 'Pumps', month: 0, amountMinor: 500 },
  ]);
  expect(cellsToSend(own, withText(texts, { line: null, month: 4, text: 'much' }), [null], read)).toBeNull();
});

import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import ShareFields from './ShareFields.vue';
import { pulledTo, topOf, typedShares } from './seasonal-weights.ts';

const monthStarts = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-01`);

it('has room above the highest point, and a point pulled below the ground is nothing', () => {
  expect(topOf([10, 10])).toBe(20);
  expect(topOf([1, 40])).toBe(46);
  expect(topOf([0, 0])).toBe(1);
  expect(pulledTo(0.5, 20)).toBe(10);
  expect(pulledTo(-0.2, 20)).toBe(0);
  expect(typedShares([0.08333, 0.5], ',')).toEqual(['8,33', '50']);
});

it('begins with the season of the past, and arrows move a month in fields and curve alike', async () => {
  fakeApi({
    'GET /api/v1/seasonality': () => ({ shares: new Array(12).fill(1 / 12), prior: new Array(12).fill(0.05) }),
  });
  const typed: string[][] = [];
  await mountPage(ShareFields, {
    props: {
      monthStarts,
      fiscalYear: 2027,
      decimalMark: '.',
      modelValue: new Array(12).fill('8'),
      'onUpdate:modelValue': (texts: string[]) => typed.push(texts),
    },
  });
  await fireEvent.keyDown(await screen.findByRole('slider', { name: 'March 2027' }), { key: 'ArrowUp' });
  expect(typed.at(-1)?.[2]).toBe('8.1');
  await fireEvent.click(screen.getByRole('button', { name: 'Take from history' }));
  await expect.poll(() => typed.at(-1)).toEqual(new Array(12).fill('8.33'));
  await fireEvent.click(screen.getByRole('button', { name: 'By working days' }));
  await expect.poll(() => typed.at(-1)).toEqual(new Array(12).fill('5'));
});

import { expect, it } from 'vitest';
import { firstDefinition, termsOf } from './definition.ts';

it('says a definition sentence by sentence, with the numbers that are in force', () => {
  const keys = (...args: Parameters<typeof termsOf>) => termsOf(...args).map(({ key, value }) => [key, value]);
  expect(keys('newCustomers', firstDefinition)).toEqual([['new-first-ever', null]]);
  const newCustomer = { afterMonths: 12, minRevenueMinor: 100_000, targetPerMonth: 5 };
  expect(keys('newCustomers', { ...firstDefinition, newCustomer })).toEqual([
    ['new-after-months', 12],
    ['new-min-revenue', 100_000],
  ]);
  expect(keys('repurchaseRate', firstDefinition)).toContainEqual(['repurchase-window', 90]);
  expect(keys('coverage', firstDefinition)).toEqual([
    ['coverage-by-segment-region', null],
    ['visit-kind-visit', null],
  ]);
  expect(keys('eventConversion', firstDefinition)).toContainEqual(['event-window', 90]);
});

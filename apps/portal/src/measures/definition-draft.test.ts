import type { MeasureDefinitionView } from '@milepost/contract/measures';
import { expect, it } from 'vitest';
import { draftOf, readDraft } from './definition-draft.ts';

const seen: MeasureDefinitionView = {
  id: 'o',
  version: 1,
  updatedAt: null,
  newCustomer: { afterMonths: null, minRevenueMinor: 1_234_50, targetPerMonth: null },
  repurchase: { windowDays: 90, orders: 2, existing: 'any', immature: 'excluded', targetRatio: 0.305 },
  coverage: { visitKinds: ['visit'], marketBy: 'segment', targetPerWeek: 2 },
  event: { windowDays: 60, targetRatio: 0.15 },
};
const comma = { decimalMark: ',', exponent: 2 } as const;

it('says nothing while nothing was changed, in any writing of numbers', () => {
  const draft = draftOf(seen, comma);
  expect(draft).toMatchObject({ minRevenue: '1234,50', repurchaseTarget: '30,5', targetPerMonth: '' });
  expect(readDraft(draft, seen, comma)).toEqual({ patch: {}, unreadable: [] });
});

it('sends whole parts, and only those that differ', () => {
  const draft = { ...draftOf(seen, comma), isNewAgain: true, afterMonths: '6', eventTarget: '' };
  expect(readDraft(draft, seen, comma).patch).toEqual({
    newCustomer: { afterMonths: 6, minRevenueMinor: 1_234_50, targetPerMonth: null },
    event: { windowDays: 60, targetRatio: null },
  });
});

it('names what cannot be read, and makes nothing 0', () => {
  const draft = {
    ...draftOf(seen, comma),
    orders: '1',
    windowDays: 'ninety',
    minRevenue: '-1',
    repurchaseTarget: '130',
  };
  expect(readDraft(draft, seen, comma).unreadable.sort()).toEqual([
    'minRevenue',
    'orders',
    'repurchaseTarget',
    'windowDays',
  ]);
});

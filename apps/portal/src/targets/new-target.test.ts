import type { OrganisationView } from '@milepost/contract/organisation';
import { expect, it } from 'vitest';
import { completeMonths } from './complete-months.ts';
import { newRateTarget, newTarget, readLevels, readPercent, readShares } from './new-target.ts';

const organisation = { fiscalYearStart: 7, fiscalYearLabel: 'end', decimalMark: ',' } as OrganisationView;
const texts = ['8,5', '9 %', '0', ...Array.from({ length: 9 }, () => '9')];

it('reads twelve typed shares, and none of them when one cannot be read', () => {
  expect(readShares(texts, ',')?.slice(0, 3)).toEqual([8.5, 9, 0]);
  expect(readShares(['x', ...texts.slice(1)], ',')).toBeNull();
  expect(readShares(['', ...texts.slice(1)], ',')).toBeNull();
  expect(readShares(['-1', ...texts.slice(1)], ',')).toBeNull();
  expect(
    readShares(
      texts.map(() => '0'),
      ',',
    ),
  ).toBeNull();
});

it('asks for typed shares, and for parts by what was reached the year before', () => {
  const levels = { stretch: '1,25', churn: '10 %', price: '' };
  const form = {
    ...{ name: 'FY', measure: 'margin' as const, fiscalYear: 2027, total: '1' },
    ...{ months: 'typed' as const, shares: texts, isWeighed: true },
  };
  expect(newTarget({ ...form, ...levels }, 100, 'id', organisation)).toMatchObject({
    measure: 'margin',
    months: { kind: 'typed', shares: readShares(texts, ',') },
    weightsFrom: { from: '2025-07-01', to: '2026-06-30' },
    stretch: { factor: 1.25 },
    core: { churn: 0.1, price: 0 },
  });
});

it('takes no level for none, and nothing that is no number', () => {
  const none = { stretch: '', churn: '', price: '' };
  expect(readLevels(none, '.')).toEqual({ stretch: null, core: { churn: 0, price: 0 } });
  expect(readLevels({ ...none, stretch: 'much' }, '.')).toBeNull();
  expect(readLevels({ ...none, churn: '101' }, '.')).toBeNull();
});

it('counts months that are over, whole, and none while the first one runs', () => {
  expect(completeMonths(organisation, 2027, '2026-07-31')).toBeNull();
  expect(completeMonths(organisation, 2027, '2026-11-25')).toEqual({ from: '2026-07-01', to: '2026-10-31' });
  expect(completeMonths(organisation, 2027, '2030-01-01')).toEqual({ from: '2026-07-01', to: '2027-06-30' });
});

it('asks for a share of everybody in the year, where the measure is one', () => {
  const form = {
    ...{ name: 'Again', measure: 'repurchaseRate' as const, fiscalYear: 2027, total: '32,5 %' },
    ...{ months: 'even' as const, shares: texts, isWeighed: false, stretch: '', churn: '', price: '' },
  };
  expect(readPercent(form.total, ',')).toBe(0.325);
  expect(readPercent('101', ',')).toBeNull();
  expect(newRateTarget(form, 0.325, 'id')).toMatchObject({
    measure: 'repurchaseRate',
    rates: [{ holder: { kind: 'all' }, period: 'year', shareRatio: 0.325 }],
  });
  expect(newRateTarget({ ...form, measure: 'margin' }, 0.3, 'id')).toBeNull();
});

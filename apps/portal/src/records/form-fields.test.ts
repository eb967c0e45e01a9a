import { describe, expect, it } from 'vitest';
import { type FormField, formOf, patchOf } from './form-fields.ts';

const fields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true },
  { key: 'segment', kind: 'text' },
  { key: 'employees', kind: 'number' },
  { key: 'amountMinor', kind: 'money' },
  { key: 'ownerId', kind: 'reference', of: '/people' },
];
const writing = { decimalMark: ',', exponent: 2 } as const;
const record = {
  name: 'Huaxin',
  segment: 'Water',
  employees: null,
  amountMinor: 123_456,
  owner: { id: 'ann', name: 'Ann' },
};

describe('the form of a record', () => {
  it('shows amounts as the organisation writes them, and what nobody knows as empty', () => {
    expect(formOf(fields, record, writing)).toEqual({
      name: 'Huaxin',
      segment: 'Water',
      employees: '',
      amountMinor: '1234,56',
      ownerId: { id: 'ann', name: 'Ann' },
    });
  });

  it('writes shares one after the other, and sends them only when they differ', () => {
    const ramp: readonly FormField[] = [{ key: 'ramp', kind: 'percents' }];
    const before = { ramp: [0.25, 0.5] };
    const form = formOf(ramp, before, writing);
    expect(form).toEqual({ ramp: '25 50' });
    expect(patchOf(ramp, form, before, writing).patch).toEqual({});
    expect(patchOf(ramp, { ramp: '25% 50 62,5' }, before, writing).patch).toEqual({ ramp: [0.25, 0.5, 0.625] });
    expect(patchOf(ramp, { ramp: '' }, before, writing).patch).toEqual({ ramp: [] });
    expect(patchOf(ramp, { ramp: 'half' }, before, writing).unreadable).toEqual(['ramp']);
  });

  it('takes an amount that nobody touched for unsaid when the currency becomes one of other places', () => {
    const money: readonly FormField[] = [
      { key: 'currency', kind: 'text' },
      { key: 'amountMinor', kind: 'money' },
    ];
    const deal = { currency: 'USD', amountMinor: 9000 };
    const [dollars, yen] = [writing, { ...writing, exponent: 0 }];
    const form = { ...formOf(money, deal, dollars), currency: 'JPY' };
    expect(patchOf(money, form, deal, yen, dollars).patch).toEqual({ currency: 'JPY' });
    const stated = { ...form, amountMinor: '90' };
    expect(patchOf(money, stated, deal, yen, dollars).patch).toEqual({ currency: 'JPY', amountMinor: 90 });
  });

  it('keeps all digits of a rate, written with the mark of the organisation', () => {
    const rates: readonly FormField[] = [{ key: 'rate', kind: 'decimal' }];
    const form = formOf(rates, { rate: '7.1234567891' }, writing);
    expect(form).toEqual({ rate: '7,1234567891' });
    expect(patchOf(rates, { rate: '7,1234567892' }, { rate: '7.1234567891' }, writing).patch).toEqual({
      rate: '7.1234567892',
    });
    expect(patchOf(rates, { rate: 'seven' }, {}, writing).unreadable).toEqual(['rate']);
  });

  it('sends only what was changed, and emptied fields as not known', () => {
    const form = formOf(fields, record, writing);
    expect(patchOf(fields, form, record, writing)).toEqual({ patch: {}, unreadable: [], missing: [] });
    const changed = { ...form, segment: ' ', employees: '12', amountMinor: '1.234,57', ownerId: null };
    expect(patchOf(fields, changed, record, writing).patch).toEqual({
      segment: null,
      employees: 12,
      amountMinor: 123_457,
      ownerId: null,
    });
  });

  it('sends what was known beforehand of a new record', () => {
    const form = { ...formOf(fields, { owner: { id: 'ann', name: 'Ann' } }, writing), name: 'New' };
    expect(patchOf(fields, form, {}, writing).patch).toEqual({ name: 'New', ownerId: 'ann' });
  });

  it('says what cannot be read and what is missing, and makes neither zero', () => {
    const form = { ...formOf(fields, record, writing), name: '', amountMinor: 'lots', employees: 'some' };
    const { unreadable, missing } = patchOf(fields, form, record, writing);
    expect(unreadable).toEqual(['employees', 'amountMinor']);
    expect(missing).toEqual(['name']);
  });

  it('shows a share of a whole in percent and sends it as a ratio', () => {
    const share: readonly FormField[] = [{ key: 'winProbability', kind: 'percent' }];
    const form = formOf(share, { winProbability: 0.125 }, writing);
    expect(form).toEqual({ winProbability: '12,5' });
    expect(patchOf(share, { winProbability: '65' }, { winProbability: 0.125 }, writing).patch).toEqual({
      winProbability: 0.65,
    });
    expect(patchOf(share, form, { winProbability: 0.125 }, writing).patch).toEqual({});
    expect(patchOf(share, { winProbability: 'half' }, {}, writing).unreadable).toEqual(['winProbability']);
  });
});

import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { brazil, figure, importRates, march, rate, ratesPath, sell } from '../../testing-rates.ts';

describeEachDialect('exchange rates', (open) => {
  afterEach(closeTestHouses);

  it('are imported as a file of days: known ones are changed, bad ones told, waiting sales filled, and taken back as one', async () => {
    const { vera, ann, max } = await openTestHouse(open, brazil);
    await sell(ann, 'USD', 50_00);
    await rate(vera, 'EUR', march, '1.9');
    const file = [
      'Date;Currency;Rate;Source',
      `${march};usd;1.5000;Central bank`,
      `${march};EUR;2;Central bank`,
      '2026-03-11;EUR;2.1234567891;',
      '2026-03-12;EUR;0;',
      '2026-03-12;BRL;1;',
      '2026-03-12;EUR;abc;',
      `${march};EUR;7;`,
    ].join('\n');
    const { body } = await importRates(vera, file);
    expect(body).toMatchObject({ created: 2, updated: 1 });
    expect(body.rejected.map(({ row, reason }: { row: number; reason: string }) => [row, reason])).toEqual([
      [5, 'not-positive'],
      [6, 'other-currency'],
      [7, 'not-a-number'],
      [8, 'duplicate-in-file'],
    ]);
    const listed = (await ann.call('GET', `${ratesPath}?sort=currency`)).body.items;
    expect(listed.map((one: { currency: string; rate: string }) => `${one.currency} ${one.rate}`).sort()).toEqual([
      'EUR 2',
      'EUR 2.1234567891',
      'USD 1.5',
    ]);
    expect((await figure(max)).total).toBe(75_00);
    expect((await importRates(max, file)).body.code).toBe('not-allowed');
    const undone = await vera.call('POST', `/api/v1/imports/${body.id}/undo`);
    expect(undone.body).toEqual({ removed: 2, restored: 1 });
    expect((await ann.call('GET', ratesPath)).body.items).toMatchObject([{ currency: 'EUR', rate: '1.9' }]);
  });

  it('of a plan stand for a fiscal year, once, under its first day', async () => {
    const { vera, ann } = await openTestHouse(open, { settings: { currency: 'BRL', fiscalYearStart: 4 } });
    const made = await rate(vera, 'USD', march, '1.6', { kind: 'plan' });
    expect(made.body).toMatchObject({ day: '2025-04-01', kind: 'plan' });
    expect((await rate(vera, 'USD', '2025-04-01', '1.7', { kind: 'plan' })).body.code).toBe('rate-taken');
    expect((await ann.call('GET', '/api/v1/currencies')).body.items).toEqual([{ value: 'USD', count: 1 }]);
  });

  it('of a plan are what attainment is read at, with the effect of the days’ rates beside it', async () => {
    const { vera, ann, ben } = await openTestHouse(open, brazil);
    const attainment = async () =>
      (await vera.call('GET', '/api/v1/attainment?targetIds=&from=2026-01-01&to=2026-12-31')).body;
    await sell(ann, 'BRL', 10_00);
    expect((await attainment()).rows).toMatchObject([{ personId: ann.id, actual: 10_00, fxEffect: null }]);
    await sell(ann, 'EUR', 25_00);
    await sell(ben, 'USD', 2_00);
    expect(await attainment()).toMatchObject({
      code: 'missing-rate',
      issues: [{ path: '/rates/plan/EUR/2026-01-01' }, { path: '/rates/plan/USD/2026-01-01' }],
    });
    await rate(vera, 'EUR', '2026-06-30', '2', { kind: 'plan' });
    await rate(vera, 'USD', '2026-06-30', '1.5', { kind: 'plan' });
    expect((await attainment()).rows).toMatchObject([
      { personId: ann.id, actual: 60_00, fxEffect: null },
      { personId: ben.id, actual: 3_00, fxEffect: null },
    ]);
    await rate(vera, 'EUR', march, '2.4');
    expect((await attainment()).rows).toMatchObject([
      { personId: ann.id, actual: 60_00, fxEffect: 10_00 },
      { personId: ben.id, actual: 3_00, fxEffect: null },
    ]);
  });

  it('are written by administrators once a day and currency, and what is refused leaves nothing behind', async () => {
    const { vera, ann, max, oda } = await openTestHouse(open, brazil);
    const id = uuidv7();
    expect((await rate(vera, 'USD', march, '01.50', { id, source: 'Central bank' })).body).toMatchObject({
      id,
      version: 1,
      rate: '1.5',
      kind: 'day',
      source: 'Central bank',
    });
    expect((await rate(vera, 'USD', march, '9', { id })).body.rate).toBe('1.5');
    const refusals = [
      await rate(ann, 'EUR', march, '2'),
      await rate(max, 'EUR', march, '2'),
      await oda.call('PATCH', `${ratesPath}/${id}`, { rate: '2' }, { 'if-match': '1' }),
      await rate(vera, 'USD', march, '2'),
      await rate(vera, 'BRL', march, '2'),
      await rate(vera, 'EUR', march, '0'),
      await rate(vera, 'EUR', march, '1.12345678901'),
      await rate(vera, 'EUR', '2026-02-30', '2'),
      await vera.call('PATCH', `${ratesPath}/${id}`, { rate: '2' }, { 'if-match': '7' }),
      await vera.call('PATCH', `${ratesPath}/${id}`, { rate: '2' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-allowed', 'not-allowed', 'not-allowed', 'rate-taken'],
      ...['invalid-input', 'invalid-input', 'invalid-input', 'invalid-input'],
      ...['version-clash', 'version-missing'],
    ]);
    expect((await ann.call('GET', `${ratesPath}?count=1`)).body).toMatchObject({
      total: 1,
      items: [{ id, rate: '1.5', version: 1 }],
    });
  });
});

import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { send } from '../imports/testing-imports.ts';
import { change, opportunitiesPath, setToday, stagesOf } from '../pipeline/testing-opportunities.ts';

const ratesPath = '/api/v1/rates';
const brazil = { settings: { currency: 'BRL' } };
const march = '2026-03-10';

const rate = (who: CastMember, currency: string, day: string, price: string, more: object = {}) =>
  who.call('POST', ratesPath, { id: uuidv7(), currency, day, rate: price, ...more });
const sell = (who: CastMember, currency: string, revenueMinor: number, more: object = {}) =>
  who.call('POST', '/api/v1/sales', { id: uuidv7(), day: march, revenueMinor, currency, ...more });
const figure = async (who: CastMember, measure = 'revenue', query = '') =>
  (await who.call('GET', `/api/v1/figures/${measure}?from=2026-01-01&to=2026-12-31${query}`)).body;

describeEachDialect('exchange rates', (open) => {
  afterEach(closeTestHouses);

  it('make 175 BRL of 50 USD and 50 EUR at 1.5 and 2, in total, by person, and down to the credits', async () => {
    const { vera, ann, ben, max } = await openTestHouse(open, brazil);
    await rate(vera, 'USD', march, '1.50');
    await rate(vera, 'EUR', march, '2');
    await sell(ann, 'USD', 50_00, { costMinor: 10_00 });
    await sell(ben, 'EUR', 50_00);
    expect(await figure(max)).toMatchObject({ total: 175_00, currency: 'BRL' });
    expect((await figure(max, 'revenue', '&by=rep')).rows).toMatchObject([{ value: 75_00 }, { value: 100_00 }]);
    expect((await figure(max, 'revenue', '&by=team')).rows).toMatchObject([{ key: 'East', value: 175_00 }]);
    expect(await figure(max, 'margin')).toMatchObject({ total: 60_00, unknown: { value: 100_00 } });
    expect(await figure(max, 'revenue', '&currency=USD')).toMatchObject({ total: 50_00, currency: 'USD' });
    const { why } = (await max.call('GET', '/api/v1/figures/revenue/why?from=2026-01-01&to=2026-12-31&by=rep')).body;
    expect(why.value).toBe(175_00);
    expect(why.args[0].args[0]).toMatchObject({ kind: 'credit', value: 75_00, label: `${march} · USD × 1.5` });
  });

  it('that are missing withhold the total and are named; entered later they fill only what had none', async () => {
    const { vera, ann, max } = await openTestHouse(open, brazil);
    await sell(ann, 'BRL', 10_00);
    await rate(vera, 'USD', march, '1.5');
    await sell(ann, 'USD', 50_00);
    await sell(ann, 'EUR', 50_00);
    const withheld = await figure(max, 'revenue', '&by=month');
    expect(withheld).toMatchObject({ status: 422, code: 'missing-rate' });
    expect(withheld.issues).toMatchObject([
      { path: `/rates/EUR/${march}`, code: 'missing' },
      { path: '/subtotals/BRL', value: '1000' },
      { path: '/subtotals/EUR', value: '5000' },
      { path: '/subtotals/USD', value: '5000' },
    ]);
    expect(await figure(max, 'sales')).toMatchObject({ total: 3 });
    await rate(vera, 'EUR', '2026-03-11', '9');
    expect((await figure(max)).code).toBe('missing-rate');
    expect((await vera.call('GET', '/api/v1/missing-rates')).body.items).toEqual([{ currency: 'EUR', day: march }]);
    const euro = await rate(vera, 'EUR', march, '2');
    expect((await vera.call('GET', '/api/v1/missing-rates')).body.items).toEqual([]);
    expect(await figure(max, 'revenue', '&by=month')).toMatchObject({ total: 185_00, currency: 'BRL' });
    // What is frozen stays, whatever the table says afterwards.
    await vera.call('PATCH', `${ratesPath}/${euro.body.id}`, { rate: '3' }, { 'if-match': '1' });
    expect((await figure(max)).total).toBe(185_00);
    await sell(ann, 'EUR', 1_00);
    expect((await figure(max)).total).toBe(188_00);
  });

  it('are frozen on a win: a correction and a reversal keep the rate, and the parts of a split sum to the sale', async () => {
    const house = await openTestHouse(open, brazil);
    const { vera, ann, ben, max } = house;
    const { Won, Negotiation } = await stagesOf(house);
    const usd = await rate(vera, 'USD', march, '1.5');
    const id = uuidv7();
    await ann.call('POST', opportunitiesPath, { id, name: 'Huaxin', amountMinor: 1_01, currency: 'USD' });
    const halves = [ann, ben].map((one) => ({ personId: one.id, share: 0.5 }));
    await change(ann, id, { stageId: Won, closedOn: march, split: halves });
    await vera.call('PATCH', `${ratesPath}/${usd.body.id}`, { rate: '7' }, { 'if-match': '1' });
    // 1.01 USD are 1.515, once: 1.52 BRL, shared out as 0.76 and 0.76.
    expect((await figure(max, 'revenue', '&by=rep')).rows).toMatchObject([{ value: 76 }, { value: 76 }]);
    await change(ann, id, { amountMinor: 3_00 });
    expect((await figure(max)).total).toBe(4_50);
    setToday(house, '2026-04-02');
    await change(ann, id, { stageId: Negotiation });
    expect((await figure(max)).total).toBe(0);
    expect((await figure(max, 'revenue', '&by=month')).rows).toMatchObject([{ value: 4_50 }, { value: -4_50 }]);
  });

  it('that come after a reversal count for both, each on its own day', async () => {
    const house = await openTestHouse(open, brazil);
    const { vera, ann, max } = house;
    const { Won, Negotiation } = await stagesOf(house);
    const id = uuidv7();
    await ann.call('POST', opportunitiesPath, { id, name: 'Huaxin', amountMinor: 10_00, currency: 'USD' });
    await change(ann, id, { stageId: Won, closedOn: march });
    setToday(house, '2026-04-02');
    await change(ann, id, { stageId: Negotiation });
    expect(await figure(max)).toMatchObject({ total: 0, currency: 'BRL' });
    expect((await figure(max, 'revenue', '&by=month')).issues[0].path).toBe(`/rates/USD/${march}`);
    await rate(vera, 'USD', march, '2');
    expect((await figure(max, 'revenue', '&by=month')).rows).toMatchObject([{ value: 20_00 }, { value: -20_00 }]);
  });

  it('convert the amount of a deal that changes its currency, or its number is kept, as is said', async () => {
    const { vera, ann } = await openTestHouse(open, brazil);
    await rate(vera, 'USD', march, '1.5');
    await rate(vera, 'EUR', march, '2');
    const id = uuidv7();
    await ann.call('POST', opportunitiesPath, { id, name: 'Huaxin', amountMinor: 60_00, currency: 'USD' });
    const asked = await change(ann, id, { currency: 'EUR' });
    expect(asked).toMatchObject({ status: 409, body: { code: 'currency-change-unsaid' } });
    const converted = await change(ann, id, { currency: 'EUR', currencyChange: 'convert' });
    expect(converted.body).toMatchObject({ currency: 'EUR', amountMinor: 45_00 });
    const home = await change(ann, id, { currency: 'BRL', currencyChange: 'convert' });
    expect(home.body).toMatchObject({ currency: 'BRL', amountMinor: 90_00 });
    const kept = await change(ann, id, { currency: 'JPY', currencyChange: 'keep' });
    expect(kept.body).toMatchObject({ currency: 'JPY', amountMinor: 90 });
    const refused = await change(ann, id, { currency: 'EUR', currencyChange: 'convert' });
    expect(refused.body).toMatchObject({ code: 'missing-rate', issues: [{ path: '/rates/JPY/2026-03-16' }] });
    expect((await ann.call('GET', `${opportunitiesPath}/${id}`)).body).toMatchObject({ currency: 'JPY', version: 4 });
  });

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
    const { body } = await send(vera, 'rates', file);
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
    expect((await send(max, 'rates', file)).body.code).toBe('not-allowed');
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

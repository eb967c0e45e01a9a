import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import {
  brazil,
  change,
  figure,
  march,
  opportunitiesPath,
  rate,
  ratesPath,
  sell,
  setToday,
  stagesOf,
} from '../../testing-rates.ts';

describeEachDialect('money in other currencies', (open) => {
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
});

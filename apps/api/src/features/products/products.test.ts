import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const productsPath = '/api/v1/products';

describeEachDialect('products', (open) => {
  afterEach(closeTestHouses);

  it('are entered by managers and read by everybody, unknown prices staying unknown', async () => {
    const { max, oda } = await openTestHouse(open);
    const id = uuidv7();
    const made = await max.call('POST', productsPath, { id, name: 'GTX Pro', line: 'GTX', kind: 'core' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ id, version: 1, line: 'GTX', kind: 'core', listPriceMinor: null });
    const changed = await max.call('PATCH', `${productsPath}/${id}`, { listPriceMinor: 482100 }, { 'if-match': '1' });
    expect(changed.body).toMatchObject({ version: 2, listPriceMinor: 482100 });
    expect((await oda.call('GET', `${productsPath}?q=gtxpro`)).body.items).toMatchObject([{ name: 'GTX Pro' }]);
  });

  it('lend their lines to targets and figures, each with the number of its products', async () => {
    const { vera, ann, oda } = await openTestHouse(open);
    for (const [name, line] of [
      ['GTX Pro', 'GTX'],
      ['GTX Basic', 'GTX'],
      ['MG Special', 'MG'],
      ['Loose', null],
    ])
      await vera.call('POST', productsPath, { id: uuidv7(), name, line });
    await ann.call('POST', '/api/v1/accounts', { id: uuidv7(), name: 'Huaxin', segment: 'Medium' });
    expect((await oda.call('GET', '/api/v1/lines')).body.items).toEqual([
      { value: 'GTX', count: 2 },
      { value: 'MG', count: 1 },
    ]);
    expect((await ann.call('GET', '/api/v1/segments')).body.items).toEqual([{ value: 'Medium', count: 1 }]);
    expect((await oda.call('GET', '/api/v1/segments')).body.items).toEqual([]);
  });

  it('are not written by reps, and nothing happened', async () => {
    const { vera, ann } = await openTestHouse(open);
    const id = uuidv7();
    await vera.call('POST', productsPath, { id, name: 'GTX Pro' });
    const refusals = [
      await ann.call('POST', productsPath, { id: uuidv7(), name: 'Mine' }),
      await ann.call('PATCH', `${productsPath}/${id}`, { name: 'Mine' }, { 'if-match': '1' }),
      await ann.call('POST', `${productsPath}/${id}/archive`, undefined, { 'if-match': '1' }),
    ];
    expect(refusals.map((refusal) => refusal.body.code)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
    expect((await ann.call('GET', `${productsPath}?count=1`)).body).toMatchObject({
      total: 1,
      items: [{ id, name: 'GTX Pro', version: 1 }],
    });
  });
});

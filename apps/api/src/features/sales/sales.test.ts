import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const salesPath = '/api/v1/sales';

describeEachDialect('sales', (open) => {
  afterEach(closeTestHouses);

  it('are credited to their owner on their day, with line, segment, region and team as they were', async () => {
    const { vera, ann, max, teams } = await openTestHouse(open);
    const [account, product, id] = [uuidv7(), uuidv7(), uuidv7()];
    await vera.call('POST', '/api/v1/products', { id: product, name: 'GTX Pro', line: 'GTX' });
    await ann.call('POST', '/api/v1/accounts', { id: account, name: 'Huaxin', segment: 'Medium', region: 'North' });
    const sale = { id, day: '2026-03-10', revenueMinor: 100_00, accountId: account, productId: product };
    const made = await ann.call('POST', salesPath, sale);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      line: 'GTX',
      segment: 'Medium',
      region: 'North',
      costMinor: null,
      owner: { name: 'Ann' },
    });
    expect((await ann.call('POST', salesPath, { ...sale, revenueMinor: 7 })).body.revenueMinor).toBe(100_00);

    await vera.call('PATCH', `/api/v1/products/${product}`, { line: 'Other' }, { 'if-match': '1' });
    await max.call('PATCH', `/api/v1/accounts/${account}`, { segment: 'Large' }, { 'if-match': '1' });
    await ann.call('PATCH', `${salesPath}/${id}`, { revenueMinor: 90_00 }, { 'if-match': '1' });
    const { items, standing } = (await ann.call('GET', `${salesPath}/${id}/credits`)).body;
    expect(standing).toEqual([{ currency: 'USD', quantity: null, revenueMinor: 90_00, costMinor: null }]);
    expect(items).toMatchObject([
      { kind: 'sale', revenueMinor: 100_00 },
      { kind: 'reversal', revenueMinor: -100_00, reversesId: items[0].id },
      { kind: 'sale', revenueMinor: 90_00 },
    ]);
    for (const credit of items)
      expect(credit).toMatchObject({
        day: '2026-03-10',
        person: { name: 'Ann' },
        team: { id: teams.east },
        line: 'GTX',
        segment: 'Medium',
        region: 'North',
      });
  });

  it('of a rep with 100 % of 5 units and 50 % of 10 count 10 for them, and the partner sees the other 5', async () => {
    const { ann, ben, max } = await openTestHouse(open);
    await ann.call('POST', salesPath, { id: uuidv7(), day: '2026-03-01', revenueMinor: 500, quantity: 5 });
    const halves = [ann, ben].map(({ id }) => ({ personId: id, share: 0.5 }));
    const shared = { id: uuidv7(), day: '2026-03-02', revenueMinor: 1001, quantity: 10, split: halves };
    await ann.call('POST', salesPath, shared);
    const quantityOf = async (who: typeof ann) =>
      (await who.call('GET', '/api/v1/figures/quantity?from=2026-03-01&to=2026-03-31')).body.total;
    expect([await quantityOf(ann), await quantityOf(ben), await quantityOf(max)]).toEqual([10, 5, 15]);

    const { items } = (await ann.call('GET', `${salesPath}/${shared.id}/credits`)).body;
    expect(items.map((credit: { revenueMinor: number }) => credit.revenueMinor).sort()).toEqual([500, 501]);
    const his = items.find((credit: { person: { id: string } }) => credit.person.id === ben.id);
    expect((await ben.call('GET', `/api/v1/credits/${his.id}`)).body).toMatchObject({ share: 0.5, quantity: 5 });

    for (const shares of [
      [0.5, 0.4],
      [0.5, 0.5001],
      [0.3333, 0.3333],
    ])
      expect(
        (
          await ann.call('POST', salesPath, {
            ...shared,
            id: uuidv7(),
            split: halves.map((half, index) => ({ ...half, share: shares[index] })),
          })
        ).body.code,
      ).toBe('split-not-whole');
    expect((await ann.call('GET', `${salesPath}?count=1`)).body.total).toBe(2);
  });

  it('are withdrawn from the books on their own day, and put back', async () => {
    const { ann } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', salesPath, { id, day: '2025-06-30', revenueMinor: 100_00, costMinor: 60_00 });
    const june = async (measure: string) =>
      (await ann.call('GET', `/api/v1/figures/${measure}?from=2025-06-01&to=2025-06-30`)).body.total;
    expect(await june('margin')).toBe(40_00);
    await ann.call('POST', `${salesPath}/${id}/archive`, undefined, { 'if-match': '1' });
    expect([await june('revenue'), await june('margin'), await june('sales')]).toEqual([0, 0, 0]);
    expect((await ann.call('GET', salesPath)).body.items).toEqual([]);
    await ann.call('POST', `${salesPath}/${id}/restore`, undefined, { 'if-match': '2' });
    expect([await june('revenue'), await june('margin'), await june('sales')]).toEqual([100_00, 40_00, 1]);
  });

  it('of others are out of sight by list, address, total, credit and figure, and nothing happened', async () => {
    const { ann, ben, oda, max } = await openTestHouse(open);
    const id = uuidv7();
    const hers = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id: hers, name: 'Huaxin' });
    await ann.call('POST', salesPath, { id, day: '2026-03-10', revenueMinor: 100_00, accountId: hers });
    const [credit] = (await ann.call('GET', `${salesPath}/${id}/credits`)).body.items;
    for (const outsider of [ben, oda]) {
      expect((await outsider.call('GET', `${salesPath}?count=1`)).body).toMatchObject({ items: [], total: 0 });
      for (const path of [`${salesPath}/${id}`, `${salesPath}/${id}/credits`, `/api/v1/credits/${credit.id}`])
        expect((await outsider.call('GET', path)).body).toMatchObject({ status: 404, code: 'not-found' });
      const figure = '/api/v1/figures/revenue?from=2026-01-01&to=2026-12-31&by=account';
      expect((await outsider.call('GET', figure)).body).toMatchObject({ total: 0, rows: [] });
    }
    const refusals = [
      await oda.call('PATCH', `${salesPath}/${id}`, { revenueMinor: 1 }, { 'if-match': '1' }),
      await oda.call('POST', `${salesPath}/${id}/archive`, undefined, { 'if-match': '1' }),
      await oda.call('POST', salesPath, { id, day: '2026-03-10', revenueMinor: 1 }),
      await oda.call('POST', salesPath, { id: uuidv7(), day: '2026-03-10', revenueMinor: 1, accountId: hers }),
      await oda.call('POST', salesPath, { id: uuidv7(), day: '2026-03-10', revenueMinor: 1, ownerId: ann.id }),
      await ann.call('PATCH', `${salesPath}/${id}`, { revenueMinor: 1 }),
      await ann.call('PATCH', `${salesPath}/${id}`, { revenueMinor: 1 }, { 'if-match': '7' }),
    ];
    expect(refusals.map((refusal) => refusal.body.code)).toEqual([
      'not-found',
      'not-found',
      'id-taken',
      'reference-unknown',
      'owner-unknown',
      'version-missing',
      'version-clash',
    ]);
    expect((await max.call('GET', `${salesPath}?count=1`)).body).toMatchObject({
      total: 1,
      items: [{ id, version: 1, revenueMinor: 100_00 }],
    });
    expect((await max.call('GET', `${salesPath}/${id}/credits`)).body.items).toHaveLength(1);
  });
});

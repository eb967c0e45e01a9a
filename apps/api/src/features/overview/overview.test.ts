import { evaluate, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { mailOverviews } from './mail-overviews-job.ts';

type Tile = { tile: string; value: number | null; from: string; to: string };
const path = '/api/v1/overview';
const tilesOf = async (who: CastMember, query = ''): Promise<Record<string, Tile>> =>
  Object.fromEntries((await who.call('GET', `${path}${query}`)).body.tiles.map((tile: Tile) => [tile.tile, tile]));
const valuesOf = async (who: CastMember, query = '') =>
  Object.fromEntries(Object.values(await tilesOf(who, query)).map(({ tile, value }) => [tile, value]));

/** Two customers of Ann, one of Oda; contacts; a plan; deals and invoices that are open. */
async function busyYear(house: TestHouse) {
  const { vera, ann, oda } = house;
  const target = await makeTarget(house);
  await vera.call('POST', `/api/v1/targets/${target}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
  const ids = { huaxin: uuidv7(), kessler: uuidv7(), konex: uuidv7() };
  await ann.call('POST', '/api/v1/accounts', { id: ids.huaxin, name: 'Huaxin' });
  await ann.call('POST', '/api/v1/accounts', { id: ids.kessler, name: 'Kessler' });
  await oda.call('POST', '/api/v1/accounts', { id: ids.konex, name: 'Konex' });
  const sell = async (who: CastMember, day: string, accountId: string, revenueMinor: number, costMinor?: number) => {
    const id = uuidv7();
    const sale = {
      id,
      day,
      accountId,
      revenueMinor,
      currency: 'USD',
      ...(costMinor === undefined ? {} : { costMinor }),
    };
    expect((await who.call('POST', '/api/v1/sales', sale)).status).toBe(201);
    return id;
  };
  await sell(ann, '2025-10-03', ids.huaxin, 1000_00, 600_00);
  await sell(ann, '2025-11-05', ids.huaxin, 1000_00, 600_00);
  await sell(ann, '2025-12-20', ids.huaxin, 500_00);
  const wrong = await sell(ann, '2026-01-31', ids.kessler, 2000_00, 900_00);
  await sell(ann, '2026-03-02', ids.kessler, 300_00, 100_00);
  await sell(oda, '2026-02-01', ids.konex, 700_00, 650_00);
  const contact = async (who: CastMember, kind: string, onDay: string, isDone = true) => {
    const id = uuidv7();
    await who.call('POST', '/api/v1/activities', { id, kind, onDay, isDone, subject: 'Pumps', accountId: null });
    return id;
  };
  const visit = await contact(ann, 'visit', '2026-03-10');
  await contact(ann, 'note', '2026-03-10');
  const planned = await contact(ann, 'call', '2026-03-16', false);
  await contact(oda, 'meeting', '2026-02-20');
  return { ids, wrong, visit, planned };
}

describeEachDialect('the overview', (open) => {
  afterEach(closeTestHouses);

  it('shows what the house shows elsewhere, and each number comes out again from its records', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, oda } = house;
    await busyYear(house);
    const tiles = await tilesOf(ann);
    expect(await valuesOf(ann)).toMatchObject({ margin: 1300_00, newCustomers: 1, contacts: 1, cash: 0 });
    expect(await valuesOf(vera)).toMatchObject({ margin: 1350_00, newCustomers: 2, contacts: 2 });
    // Max answers for the plans of Ben and himself too.
    expect(await valuesOf(max)).toMatchObject({ margin: 1300_00, newCustomers: 1, contacts: 1 });
    expect(await valuesOf(vera, `?personId=${oda.id}`)).toEqual(await valuesOf(oda));
    expect((await oda.call('GET', `${path}?personId=${ann.id}`)).body.code).toBe('not-found');
    const pace = (await ann.call('GET', '/api/v1/pacing')).body.total;
    expect(tiles['attainment']).toMatchObject({ value: pace.pacingRatio, beside: { value: pace.target } });
    // November's windows of 90 days are over: Huaxin had bought before, and bought again in December.
    expect(tiles['repurchase']).toMatchObject({ value: 1, counts: { num: 1, den: 1 }, from: '2025-11-01' });
    for (const tile of ['attainment', 'margin', 'newCustomers', 'repurchase', 'contacts']) {
      const { body } = await ann.call<{ why: Why }>('GET', `${path}/why?tile=${tile}`);
      expect([tile, evaluate(body.why)]).toEqual([tile, tiles[tile]?.value]);
    }
    expect((await oda.call('GET', `${path}/why?tile=repurchase`)).body.code).toBe('not-found');
  });

  it('follows corrections, reversals, merges, ticks and moves of a day', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const { ids, wrong, visit, planned } = await busyYear(house);
    const corrected = { revenueMinor: 2500_00, day: '2026-02-02' };
    expect((await ann.call('PATCH', `/api/v1/sales/${wrong}`, corrected, { 'if-match': '1' })).status).toBe(200);
    await ann.call('PATCH', `/api/v1/activities/${planned}`, { isDone: true }, { 'if-match': '1' });
    expect(await valuesOf(ann)).toMatchObject({ margin: 1800_00, newCustomers: 1, contacts: 2 });
    await ann.call('PATCH', `/api/v1/activities/${visit}`, { onDay: '2025-01-10' }, { 'if-match': '1' });
    expect((await valuesOf(ann))['contacts']).toBe(1);
    await ann.call('POST', `/api/v1/activities/${planned}/archive`, undefined, { 'if-match': '2' });
    expect((await valuesOf(ann))['contacts']).toBe(0);
    // Kessler was Huaxin all along: no new customer, and still the same money.
    const account = async (id: string) => ({
      id,
      version: (await vera.call('GET', `/api/v1/accounts/${id}`)).body.version,
    });
    const merge = { id: uuidv7(), kind: 'account', take: [] };
    const both = { survivor: await account(ids.huaxin), merged: await account(ids.kessler) };
    expect((await vera.call('POST', '/api/v1/merges', { ...merge, ...both })).status).toBe(201);
    expect(await valuesOf(ann)).toMatchObject({ margin: 1800_00, newCustomers: 0 });
    const why = await ann.call<{ why: Why }>('GET', `${path}/why?tile=newCustomers`);
    expect(evaluate(why.body.why)).toBe(0);
    await vera.call(
      'PATCH',
      '/api/v1/measures/definition',
      { newCustomer: { afterMonths: 1, minRevenueMinor: 0, targetPerMonth: null } },
      { 'if-match': '0' },
    );
    const live = (await ann.call('GET', '/api/v1/figures/newCustomers?from=2025-12-17&to=2026-03-16')).body.total;
    expect((await valuesOf(ann))['newCustomers']).toBe(live);
  });

  it('is sent by mail once on the day that somebody chose, with what they see', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, ann, vera } = house;
    await busyYear(house);
    // 16 March 2026 is a Monday.
    const wanted = { isOn: true, weekday: 1 };
    const subscription = `${path}/subscription`;
    expect((await ann.call('GET', subscription)).body).toMatchObject({ isOn: false, version: 0 });
    expect((await ann.call('PUT', subscription, wanted, { 'if-match': '0' })).body).toMatchObject({ version: 1 });
    expect((await ann.call('PUT', subscription, wanted, { 'if-match': '0' })).status).toBe(412);
    expect(await mailOverviews(deps, operator)).toEqual({ queued: 1 });
    expect(await mailOverviews(deps, operator)).toEqual({ queued: 0 });
    const [mail] = (await vera.call('GET', '/api/v1/mail')).body.items;
    expect(mail).toMatchObject({ to: 'ann@acme.example' });
    expect((await vera.call('GET', subscription)).body).toMatchObject({ isOn: false });
  });
});

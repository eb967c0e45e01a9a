import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const newAccount = async (who: CastMember, fields: object = {}): Promise<string> => {
  const id = uuidv7();
  expect((await who.call('POST', '/api/v1/accounts', { id, name: `Huaxin ${id}`, ...fields })).status).toBe(201);
  return id;
};
const statusOf = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/accounts/${id}`)).body.status;
const historyOf = async (who: CastMember, id: string) =>
  (await who.call('GET', `/api/v1/accounts/${id}/statuses`)).body.items.map(
    ({ status, cause, reason, enteredOn }: Record<string, string>) => [status, cause, reason, enteredOn],
  );
const sell = (who: CastMember, accountId: string, day: string) => {
  const id = uuidv7();
  return who.call('POST', '/api/v1/sales', { id, accountId, day, revenueMinor: 100, currency: 'USD' });
};

describeEachDialect('the life of an account (E1)', (open) => {
  afterEach(closeTestHouses);

  it('begins potential, is said to be interested with a reason, and the first sale makes a customer', async () => {
    const { ann } = await openTestHouse(open);
    const id = await newAccount(ann);
    expect(await statusOf(ann, id)).toBe('potential');
    const unsaid = await ann.call('PATCH', `/api/v1/accounts/${id}`, { status: 'interested' }, { 'if-match': '1' });
    expect(unsaid.body).toMatchObject({ code: 'reason-missing', issues: [{ path: '/statusReason' }] });
    const said = { status: 'interested', statusReason: 'asked for a price' };
    expect((await ann.call('PATCH', `/api/v1/accounts/${id}`, said, { 'if-match': '1' })).body.status).toBe(
      'interested',
    );
    const sale = await sell(ann, id, '2026-03-17');
    expect([sale.status, await statusOf(ann, id)]).toEqual([201, 'customer']);
    expect(await historyOf(ann, id)).toEqual([
      ['customer', 'sale', null, '2026-03-17'],
      ['interested', 'said', 'asked for a price', '2026-03-16'],
    ]);
    const filter = encodeURIComponent(JSON.stringify([{ field: 'status', op: 'is', value: 'customer' }]));
    expect((await ann.call('GET', `/api/v1/accounts?filter=${filter}&count=1`)).body.total).toBe(1);
  });

  it('is what it was before when the sale leaves the books, and stays lost when an old sale is entered', async () => {
    const { ann } = await openTestHouse(open);
    const id = await newAccount(ann, { status: 'interested' });
    const { body } = await sell(ann, id, '2026-03-17');
    const away = await ann.call('POST', `/api/v1/sales/${body.id}/archive`, { reason: 'mistake' }, { 'if-match': '1' });
    expect([away.status, await statusOf(ann, id)]).toEqual([200, 'interested']);
    const lost = { status: 'lost', statusReason: 'went to a rival' };
    await ann.call('PATCH', `/api/v1/accounts/${id}`, lost, { 'if-match': '1' });
    await sell(ann, id, '2026-01-05');
    expect(await statusOf(ann, id)).toBe('lost');
  });

  it('is told by an import, and is what it was when the import is undone', async () => {
    const { vera } = await openTestHouse(open);
    const id = uuidv7();
    await vera.call('POST', '/api/v1/accounts', { id, name: 'Huaxin' });
    const form = new FormData();
    form.set(
      'file',
      new File(['Account,Status\nHuaxin,Lost\nAcme,interested\n'], 'accounts.csv', { type: 'text/csv' }),
    );
    form.set('kind', 'accounts');
    const { body } = await vera.call('POST', '/api/v1/imports', form);
    expect(body).toMatchObject({ created: 1, updated: 1, rejected: [] });
    expect(await historyOf(vera, id)).toEqual([['lost', 'import', 'accounts.csv', '2026-03-16']]);
    expect((await vera.call('GET', '/api/v1/accounts?q=acme')).body.items[0].status).toBe('interested');
    await vera.call('POST', `/api/v1/imports/${body.id}/undo`);
    expect(await statusOf(vera, id)).toBe('potential');
  });

  it('of another team is out of sight with its history, and nothing happened', async () => {
    const { ann, oda } = await openTestHouse(open);
    const id = await newAccount(ann);
    expect((await oda.call('GET', `/api/v1/accounts/${id}/statuses`)).status).toBe(404);
    const lost = { status: 'lost', statusReason: 'mine now' };
    expect((await oda.call('PATCH', `/api/v1/accounts/${id}`, lost, { 'if-match': '1' })).status).toBe(404);
    expect([await statusOf(ann, id), await historyOf(ann, id)]).toEqual(['potential', []]);
  });
});

import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { namedBy } from './store.ts';

/** Columns that name a record of a kind and stay as they are when it is merged, with the reason. */
const staying: Readonly<Record<string, string>> = {
  'change.account_id': 'the change record is not rewritten: a time line reads what was merged along',
  'status_entry.account_id': 'the history of the account itself; its sales move, and they decide',
  'tier_entry.account_id': 'the history of the account itself',
  'territory_lock.account_id': 'whom the account itself is kept with; the survivor has its own',
  'customer_tally.account_id': 'reckoned anew from the sales, which move',
  'parked_account.account_id': 'what the account itself waits for; the survivor has its own',
};

const make = async (who: CastMember, path: string, fields: object): Promise<string> => {
  const id = uuidv7();
  const { status, body } = await who.call('POST', `/api/v1${path}`, { id, ...fields });
  expect([status, body.issues]).toEqual([201, undefined]);
  return id;
};
const merging = (survivor: string, merged: string, more: object = {}) => ({
  id: uuidv7(),
  kind: 'account',
  survivor: { id: survivor, version: 1 },
  merged: { id: merged, version: 1 },
  take: ['phone'],
  ...more,
});
const countOf = async (who: CastMember, path: string, accountId: string) => {
  const filter = encodeURIComponent(JSON.stringify([{ field: 'accountId', op: 'is', value: accountId }]));
  return (await who.call('GET', `/api/v1${path}?filter=${filter}&count=1`)).body.total;
};
const kinds = ['/contacts', '/activities', '/opportunities', '/sales', '/invoices'];
const countsOf = (who: CastMember, accountId: string) =>
  Promise.all(kinds.map((path) => countOf(who, path, accountId)));

/** Ann's Huaxin twice, the second with a person, a note, a deal, a sale and an invoice. */
async function twice(ann: CastMember) {
  const survivor = await make(ann, '/accounts', { name: '华信科技', region: 'East' });
  const merged = await make(ann, '/accounts', { name: '华信科技有限公司', region: 'West', phone: '+86 138 0013 8000' });
  await make(ann, '/contacts', { name: 'Jane Doe', accountId: merged });
  await make(ann, '/activities', { kind: 'note', onDay: '2026-03-16', isDone: true, subject: 'n', accountId: merged });
  await make(ann, '/opportunities', { name: 'Pumps', accountId: merged });
  await make(ann, '/sales', { accountId: merged, day: '2026-03-02', revenueMinor: 100, currency: 'USD' });
  const invoice = { number: 'R1', issuedOn: '2026-03-02', amountMinor: 100, currency: 'USD', accountId: merged };
  await make(ann, '/invoices', invoice);
  return { survivor, merged };
}

describeEachDialect('merging two records (E1)', (open) => {
  afterEach(closeTestHouses);

  it('moves every column that names an account, a contact or a lead, or says why that stays', async () => {
    const { db } = await open();
    const kindOf: Readonly<Record<string, 'account' | 'contact' | 'lead'>> = {
      account_id: 'account',
      contact_id: 'contact',
      lead_id: 'lead',
    };
    const named = (await db.introspection.getTables()).flatMap(({ name: table, columns }) =>
      columns.flatMap(({ name: column }) => {
        const kind = /^auth_/.test(table) ? undefined : kindOf[column];
        return kind ? [{ table, column, kind }] : [];
      }),
    );
    expect(named.length).toBeGreaterThan(12);
    const left = named.filter(
      ({ table, column, kind }) =>
        !(`${table}.${column}` in staying) && !namedBy[kind].some(([t, c]) => t === table && c === column),
    );
    expect(left).toEqual([]);
  });

  it('finds two that are likely one, and never merges them by itself (cases 5, 27)', async () => {
    const { ann, oda } = await openTestHouse(open);
    const { survivor, merged } = await twice(ann);
    await make(ann, '/accounts', { name: 'Acme' });
    const { body } = await ann.call('GET', '/api/v1/duplicates?kind=account');
    expect(body.items).toMatchObject([
      { a: { id: survivor }, b: { id: merged }, likeness: 'likely', reasons: ['same-name-apart-from-legal-form'] },
    ]);
    expect((await oda.call('GET', '/api/v1/duplicates?kind=account')).body.items).toEqual([]);
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(3);
  });

  it('keeps every contact, activity, deal, sale and invoice; the old id leads to the survivor; and is undone as it was', async () => {
    const { ann, max } = await openTestHouse(open);
    const { survivor, merged } = await twice(ann);
    const wanted = merging(survivor, merged);
    const done = await ann.call('POST', '/api/v1/merges', wanted);
    expect([done.status, done.body.movedCount]).toEqual([201, 6]);
    expect((await ann.call('POST', '/api/v1/merges', wanted)).status).toBe(200);
    expect(await countsOf(ann, survivor)).toEqual([1, 1, 1, 1, 1]);
    const { body } = await ann.call('GET', `/api/v1/accounts/${merged}`);
    expect(body).toMatchObject({ id: survivor, region: 'East', phone: '+86 138 0013 8000', status: 'customer' });
    expect((await ann.call('GET', '/api/v1/accounts?count=1')).body.total).toBe(1);
    expect((await ann.call('GET', '/api/v1/search?q=有限公司')).body.items).toEqual([]);
    const story = await ann.call('GET', `/api/v1/changes?accountId=${survivor}`);
    expect(story.body.items.map((one: { action: string }) => one.action)).toContain('merged');
    expect(story.body.items.map((one: { recordId: string }) => one.recordId)).toContain(merged);
    const moved = story.body.items.filter((one: { after: object | null }) => 'account_id' in (one.after ?? {}));
    expect(new Set(moved.map((one: { subject: string }) => one.subject))).toEqual(
      new Set(['contact', 'activity', 'opportunity', 'sale', 'invoice']),
    );
    const restored = await ann.call('POST', `/api/v1/accounts/${merged}/restore`, undefined, { 'if-match': '2' });
    expect(restored.status).toBe(400);

    const query = `/api/v1/merges?kind=account&survivorId=${survivor}`;
    expect((await ann.call('GET', query)).body.items).toMatchObject([{ id: wanted.id, undoneAt: null }]);
    const back = await max.call('POST', `/api/v1/merges/${wanted.id}/undo`);
    expect([back.status, back.body.undoneAt]).not.toContain(null);
    expect(await countsOf(ann, survivor)).toEqual([0, 0, 0, 0, 0]);
    expect(await countsOf(ann, merged)).toEqual([1, 1, 1, 1, 1]);
    expect((await ann.call('GET', `/api/v1/accounts/${survivor}`)).body).toMatchObject({
      phone: null,
      status: 'potential',
    });
    expect((await ann.call('GET', `/api/v1/accounts/${merged}`)).body).toMatchObject({
      id: merged,
      status: 'customer',
    });
    expect((await ann.call('POST', `/api/v1/merges/${wanted.id}/undo`)).status).toBe(200);
  });

  it('is not undone over what somebody changed since; contacts are merged too', async () => {
    const { ann } = await openTestHouse(open);
    const survivor = await make(ann, '/contacts', { name: 'Jane Doe' });
    const merged = await make(ann, '/contacts', { name: 'Jane Doe', email: 'jane@acme.example' });
    const note = { kind: 'note', onDay: '2026-03-16', isDone: true, subject: 'n', contactId: merged };
    await make(ann, '/activities', note);
    const wanted = merging(survivor, merged, { kind: 'contact', take: ['email'] });
    expect((await ann.call('POST', '/api/v1/merges', wanted)).body.movedCount).toBe(1);
    await ann.call('PATCH', `/api/v1/contacts/${survivor}`, { title: 'Buyer' }, { 'if-match': '2' });
    const refused = await ann.call('POST', `/api/v1/merges/${wanted.id}/undo`);
    expect(refused.body).toMatchObject({ code: 'merge-not-undoable', issues: [{ path: `/contact/${survivor}` }] });
    const { body } = await ann.call('GET', `/api/v1/contacts/${merged}`);
    expect(body).toMatchObject({ id: survivor, title: 'Buyer', email: 'jane@acme.example' });
  });

  it('is refused with itself, with a state not seen, and for who does not see both; and nothing happened', async () => {
    const { ann, ben, oda } = await openTestHouse(open);
    const { survivor, merged } = await twice(ann);
    const bens = await make(ben, '/accounts', { name: '华信科技' });
    const post = (who: CastMember, body: object) => who.call('POST', '/api/v1/merges', body);
    expect((await post(ann, merging(survivor, survivor))).body.code).toBe('invalid-input');
    expect((await post(ann, merging(survivor, merged, { take: ['secret'] }))).body.code).toBe('invalid-input');
    const late = merging(survivor, merged, { merged: { id: merged, version: 7 } });
    expect((await post(ann, late)).body.code).toBe('version-clash');
    expect((await post(ann, merging(survivor, bens))).status).toBe(404);
    expect((await post(oda, merging(survivor, merged))).status).toBe(404);
    const wanted = merging(survivor, merged);
    await post(ann, wanted);
    expect((await oda.call('POST', `/api/v1/merges/${wanted.id}/undo`)).status).toBe(404);
    expect((await oda.call('GET', `/api/v1/accounts/${merged}`)).status).toBe(404);
    expect(await countsOf(ann, survivor)).toEqual([1, 1, 1, 1, 1]);
    expect((await ben.call('GET', `/api/v1/accounts/${bens}`)).body).toMatchObject({ version: 1, archivedAt: null });
  });
});

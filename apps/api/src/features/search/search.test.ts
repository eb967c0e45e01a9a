import { afterEach, expect, it } from 'vitest';
import { indexEverything } from '../../db/search-index.ts';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const found = async (who: CastMember, q: string): Promise<string[]> => {
  const { status, body } = await who.call('GET', `/api/v1/search?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body.items.map((one: { label: string }) => one.label);
};
const make = async (who: CastMember, path: string, fields: object): Promise<string> => {
  const id = uuidv7();
  const { status, body } = await who.call('POST', `/api/v1${path}`, { id, ...fields });
  expect([status, body.issues]).toEqual([201, undefined]);
  return id;
};

describeEachDialect('search over everything (E1)', (open) => {
  afterEach(closeTestHouses);

  it('finds accounts, people, deals and notes by any of their words, names that begin with them first', async () => {
    const { ann } = await openTestHouse(open);
    const accountId = await make(ann, '/accounts', { name: 'Müller Pumps GmbH', notes: 'asked about the gasket' });
    await make(ann, '/contacts', {
      name: 'Jane Doe',
      accountId,
      email: 'jane@mueller.example',
      phone: '+49 30 901820',
    });
    await make(ann, '/leads', { name: 'Gasket House', kind: 'company' });
    await make(ann, '/activities', {
      kind: 'call',
      onDay: '2026-03-16',
      isDone: true,
      subject: 'Talked prices',
      accountId,
    });
    expect(await found(ann, 'gask')).toEqual(['Gasket House', 'Müller Pumps GmbH']);
    expect(await found(ann, 'muller')).toEqual(['Müller Pumps GmbH', 'Jane Doe']);
    expect(await found(ann, 'jane@mueller')).toEqual(['Jane Doe']);
    expect(await found(ann, '4930901820')).toEqual(['Jane Doe']);
    expect(await found(ann, 'prices')).toEqual(['Talked prices']);
    const { body } = await ann.call('GET', '/api/v1/search?q=prices');
    expect(body.items[0].about).toEqual({ kind: 'account', id: accountId });
    expect(await found(ann, 'pumps muller')).toEqual(['Müller Pumps GmbH']);
  });

  it('finds Chinese by two characters and by one, and forgives a slip in either script', async () => {
    const { ann } = await openTestHouse(open);
    await make(ann, '/accounts', { name: '北京华信科技有限公司' });
    await make(ann, '/accounts', { name: 'Huaxin Instruments' });
    expect(await found(ann, '华信')).toEqual(['北京华信科技有限公司']);
    expect(await found(ann, '京')).toEqual(['北京华信科技有限公司']);
    expect(await found(ann, '华新科技')).toEqual(['北京华信科技有限公司']);
    expect(await found(ann, 'huaxn')).toEqual(['Huaxin Instruments']);
    expect(await found(ann, 'huxain instrumentz')).toEqual(['Huaxin Instruments']);
    expect(await found(ann, '广州')).toEqual([]);
    expect(await found(ann, '%')).toEqual([]);
    expect(await found(ann, '" OR "')).toEqual([]);
  });

  it('follows every write: a new name, an archive, a hand-over; and is the same when everything is entered anew', async () => {
    const { ann, ben, max, deps } = await openTestHouse(open);
    const id = await make(ann, '/accounts', { name: 'Huaxin' });
    await make(ann, '/contacts', { name: 'Jane Doe', accountId: id });
    await ann.call('PATCH', `/api/v1/accounts/${id}`, { name: 'Acme Optics' }, { 'if-match': '1' });
    expect(await found(ann, 'huaxin')).toEqual([]);
    expect(await found(ann, 'acme')).toEqual(['Acme Optics']);
    await max.call('PATCH', `/api/v1/accounts/${id}`, { ownerId: ben.id }, { 'if-match': '2' });
    expect([await found(ben, 'acme'), await found(ben, 'jane')]).toEqual([['Acme Optics'], ['Jane Doe']]);
    expect([await found(ann, 'acme'), await found(ann, 'jane')]).toEqual([[], []]);
    await indexEverything(deps.db);
    expect([await found(ben, 'acme'), await found(ben, 'jane')]).toEqual([['Acme Optics'], ['Jane Doe']]);
    await ben.call('POST', `/api/v1/accounts/${id}/archive`, undefined, { 'if-match': '3' });
    expect(await found(ben, 'acme')).toEqual([]);
  });

  it('never tells of what is out of sight (case 18), and nothing happened', async () => {
    const { ann, oda, max, vera, deps } = await openTestHouse(open);
    const id = await make(ann, '/accounts', { name: 'Huaxin Instruments', notes: 'secret gasket' });
    await make(ann, '/activities', {
      kind: 'note',
      onDay: '2026-03-16',
      isDone: true,
      subject: 'Gasket',
      accountId: id,
    });
    for (const q of ['huaxin', 'huaxn', 'gasket', id]) expect(await found(oda, q)).toEqual([]);
    expect(await found(max, 'gasket')).toHaveLength(2);
    // An entry that was left behind by a write does not open a door: the record itself is asked.
    await deps.db.updateTable('search_entry').set({ owner_id: oda.id }).where('record_id', '=', id).execute();
    expect(await found(oda, 'huaxin')).toEqual([]);
    expect(await found(vera, 'huaxin')).toEqual(['Huaxin Instruments']);
    expect((await ann.call('GET', `/api/v1/accounts/${id}`)).body.version).toBe(1);
    expect((await ann.call('GET', '/api/v1/search?q=')).status).toBe(400);
  });
});

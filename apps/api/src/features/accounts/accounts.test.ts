import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const accountsPath = '/api/v1/accounts';

describeEachDialect('accounts (E1)', (open) => {
  afterEach(closeTestHouses);

  it('are created once, however often they are sent', async () => {
    const { ann } = await openTestHouse(open);
    const id = uuidv7();
    const first = await ann.call('POST', accountsPath, { id, name: '华信科技有限公司', email: 'Info@Huaxin.example' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      id,
      version: 1,
      name: '华信科技有限公司',
      owner: { name: 'Ann' },
      employees: null,
    });
    const again = await ann.call('POST', accountsPath, { id, name: 'another name' });
    expect(again.status).toBe(200);
    expect(again.body.name).toBe('华信科技有限公司');
  });

  it('two people who edit one account at once both keep their work: the second is shown both states', async () => {
    const { ann, max } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', accountsPath, { id, name: 'Huaxin' });
    const [a, b] = await Promise.all([
      ann.call('PATCH', `${accountsPath}/${id}`, { phone: '1' }, { 'if-match': '"1"' }),
      max.call('PATCH', `${accountsPath}/${id}`, { region: 'North' }, { 'if-match': '"1"' }),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 412]);
    const clash = a.status === 412 ? a : b;
    expect(clash.body).toMatchObject({ code: 'version-clash', current: { id, version: 2 } });
    const unseen = await ann.call('PATCH', `${accountsPath}/${id}`, { phone: '2' });
    expect(unseen.status).toBe(428);
  });

  it('of another team are out of sight by list, address, search and total, and nothing happened', async () => {
    const { ann, oda, max, vera } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', accountsPath, { id, name: 'Huaxin' });
    for (const path of [accountsPath, `${accountsPath}?q=hua`, `${accountsPath}?count=1`]) {
      const { body } = await oda.call('GET', path);
      expect(body.items).toEqual([]);
      if (path.includes('?count')) expect(body.total).toBe(0);
    }
    expect((await oda.call('GET', `${accountsPath}/${id}`)).status).toBe(404);
    expect((await oda.call('PATCH', `${accountsPath}/${id}`, { name: 'Mine' }, { 'if-match': '1' })).status).toBe(404);
    expect((await oda.call('POST', accountsPath, { id, name: 'Mine' })).body.code).toBe('id-taken');
    expect((await max.call('GET', `${accountsPath}/${id}`)).body).toMatchObject({ name: 'Huaxin', version: 1 });
    expect((await vera.call('GET', `${accountsPath}?count=1`)).body.total).toBe(1);
  });

  it('page through in a stable order with unknown values last', async () => {
    const { ann } = await openTestHouse(open);
    for (const [name, region] of [
      ['B', 'x'],
      ['A', null],
      ['C', 'x'],
      ['D', 'a'],
      ['E', null],
    ] as const)
      await ann.call('POST', accountsPath, { id: uuidv7(), name, region });
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await ann.call('GET', `${accountsPath}?sort=region&limit=2${after ? `&after=${after}` : ''}`);
      seen.push(...body.items.map((item: { name: string }) => item.name));
      after = body.next;
    } while (after);
    expect(seen).toEqual(['D', 'B', 'C', 'A', 'E']);
    const filter = encodeURIComponent(JSON.stringify([{ field: 'region', op: 'is', value: 'x' }]));
    expect((await ann.call('GET', `${accountsPath}?filter=${filter}&count=1`)).body.total).toBe(2);
    expect((await ann.call('GET', `${accountsPath}?sort=secret`)).body).toMatchObject({
      code: 'invalid-input',
      issues: [{ path: '/sort' }],
    });
  });

  it('leave the list when archived and come back when restored', async () => {
    const { ann } = await openTestHouse(open);
    const id = uuidv7();
    await ann.call('POST', accountsPath, { id, name: 'Huaxin' });
    expect(
      (await ann.call('POST', `${accountsPath}/${id}/archive`, undefined, { 'if-match': '1' })).body.archivedAt,
    ).not.toBeNull();
    expect((await ann.call('GET', accountsPath)).body.items).toEqual([]);
    expect((await ann.call('GET', `${accountsPath}?archived=1`)).body.items).toHaveLength(1);
    expect(
      (await ann.call('POST', `${accountsPath}/${id}/restore`, undefined, { 'if-match': '2' })).body.archivedAt,
    ).toBeNull();
  });

  it('are not given to people out of reach', async () => {
    const { ann, oda } = await openTestHouse(open);
    const refused = await ann.call('POST', accountsPath, { id: uuidv7(), name: 'Huaxin', ownerId: oda.id });
    expect(refused.body).toMatchObject({ code: 'owner-unknown', status: 400 });
    expect((await ann.call('GET', accountsPath)).body.items).toEqual([]);
  });
});

import type { IssueView } from '@milepost/contract/issues';
import { afterEach, expect, it } from 'vitest';
import { indexEverything } from '../../db/search-index.ts';
import { peopleOfEntry, peopleSeeing } from '../../db/search-sight.ts';
import { searchedKinds } from '../../db/searched.ts';
import { sightBeside } from '../../db/sight-store.ts';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { signedInMember } from './testing-issues.ts';

const found = async (who: CastMember, q: string): Promise<string[]> => {
  const { status, body } = await who.call('GET', `/api/v1/search?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body.items.map(({ kind, label }: { kind: string; label: string }) => `${kind} ${label}`);
};

it('the search has room for everybody who sees a record that it finds', () => {
  for (const kind of searchedKinds) {
    expect([kind, peopleSeeing(kind).length <= peopleOfEntry.length]).toEqual([kind, true]);
    expect([kind, sightBeside[kind]]).toEqual([kind, undefined]);
  }
});

describeEachDialect('K4 issues in the search', (open) => {
  afterEach(closeTestHouses);

  async function story() {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const [logistics, technology] = [uuidv7(), uuidv7()];
    for (const [id, name] of [
      [logistics, 'Logistics'],
      [technology, 'Technology'],
    ])
      await vera.call('POST', '/api/v1/departments', { id, name });
    const [lou, tim] = [await signedInMember(house, 'Lou', logistics), await signedInMember(house, 'Tim', technology)];
    const account = { id: uuidv7(), name: 'Huaxin gasket works', ownerId: ann.id };
    await ann.call('POST', '/api/v1/accounts', account);
    const issue = { id: uuidv7(), name: '华信 waits for pumps', details: 'A gasket leaks', severity: 'urgent' };
    const raised = await vera.call<IssueView>('POST', '/api/v1/issues', {
      ...{ ...issue, kind: 'delivery', departmentId: logistics, accountId: account.id },
    });
    expect(raised.status).toBe(201);
    return { ...house, lou, tim, technology, account, issue: raised.body };
  }
  const one = ['issue 华信 waits for pumps'];

  it('are found by raiser, solver, owner and backup of the customer, managers above them and the department, and nobody else', async () => {
    const { ann, ben, max, oda, vera, lou, tim, technology, account, issue, deps } = await story();
    for (const who of [vera, ann, max, lou]) expect(await found(who, '华信')).toEqual(one);
    for (const who of [ben, oda, tim]) expect(await found(who, '华信')).toEqual([]);
    await vera.call('PATCH', `/api/v1/accounts/${account.id}`, { backupId: ben.id }, { 'if-match': '1' });
    expect(await found(ben, 'pumps')).toEqual(one);
    await vera.call(
      'PATCH',
      `/api/v1/accounts/${account.id}`,
      { ownerId: oda.id, backupId: null },
      { 'if-match': '2' },
    );
    expect([await found(oda, 'pumps'), await found(ann, 'pumps'), await found(ben, 'pumps')]).toEqual([one, [], []]);
    const step = (who: CastMember, version: number, said: object) =>
      who.call('POST', `/api/v1/issues/${issue.id}/steps`, said, { 'if-match': `"${version}"` });
    const taken = await step(lou, issue.version, { deed: 'accept' });
    expect(taken.status).toBe(200);
    const bounced = await step(lou, taken.body.version, { deed: 'bounce', text: 'Not ours' });
    await step(vera, bounced.body.version, { deed: 'resend', departmentId: technology });
    expect([await found(tim, 'pumps'), await found(lou, 'pumps')]).toEqual([one, []]);
    await indexEverything(deps.db, ['issue']);
    expect([await found(tim, 'pumps'), await found(oda, 'pumps'), await found(ann, 'pumps')]).toEqual([one, one, []]);
  });

  it('are all that a member of a department finds, whatever is in their name', async () => {
    const { lou, vera, account, deps } = await story();
    await deps.db.updateTable('search_entry').set({ owner_id: lou.id }).where('record_id', '=', account.id).execute();
    await deps.db.updateTable('account').set({ owner_id: lou.id }).where('id', '=', account.id).execute();
    expect((await found(vera, 'gasket')).sort()).toEqual(['account Huaxin gasket works', ...one]);
    for (const q of ['gasket', '华信', 'waits pumps', 'gaskte']) expect([q, await found(lou, q)]).toEqual([q, one]);
    expect(await found(lou, 'works')).toEqual([]);
    expect((await lou.call('GET', '/api/v1/export/issues.csv')).body.code).toBe('not-found');
  });

  it('go out as a list, as far as they are seen, and with everything', async () => {
    const { app, ann, oda, vera } = await story();
    const listOf = async ({ token }: CastMember) =>
      (await app.request('/api/v1/export/issues.csv', { headers: { authorization: `Bearer ${token}` } })).text();
    const [header, row] = (await listOf(ann)).split('\r\n');
    expect(header).toMatch(/^Issue,Kind,Severity,State,Department,Raised by,/);
    expect(row).toMatch(/^华信 waits for pumps,delivery,urgent,open,Logistics,Vera,.*,no,Huaxin gasket works,/);
    expect(await listOf(oda)).not.toContain('华信');
    const everything = await app.request('/api/v1/export/everything.zip', {
      headers: { authorization: `Bearer ${vera.token}` },
    });
    expect(Buffer.from(await everything.arrayBuffer()).includes('lists/issues.csv')).toBe(true);
  });
});

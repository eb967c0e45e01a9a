import { afterEach, expect, it } from 'vitest';
import { describeEachDialect, type OpenTestDatabase } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { runJob } from '../../jobs/run-job.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { leaverJob } from './leaver-job.ts';

const api = '/api/v1';

/** Ben has two accounts, one of them backed by Ann, with a deal and a task on it, a lead, and stands in for one of Ann's. */
async function benLeaves(open: OpenTestDatabase) {
  const clock = { now: '2026-03-16T09:00:00.000Z' };
  const house = await openTestHouse(open, { now: () => clock.now });
  const { ann, ben, vera } = house;
  const [backed, bare, anns] = [uuidv7(), uuidv7(), uuidv7()];
  await ben.call('POST', `${api}/accounts`, { id: backed, name: 'Backed', backupId: ann.id });
  await ben.call('POST', `${api}/accounts`, { id: bare, name: 'Bare' });
  await ann.call('POST', `${api}/accounts`, { id: anns, name: "Ann's", backupId: ben.id });
  const deal = uuidv7();
  await ben.call('POST', `${api}/opportunities`, { id: deal, name: 'Pumps', accountId: backed, amountMinor: 100_00 });
  await ben.call('POST', `${api}/activities`, {
    id: uuidv7(),
    kind: 'call',
    onDay: '2026-04-01',
    isDone: false,
    subject: 'call back',
    accountId: backed,
  });
  await ben.call('POST', `${api}/activities`, {
    id: uuidv7(),
    kind: 'call',
    onDay: '2026-03-01',
    isDone: true,
    subject: 'was done',
    accountId: backed,
  });
  await ben.call('POST', `${api}/leads`, { id: uuidv7(), kind: 'person', name: 'Lea Lead' });
  await ben.call('POST', `${api}/sales`, { id: uuidv7(), day: '2026-03-02', revenueMinor: 700_00, accountId: backed });
  expect((await vera.call('GET', `${api}/people/${ben.id}`)).body.isActive).toBe(true);
  return { ...house, clock, backed, bare, anns, deal };
}

type Group = { kind: string; count: number };
const countsOf = (body: { groups: Group[] }) => Object.fromEntries(body.groups.map(({ kind, count }) => [kind, count]));

describeEachDialect('leaver (S8)', (open) => {
  afterEach(closeTestHouses);

  it('cannot go while one item is still theirs, by no way; then goes, and what they sold stays theirs', async () => {
    const { ann, ben, max, vera, backed, bare, deal, anns } = await benLeaves(open);
    const leaver = `${api}/leavers/${ben.id}`;
    const before = await max.call('GET', leaver);
    expect(countsOf(before.body)).toEqual({ account: 2, opportunity: 1, lead: 1, activity: 1, 'account-backup': 1 });
    expect(before.body.groups[0].items).toMatchObject([
      { name: 'Backed', backup: { name: 'Ann' } },
      { name: 'Bare', backup: null },
    ]);
    const early = await max.call('POST', `${leaver}/finish`, { lastDay: '2026-03-16' });
    expect(early).toMatchObject({ status: 409, body: { code: 'still-owns' } });
    expect(early.body.issues).toContainEqual({
      path: '/owned/account',
      code: 'still-theirs',
      message: '2',
      value: 'account',
    });
    for (const plain of [
      await vera.call('PATCH', `${api}/people/${ben.id}`, { isActive: false }, { 'if-match': '1' }),
      await vera.call('POST', `${api}/people/${ben.id}/archive`, undefined, { 'if-match': '1' }),
    ])
      expect(plain.body.code).toBe('still-owns');

    const give = (body: object) => max.call('POST', `${leaver}/reassign`, body);
    const toBackup = await give({ kind: 'account', to: { by: 'backup' } });
    expect(toBackup.body).toMatchObject({
      done: 1,
      left: 1,
      rows: [
        { name: 'Backed', to: { name: 'Ann' }, failure: null },
        { name: 'Bare', to: null, failure: 'backup-missing' },
      ],
    });
    // With the account went the deal and what is to be done; what was done stays Ben's deed, and Ann stands in no longer.
    expect((await ann.call('GET', `${api}/opportunities/${deal}`)).body.owner.name).toBe('Ann');
    expect((await ann.call('GET', `${api}/accounts/${backed}`)).body).toMatchObject({
      owner: { name: 'Ann' },
      backup: null,
    });
    expect(countsOf((await max.call('GET', leaver)).body)).toEqual({ account: 1, lead: 1, 'account-backup': 1 });
    expect((await give({ kind: 'account', to: { by: 'balance', personIds: [ann.id] } })).body).toMatchObject({
      done: 1,
      left: 0,
    });
    expect((await give({ kind: 'lead', to: { by: 'person', personId: ann.id } })).body.done).toBe(1);
    const self = await give({ kind: 'account-backup', to: { by: 'person', personId: ann.id } });
    expect(self.body.rows).toMatchObject([{ name: "Ann's", failure: 'invalid-input' }]);
    expect((await give({ kind: 'account-backup', to: { by: 'person', personId: max.id } })).body.done).toBe(1);
    expect((await ann.call('GET', `${api}/accounts/${anns}`)).body.backup.name).toBe('Max');

    const gone = await max.call('POST', `${leaver}/finish`, { lastDay: '2026-03-16' });
    expect(gone.body).toMatchObject({ isActive: false, lastDay: '2026-03-16', total: 0 });
    expect((await ben.call('GET', `${api}/me`)).status).toBe(401);
    const trail = (await vera.call('GET', `${api}/changes?subject=account&recordId=${bare}`)).body.items;
    expect(trail[0]).toMatchObject({
      action: 'reassigned',
      before: { owner_id: ben.id },
      after: { owner_id: ann.id },
      people: { [ben.id]: 'Ben', [ann.id]: 'Ann' },
    });
    const sold = await vera.call('GET', `${api}/figures/revenue?from=2026-01-01&to=2026-12-31&by=rep`);
    expect(JSON.stringify(sold.body)).toContain('Ben');
  });

  it('on a day to come goes after it, unless something came in meanwhile', async () => {
    const { ann, ben, max, vera, deps, orgId, clock } = await benLeaves(open);
    const leaver = `${api}/leavers/${ben.id}`;
    for (const kind of ['account', 'lead'])
      await max.call('POST', `${leaver}/reassign`, { kind, to: { by: 'person', personId: ann.id } });
    await max.call('POST', `${leaver}/reassign`, { kind: 'account-backup', to: { by: 'person', personId: max.id } });
    expect((await max.call('POST', `${leaver}/finish`, { lastDay: '2026-03-31' })).body).toMatchObject({
      isActive: true,
      lastDay: '2026-03-31',
    });
    const late = uuidv7();
    await ben.call('POST', `${api}/accounts`, { id: late, name: 'Late' });
    clock.now = '2026-04-01T09:00:00.000Z';
    expect(await runJob(deps, leaverJob, orgId)).toMatchObject({ counts: '{"left":0,"waiting":1}' });
    await max.call('POST', `${leaver}/reassign`, {
      kind: 'account',
      ids: [late],
      to: { by: 'person', personId: ann.id },
    });
    expect(await runJob(deps, leaverJob, orgId)).toMatchObject({ counts: '{"left":1,"waiting":0}' });
    expect((await vera.call('GET', `${api}/people/${ben.id}`)).body).toMatchObject({
      isActive: false,
      endsOn: '2026-03-31',
    });
  });

  it('is seen to by those above alone, for people of theirs, and nothing happened', async () => {
    const { ann, ben, max, oda, vera } = await benLeaves(open);
    const to = { by: 'person', personId: ann.id };
    const refusals = [
      await ann.call('GET', `${api}/leavers/${ben.id}`),
      await ben.call('POST', `${api}/leavers/${ben.id}/finish`, { lastDay: '2026-03-16' }),
      await oda.call('POST', `${api}/leavers/${ben.id}/reassign`, { kind: 'account', to }),
      await max.call('GET', `${api}/leavers/${oda.id}`),
      await max.call('POST', `${api}/leavers/${max.id}/finish`, { lastDay: '2026-03-16' }),
      await max.call('POST', `${api}/leavers/${ben.id}/reassign`, { kind: 'target', to }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-found',
      'not-allowed',
      'invalid-input',
    ]);
    const out = await max.call('POST', `${api}/leavers/${ben.id}/reassign`, {
      kind: 'account',
      to: { by: 'person', personId: oda.id },
    });
    expect(out.body).toMatchObject({ done: 0, left: 2 });
    expect((await vera.call('GET', `${api}/leavers/${ben.id}`)).body).toMatchObject({
      isActive: true,
      lastDay: null,
      total: 6,
    });
  });

  it('cannot go with an issue that they took on and nobody solved; whoever has it then goes on with it', async () => {
    const { ben, max, ann, vera, deps } = await openTestHouse(open);
    const departmentId = uuidv7();
    await vera.call('POST', `${api}/departments`, { id: departmentId, name: 'Service' });
    const raised = [uuidv7(), uuidv7()];
    for (const id of raised) {
      const issue = { id, name: `Pump ${id}`, kind: 'technical', severity: 'urgent', departmentId };
      expect((await ann.call('POST', `${api}/issues`, issue)).status).toBe(201);
    }
    const [standing, solved] = raised as [string, string];
    const taken = (id: string, state: 'accepted' | 'resolved') =>
      deps.db.updateTable('issue').set({ owner_id: ben.id, state }).where('id', '=', id).execute();
    await Promise.all([taken(standing, 'accepted'), taken(solved, 'resolved')]);
    const leaver = `${api}/leavers/${ben.id}`;
    expect(countsOf((await max.call('GET', leaver)).body)).toEqual({ issue: 1 });
    expect((await max.call('POST', `${leaver}/finish`, { lastDay: '2026-03-16' })).body.code).toBe('still-owns');
    const given = await max.call('POST', `${leaver}/reassign`, {
      kind: 'issue',
      to: { by: 'person', personId: ann.id },
    });
    expect(given.body).toMatchObject({ done: 1, left: 0 });
    expect((await ann.call('GET', `${api}/issues/${standing}`)).body.owner.name).toBe('Ann');
    expect((await max.call('POST', `${leaver}/finish`, { lastDay: '2026-03-16' })).body).toMatchObject({ total: 0 });
  });
});

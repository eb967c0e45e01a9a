import type { IssueBoardView, IssueStepsView, IssueView } from '@milepost/contract/issues';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { escalateIssues } from './escalate-job.ts';
import { openIssuesOf } from './store.ts';
import { signedInMember } from './testing-issues.ts';

afterEach(closeTestHouses);

describeEachDialect('K4 issues across departments', (open) => {
  // A Friday; work is from 9 to 17.
  const friday = '2026-03-13T16:00:00.000Z';
  async function story() {
    let now = friday;
    const house = await openTestHouse(open, { now: () => now, settings: { timeZone: 'UTC' } });
    const { vera, ann } = house;
    const logistics = uuidv7();
    const technology = uuidv7();
    for (const [id, name] of [
      [logistics, 'Logistics'],
      [technology, 'Technology'],
    ])
      expect((await vera.call('POST', '/api/v1/departments', { id, name })).status).toBe(201);
    const lou = await signedInMember(house, 'Lou', logistics);
    const tim = await signedInMember(house, 'Tim', technology);
    const account = { id: uuidv7(), name: '华信', ownerId: ann.id };
    await ann.call('POST', '/api/v1/accounts', account);
    const raise = (who: CastMember, more: Record<string, unknown> = {}) =>
      who.call<IssueView>('POST', '/api/v1/issues', {
        ...{ id: uuidv7(), name: 'Pump stands at customs', severity: 'urgent', kind: 'delivery' },
        ...{ departmentId: logistics, accountId: account.id, ...more },
      });
    const step = (who: CastMember, issue: IssueView, said: Record<string, unknown>) =>
      who.call('POST', `/api/v1/issues/${issue.id}/steps`, said, { 'if-match': `"${issue.version}"` });
    const at = (instant: string) => {
      now = instant;
    };
    const queued = async () =>
      (await house.deps.db.selectFrom('mail').select(['to_address', 'title', 'next_at', 'state']).execute())
        .filter(({ state }) => state === 'queued')
        .map(({ to_address, title, next_at }) => [to_address, title, next_at]);
    return { ...house, lou, tim, logistics, technology, account, raise, step, at, queued };
  }

  it('has its deadline in working hours: Friday 16:00 and 8 hours are Monday 16:00, Tuesday where Monday is free', async () => {
    const { ann, vera, raise, queued } = await story();
    const raised = await raise(ann);
    expect(raised.status).toBe(201);
    expect(raised.body).toMatchObject({ dueAt: '2026-03-16T16:00:00.000Z', workingMinutesLeft: 480, isLate: false });
    expect(raised.body).toMatchObject({ account: { name: '华信' }, deeds: ['withdraw'] });
    const settings = await vera.call('GET', '/api/v1/organisation');
    const free = { holidays: ['2026-03-16'] };
    await vera.call('PATCH', '/api/v1/organisation/settings', free, { 'if-match': String(settings.body.version) });
    expect((await raise(ann)).body.dueAt).toBe('2026-03-17T16:00:00.000Z');
    expect((await queued()).map(([to]) => to)).toEqual(['lou@acme.example', 'lou@acme.example']);
  });

  it('goes to the other department, comes back with a reason, and is solved with what was learnt', async () => {
    const { ann, lou, tim, max, raise, step, technology } = await story();
    const first = (await raise(ann)).body;
    const before = (await lou.call<IssueView>('GET', `/api/v1/issues/${first.id}`)).body;
    expect(before).toMatchObject({ deeds: ['accept', 'bounce'], account: null, accountId: null });
    expect((await step(lou, before, { deed: 'bounce' })).body.code).toBe('invalid-input');
    const bounced = await step(lou, before, { deed: 'bounce', text: 'The papers are wrong' });
    expect(bounced.body).toMatchObject({ state: 'bounced', workingMinutesLeft: null });
    const again = await step(ann, bounced.body, { deed: 'resend', departmentId: technology });
    expect(again.body).toMatchObject({ state: 'open', department: { name: 'Technology' } });
    expect((await lou.call('GET', `/api/v1/issues/${first.id}`)).body.code).toBe('not-found');
    const taken = await step(tim, again.body, { deed: 'accept' });
    expect(taken.body).toMatchObject({ state: 'accepted', owner: { name: 'Tim' } });
    const noted = await step(max, taken.body, { deed: 'note', text: 'The customer calls daily' });
    expect(noted.body).toMatchObject({ state: 'accepted' });
    const solved = await step(tim, noted.body, { deed: 'resolve', text: 'New papers', lesson: 'Check the HS code' });
    expect(solved.body).toMatchObject({ state: 'resolved', resolution: 'New papers', lesson: 'Check the HS code' });
    const { items, version } = (await ann.call<IssueStepsView>('GET', `/api/v1/issues/${first.id}/steps`)).body;
    expect(version).toBe(solved.body.version);
    expect(items.map(({ deed, person }) => [deed, person?.name])).toEqual([
      ...[
        ['raise', 'Ann'],
        ['bounce', 'Lou'],
        ['resend', 'Ann'],
        ['accept', 'Tim'],
        ['note', 'Max'],
        ['resolve', 'Tim'],
      ],
    ]);
    expect((await step(ann, solved.body, { deed: 'reopen', text: 'Still there' })).body.state).toBe('open');
  });

  it('goes up in working hours only, and tells above once', async () => {
    const { ann, lou, vera, logistics, raise, at, queued, deps, operator, step } = await story();
    const head = await vera.call('PATCH', `/api/v1/departments/${logistics}`, { headId: lou.id }, { 'if-match': '1' });
    expect(head.body).toMatchObject({ head: { name: 'Lou' }, memberCount: 1, urgentHours: 8 });
    const issue = (await raise(ann)).body;
    at('2026-03-15T12:00:00.000Z');
    expect(await escalateIssues(deps, operator)).toEqual({ escalated: 0 });
    at('2026-03-16T12:30:00.000Z');
    expect(await escalateIssues(deps, operator)).toEqual({ escalated: 1 });
    expect(await escalateIssues(deps, operator)).toEqual({ escalated: 0 });
    expect((await queued()).at(-1)).toEqual([
      ...['lou@acme.example', 'Urgent: An issue went up to you: Pump stands at customs', '2026-03-16T12:30:00.000Z'],
    ]);
    at('2026-03-18T23:00:00.000Z');
    expect(await escalateIssues(deps, operator)).toEqual({ escalated: 0 });
    at('2026-03-19T09:00:00.000Z');
    expect(await escalateIssues(deps, operator)).toEqual({ escalated: 1 });
    const risen = (await ann.call<IssueView>('GET', `/api/v1/issues/${issue.id}`)).body;
    expect(risen).toMatchObject({ level: 2, isLate: true });
    at('2026-03-21T10:00:00.000Z');
    await step(ann, risen, { deed: 'withdraw' });
    const late = await raise(ann);
    expect(late.body.runsFrom).toBe('2026-03-21T10:00:00.000Z');
    // Raised on a Saturday: nobody hears of it before Monday morning.
    expect((await queued()).at(-1)?.[2]).toBe('2026-03-23T09:00:00.000Z');
  });

  it('shows members of a department issues, and nothing else', async () => {
    const { ann, ben, oda, lou, tim, raise, account, app, deps, operator } = await story();
    await raise(ann);
    await raise(ben, { accountId: null });
    const boardOf = async (who: CastMember) =>
      (await who.call<IssueBoardView>('GET', '/api/v1/issue-board')).body.columns[0]?.total;
    expect([
      await boardOf(ann),
      await boardOf(ben),
      await boardOf(lou),
      await boardOf(tim),
      await boardOf(oda),
    ]).toEqual([1, 1, 2, 0, 0]);
    expect((await lou.call('GET', '/api/v1/me')).body).toMatchObject({ person: { name: 'Lou', role: 'member' } });
    const described = (await app.request('/api/openapi.json')).json() as Promise<{ paths: Record<string, unknown> }>;
    const paths = Object.keys((await described).paths).filter((path) => path.startsWith('/api/v1/'));
    expect(paths.length).toBeGreaterThan(150);
    const open =
      /^\/api\/v1\/(me|issues|issue-board|issue-parties|search|invitations|setup|demo|verifications)([/.]|$)/;
    for (const path of paths.filter((one) => !open.test(one))) {
      const { body } = await lou.call('GET', path.replaceAll(/\{\w+\}/g, account.id));
      expect([path, body.code]).toEqual([path, 'not-found']);
    }
    // The predicate says the same behind the gate.
    const actor = await lou.actor();
    expect(actor).toMatchObject({ isConfined: true, reach: [lou.id] });
    expect((await openIssuesOf(deps.db, actor)).length).toBe(2);
    expect(await openIssuesOf(deps.db, operator, { accountIds: [] })).toEqual([]);
  });

  it('is nobody else’s, and nothing happened', async () => {
    const { ann, oda, lou, tim, raise, step, logistics, account, deps } = await story();
    const issue = (await raise(ann)).body;
    const refusals = [
      await oda.call('GET', `/api/v1/issues/${issue.id}`),
      await tim.call('GET', `/api/v1/issues/${issue.id}/steps`),
      await step(oda, issue, { deed: 'note', text: 'Hello' }),
      await step(ann, issue, { deed: 'accept' }),
      await step(lou, issue, { deed: 'withdraw' }),
      await step(lou, issue, { deed: 'resolve', text: 'Done' }),
      await raise(oda),
      await raise(lou),
      await raise(ann, { ownerId: tim.id }),
      await raise(ann, { departmentId: account.id }),
      await ann.call('POST', '/api/v1/departments', { id: uuidv7(), name: 'Mine' }),
      await lou.call('PATCH', `/api/v1/departments/${logistics}`, { name: 'Ours' }, { 'if-match': '1' }),
      await step(ann, { ...issue, version: 7 }, { deed: 'withdraw' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-found', 'not-found', 'not-found', 'not-allowed', 'not-allowed', 'issue-state'],
      ...['reference-unknown', 'reference-unknown', 'owner-unknown', 'reference-unknown', 'not-allowed', 'not-found'],
      'version-clash',
    ]);
    expect((await ann.call('GET', '/api/v1/issues?count=1')).body.total).toBe(1);
    expect((await ann.call('GET', `/api/v1/issues/${issue.id}`)).body).toMatchObject({ version: 1, state: 'open' });
    expect(await deps.db.selectFrom('issue_step').select('deed').execute()).toEqual([{ deed: 'raise' }]);
  });

  it('follows its customer to a new owner, and is on their day when it comes back', async () => {
    const { ann, ben, vera, lou, raise, step, account } = await story();
    const issue = (await raise(ann)).body;
    expect((await ben.call('GET', `/api/v1/issues/${issue.id}`)).status).toBe(404);
    await vera.call('PATCH', `/api/v1/accounts/${account.id}`, { ownerId: ben.id }, { 'if-match': '1' });
    expect((await ben.call('GET', `/api/v1/issues/${issue.id}`)).body).toMatchObject({ mayChange: false, deeds: [] });
    await step(lou, issue, { deed: 'bounce', text: 'Which pump?' });
    const day = (await ann.call('GET', '/api/v1/today')).body;
    expect(JSON.stringify(day)).toContain('Pump stands at customs');
    const line = await ben.call('GET', `/api/v1/accounts/${account.id}/time-line`);
    expect(line.body.items.map(({ kind }: { kind: string }) => kind)).toContain('issue');
  });
});

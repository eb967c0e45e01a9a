import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

const visit = (who: CastMember, accountId: string, onDay: string, more: object = {}) =>
  who.call('POST', '/api/v1/activities', {
    ...{ id: uuidv7(), kind: 'visit', onDay, isDone: true, subject: 'Visit', accountId },
    ...more,
  });

describeEachDialect('T7 the promise ledger', (open) => {
  afterEach(closeTestHouses);

  it('tells asked, planned, done and unmet by calendar month; a joint visit counts once; others see nothing', async () => {
    let now = '2026-01-01T09:00:00.000Z';
    const { ann, ben, max, oda, vera } = await openTestHouse(open, { now: () => now });
    const id = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id, name: 'Alder' });
    const ledger = async (who: CastMember) => (await who.call('GET', `/api/v1/accounts/${id}/promise`)).body;
    expect(await ledger(ann)).toMatchObject({ cadence: null, lines: [], kept: null });
    const own = { cadence: { count: 2, per: 'month' } };
    await ann.call('PUT', `/api/v1/accounts/${id}/promise`, own, { 'if-match': '1' });
    now = '2026-03-16T09:00:00.000Z';
    await visit(ann, id, '2026-01-05');
    await visit(ann, id, '2026-01-12', { participantIds: [ben.id] });
    // Max stands in for what both made together: the account was visited once that day.
    await visit(max, id, '2026-01-12');
    await visit(ann, id, '2026-02-09');
    await visit(ann, id, '2026-03-30', { isDone: false });
    const told = await ledger(ann);
    expect(told).toMatchObject({ from: 'account', since: '2026-01-01', kept: { num: 3, den: 4, value: 0.75 } });
    expect(told.lines).toMatchObject([
      { from: '2026-03-01', asked: 2, done: 0, planned: 1, unmet: 1, isOver: false },
      { from: '2026-02-01', asked: 2, done: 1, planned: 0, unmet: 1, isOver: true },
      { from: '2026-01-01', asked: 2, done: 2, planned: 0, unmet: 0, isOver: true },
    ]);
    const all = (await vera.call('GET', '/api/v1/promises')).body;
    expect(all).toMatchObject({
      from: '2026-01-01',
      to: '2026-03-31',
      total: { accounts: 1, asked: 6, done: 3, planned: 1, unmet: 2 },
      rows: [{ account: { id, name: 'Alder' }, unmet: 2 }],
    });
    expect(all.rows[0].lines).toEqual(told.lines);
    for (const figure of ['asked', 'planned', 'done', 'unmet'] as const)
      for (const of of ['', `&accountId=${id}`, `&ownerId=${ann.id}`]) {
        const answer = await max.call<{ why: Why }>('GET', `/api/v1/promises/why?figure=${figure}${of}`);
        expect([answer.status, evaluate(answer.body.why)]).toEqual([200, all.total[figure]]);
        expect(isConstant(answer.body.why)).toBe(false);
      }
    expect((await vera.call('GET', '/api/v1/promises?quarterOf=2025-12-31')).body).toMatchObject({
      from: '2025-10-01',
      to: '2025-12-31',
      total: { asked: 0 },
    });
    for (const hidden of ['', `&accountId=${id}`, `&ownerId=${ann.id}`])
      expect((await oda.call('GET', `/api/v1/promises/why?figure=unmet${hidden}`)).body.code).toBe('not-found');
    expect((await oda.call('GET', '/api/v1/promises')).body).toMatchObject({ total: { accounts: 0 }, rows: [] });
    expect((await oda.call('GET', `/api/v1/accounts/${id}/promise`)).body.code).toBe('not-found');
    const stranger = await visit(ann, id, '2026-03-02', { participantIds: [uuidv7()] });
    expect(stranger.body.code).toBe('reference-unknown');
    expect((await ledger(ann)).lines[0]).toMatchObject({ done: 0 });
  });

  it('names who takes part; a change of them alone is a new version', async () => {
    const { ann, ben } = await openTestHouse(open);
    const id = uuidv7();
    const made = await ann.call('POST', '/api/v1/activities', {
      ...{ id, kind: 'meeting', onDay: '2026-03-16', isDone: false, subject: 'Review' },
      ...{ startsAt: '09:30', minutes: 45, participantIds: [ben.id, ann.id] },
    });
    expect(made.body).toMatchObject({ startsAt: '09:30', minutes: 45, participants: [{ name: 'Ben' }] });
    const gone = await ann.call('PATCH', `/api/v1/activities/${id}`, { participantIds: [] }, { 'if-match': '1' });
    expect(gone.body).toMatchObject({ version: 2, participants: [] });
    const wrong = await ann.call('PATCH', `/api/v1/activities/${id}`, { startsAt: '25:00' }, { 'if-match': '2' });
    expect(wrong.body.code).toBe('invalid-input');
    expect((await ann.call('GET', `/api/v1/activities/${id}`)).body).toMatchObject({ version: 2, startsAt: '09:30' });
  });
});

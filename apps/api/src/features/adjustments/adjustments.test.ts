import type { AdjustmentsView } from '@milepost/contract/adjustments';
import { evaluate, isConstant } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';

afterEach(closeTestHouses);

describeEachDialect('K5 the log of adjustments', (open) => {
  it('tells what changed, who did it, why, and what came after it, to those who see it', async () => {
    let now = '2026-03-16T09:00:00.000Z';
    const { ann, max, oda } = await openTestHouse(open, { now: () => now });
    const account = { id: uuidv7(), name: 'Huaxin', ownerId: ann.id };
    await ann.call('POST', '/api/v1/accounts', account);
    const visit = (onDay: string) =>
      ann.call('POST', '/api/v1/activities', {
        ...{ id: uuidv7(), kind: 'visit', subject: 'Met', onDay, isDone: true, accountId: account.id },
      });
    await visit('2026-03-10');
    const hold = { hold: { tier: 'A', reason: 'They build a new plant', until: null } };
    const held = await max.call('PUT', `/api/v1/accounts/${account.id}/tier-hold`, hold, { 'if-match': '1' });
    expect([held.status, held.body.code]).toEqual([200, undefined]);
    const read = async (who: CastMember) => (await who.call<AdjustmentsView>('GET', '/api/v1/adjustments')).body.items;
    expect(await read(max)).toMatchObject([
      {
        kind: 'tier',
        by: { name: 'Max' },
        about: { name: 'Huaxin' },
        reason: 'They build a new plant',
        from: null,
        to: 'A',
      },
    ]);
    expect((await read(max))[0]).toMatchObject({ days: null, visits: null, accounts: 1 });
    now = '2026-03-30T09:00:00.000Z';
    for (let day = 17; day < 27; day += 1) await visit(`2026-03-${day}`);
    const [later] = await read(ann);
    expect(later).toMatchObject({ days: 14, visits: { before: 1, after: 10, difference: 9, verdict: 'more' } });
    expect(later?.sales).toMatchObject({ before: 0, after: 0, verdict: 'noise' });
    expect(await read(oda)).toEqual([]);
    const why = (who: CastMember, measure: string) =>
      who.call('GET', `/api/v1/adjustments/${later?.id}/why?measure=${measure}`);
    const { body } = await why(ann, 'visits');
    expect([evaluate(body.why), body.why.args.map(evaluate)]).toEqual([9, [10, 1]]);
    expect(isConstant(body.why)).toBe(false);
    expect(JSON.stringify(body.why)).toContain('2026-03-10 · ');
    expect(evaluate((await why(max, 'sales')).body.why)).toBe(0);
    expect((await why(oda, 'visits')).body.code).toBe('not-found');
    now = '2026-03-18T09:00:00.000Z';
    expect((await why(ann, 'visits')).body.code).toBe('not-found');
  });
});

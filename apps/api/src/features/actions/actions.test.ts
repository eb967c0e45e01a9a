import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { makeTarget } from '../../testing-targets.ts';
import { postSales } from '../sales/posting-store.ts';

const path = '/api/v1/actions';
const action = (more: Record<string, unknown>) => ({
  id: uuidv7(),
  name: 'Two visits a day until May',
  fact: 'Plan to date 7,000,000, actual 1,000,000',
  cause: 'volume',
  dueOn: '2026-05-01',
  expectedMinor: 2_000_000,
  ...more,
});
const publish = async (house: TestHouse) => {
  const id = await makeTarget(house);
  await house.vera.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
};
const sell = ({ deps, operator }: TestHouse, ownerId: string, day: string, revenueMinor: number) =>
  deps.transact(operator, (work) =>
    postSales(work, [{ id: uuidv7(), day, revenueMinor, currency: 'USD', ownerId, line: 'Pumps' }]),
  );
const setToday = ({ deps }: TestHouse, day: string) => {
  deps.clock = { ...deps.clock, today: () => day };
};
const rowOf = async (who: CastMember, id: string, asOf = '2026-03-16') =>
  (await who.call('GET', `/api/v1/pacing?by=rep&asOf=${asOf}`)).body.rows.find((row: { id: string }) => row.id === id);

describeEachDialect('corrective actions (P2)', (open) => {
  afterEach(closeTestHouses);

  it('are opened for what is counted too, and checked in its own unit', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const target = await makeTarget(house, {
      ...{ name: 'New customers 2026', measure: 'newCustomers', totalMinor: 180, lines: [] },
    });
    await vera.call('POST', `/api/v1/targets/${target}/publish`, { reason: 'agreed' }, { 'if-match': '1' });
    const pace = async () => (await ann.call('GET', '/api/v1/pacing?by=rep&measure=newCustomers')).body.total;
    const before = await pace();
    expect(before).toMatchObject({ signal: 'far-behind', asksForAction: true, openActionId: null });
    const asked = action({ scopeKind: 'person', scopeId: ann.id, measure: 'newCustomers', expectedMinor: 3 });
    expect((await ann.call('POST', path, asked)).body).toMatchObject({
      ...{ measure: 'newCustomers', unit: 'count', openedVarianceMinor: before.variance, expectedMinor: 3 },
    });
    expect(await pace()).toMatchObject({ asksForAction: false, openActionId: asked.id });
    // One of revenue is another thing: it may be open beside it.
    expect((await ann.call('POST', path, action({ scopeKind: 'person', scopeId: ann.id }))).status).toBe(201);
    const account = uuidv7();
    await ann.call('POST', '/api/v1/accounts', { id: account, name: 'Huaxin' });
    await ann.call('POST', '/api/v1/sales', {
      ...{ id: uuidv7(), day: '2026-03-10', accountId: account, revenueMinor: 100_00, currency: 'USD' },
    });
    const checked = await ann.call('POST', `${path}/${asked.id}/check`, undefined, { 'if-match': '1' });
    expect(checked.body).toMatchObject({ effectMinor: 1 });
    const { why } = (await ann.call<{ why: Why }>('GET', `${path}/${asked.id}/why`)).body;
    expect([why.unit, evaluate(why), isConstant(why)]).toEqual(['count', 1, false]);
    const refusals = [
      await ann.call('POST', path, { ...asked, id: uuidv7() }),
      await vera.call('POST', path, action({ scopeKind: 'line', scopeId: 'Pumps', measure: 'newCustomers' })),
      await vera.call('POST', path, action({ scopeKind: 'organisation', measure: 'repurchaseRate' })),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['action-open', 'reference-unknown', 'invalid-input']);
    expect((await vera.call('GET', `${path}?count=1`)).body.total).toBe(2);
  });

  it('are asked for once by a pace that is far behind, and checked against what happened', async () => {
    const house = await openTestHouse(open);
    const { max, ann } = house;
    await publish(house);
    await sell(house, ann.id, '2026-02-02', 1_000_000);
    expect(await rowOf(max, ann.id)).toMatchObject({
      signal: 'far-behind',
      signalBasis: { kind: 'fixed', ratios: 2, lower: null },
      asksForAction: true,
      openActionId: null,
    });
    const asked = action({ scopeKind: 'person', scopeId: ann.id, ownerId: ann.id });
    const made = await max.call('POST', path, asked);
    expect(made.status).toBe(201);
    const opened = await rowOf(max, ann.id);
    expect(made.body).toMatchObject({
      status: 'open',
      scope: { id: ann.id, name: 'Ann' },
      owner: { id: ann.id },
      openedOn: '2026-03-16',
      openedVarianceMinor: opened.variance,
      effectMinor: null,
    });
    expect(opened).toMatchObject({ asksForAction: false, openActionId: asked.id });
    expect((await max.call('POST', path, asked)).body.id).toBe(asked.id);
    // The next red day opens no second one, and two at once open one between them.
    const second = await max.call('POST', path, action({ scopeKind: 'person', scopeId: ann.id, ownerId: ann.id }));
    expect([second.status, second.body.code]).toEqual([409, 'action-open']);

    setToday(house, '2026-04-30');
    await sell(house, ann.id, '2026-04-20', 9_000_000);
    const checked = await max.call('POST', `${path}/${asked.id}/check`, undefined, { 'if-match': '1' });
    const now = await rowOf(max, ann.id, '2026-04-30');
    expect(checked.body).toMatchObject({
      version: 2,
      checkedOn: '2026-04-30',
      effectMinor: now.variance - opened.variance,
    });
    const { why } = (await max.call<{ why: Why }>('GET', `${path}/${asked.id}/why`)).body;
    expect(evaluate(why)).toBe(checked.body.effectMinor);
    expect(isConstant(why)).toBe(false);
    const closed = await ann.call('PATCH', `${path}/${asked.id}`, { status: 'done' }, { 'if-match': '2' });
    expect(closed.body.status).toBe('done');
    const next = await max.call('POST', path, action({ scopeKind: 'person', scopeId: ann.id, ownerId: ann.id }));
    expect(next.status).toBe(201);
    const reopened = await ann.call('PATCH', `${path}/${asked.id}`, { status: 'open' }, { 'if-match': '3' });
    expect(reopened.body.code).toBe('action-open');
  });

  it('opened twice at once are one', async () => {
    const house = await openTestHouse(open);
    const { vera } = house;
    await publish(house);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => vera.call('POST', path, action({ scopeKind: 'organisation' }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await vera.call('GET', `${path}?count=1`)).body.total).toBe(1);
  });

  it('are opened for what one sees in full, read by whose they are, and nothing happened otherwise', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, ben, oda, teams } = house;
    await publish(house);
    const east = action({ scopeKind: 'team', scopeId: teams.east });
    expect((await max.call('POST', path, east)).status).toBe(201);
    const all = action({ scopeKind: 'organisation' });
    await vera.call('POST', path, all);
    const mine = action({ scopeKind: 'person', scopeId: ann.id });
    await ann.call('POST', path, mine);
    const seenBy = async (who: CastMember) =>
      (await who.call('GET', path)).body.items.map(({ id }: { id: string }) => id).sort();
    expect(await seenBy(vera)).toEqual([east.id, all.id, mine.id].sort());
    expect(await seenBy(max)).toEqual([east.id, mine.id].sort());
    expect(await seenBy(ann)).toEqual([mine.id]);
    expect(await seenBy(oda)).toEqual([]);

    const refusals = [
      await ann.call('POST', path, action({ scopeKind: 'person', scopeId: ben.id })),
      await ann.call('POST', path, action({ scopeKind: 'team', scopeId: teams.east })),
      await max.call('POST', path, action({ scopeKind: 'team', scopeId: teams.west })),
      await max.call('POST', path, action({ scopeKind: 'line', scopeId: 'Pumps' })),
      await max.call('POST', path, action({ scopeKind: 'organisation' })),
      await oda.call('GET', `${path}/${mine.id}`),
      await oda.call('POST', `${path}/${mine.id}/check`, undefined, { 'if-match': '1' }),
      await ann.call('POST', `${path}/${mine.id}/check`, undefined),
      await ann.call('PATCH', `${path}/${mine.id}`, { ownerId: oda.id }, { 'if-match': '1' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...new Array<string>(5).fill('reference-unknown'),
      'not-found',
      'not-found',
      'version-missing',
      'owner-unknown',
    ]);
    expect((await vera.call('GET', `${path}?count=1`)).body.total).toBe(3);
    expect((await ann.call('GET', `${path}/${mine.id}`)).body).toMatchObject({ version: 1, checkedOn: null });
  });
});

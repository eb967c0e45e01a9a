import type { RateRow } from '@milepost/contract/rate-targets';
import { evaluate, isConstant, misstated } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';

const all = { kind: 'all' };
const state = (holder: object, shareRatio: number, period = 'year') => ({ holder, period, shareRatio });
const make = async (who: CastMember, measure: string, rates: object[]) => {
  const id = uuidv7();
  const input = { id, name: `Wanted ${measure}`, measure, fiscalYear: 2026, rates };
  const made = await who.call('POST', '/api/v1/rate-targets', input);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return id;
};
const step = (who: CastMember, id: string, deed: string, version: number, body: object = { reason: 'agreed' }) =>
  who.call('POST', `/api/v1/targets/${id}/${deed}`, body, { 'if-match': String(version) });
const ratesOf = async (who: CastMember, id: string, period = 'year') =>
  (await who.call('GET', `/api/v1/targets/${id}/rates?period=${period}`)).body;
const rowOf = (view: { rows: RateRow[] }, name: string) => view.rows.find((row) => row.name === name);

/** Ann's customer buys twice within the window, another of hers and one of Oda's once; the window of all has ended by 2026-12. */
async function someWindows({ vera, ann, oda }: TestHouse) {
  const buy = async (who: CastMember, name: string, days: string[]) => {
    const accountId = uuidv7();
    await who.call('POST', '/api/v1/accounts', { id: accountId, name, segment: name, region: 'North' });
    for (const day of days)
      await who.call('POST', '/api/v1/sales', { id: uuidv7(), accountId, day, revenueMinor: 1000 });
    return accountId;
  };
  const alder = await buy(ann, 'Alder', ['2025-06-01', '2026-01-10', '2026-02-10']);
  await buy(ann, 'Birch', ['2025-06-01', '2026-01-12']);
  await buy(oda, 'Cobalt', ['2025-06-01', '2026-01-15']);
  const visit = { id: uuidv7(), kind: 'visit', subject: 'first', onDay: '2026-02-02', isDone: true, accountId: alder };
  await ann.call('POST', '/api/v1/activities', visit);
  // Paid within 60 days of issue, and not at all.
  for (const [number, paid] of [
    ['A-1', 100_00],
    ['A-2', 0],
  ] as const) {
    const invoiceId = uuidv7();
    await ann.call('POST', '/api/v1/invoices', {
      ...{ id: invoiceId, accountId: alder, number, issuedOn: '2026-01-05', amountMinor: 100_00 },
    });
    if (paid > 0)
      await ann.call('POST', '/api/v1/receipts', { id: uuidv7(), invoiceId, day: '2026-01-20', amountMinor: paid });
  }
  return vera;
}

describeEachDialect('targets of rates (T2, T3, T4, T8)', (open) => {
  afterEach(closeTestHouses);

  it('are inherited from everybody to a team to a person, compared by their interval, with how many more', async () => {
    const house = await openTestHouse(open, { now: '2026-12-16T09:00:00.000Z' });
    const { vera, ann, ben, oda, teams } = house;
    await someWindows(house);
    const id = await make(vera, 'repurchaseRate', [
      state(all, 0.3),
      state({ kind: 'team', id: teams.east }, 0.6),
      state({ kind: 'person', id: ben.id }, 0.05),
      state(all, 0.1, '2'),
    ]);
    const view = await ratesOf(vera, id);
    expect(view).toMatchObject({ from: '2026-01-01', to: '2026-12-31', countsUnit: 'count' });
    expect(view.target).toMatchObject({ basis: 'rate', unit: 'ratio', shareRatio: 0.3, totalMinor: null });
    // 1 of 2 windows of Ann's: 60 % need one more in a row, since 2 of 3 is more than that.
    expect(rowOf(view, 'Ann')).toMatchObject({
      ...{ shareRatio: 0.6, actualRatio: 0.5, counts: { num: 1, den: 2 }, status: 'open', more: 1, ownRatio: null },
      from: { kind: 'team', name: 'East', period: 'year' },
    });
    expect(rowOf(view, 'Ben')).toMatchObject({ shareRatio: 0.05, actualRatio: null, status: null, ownRatio: 0.05 });
    expect(rowOf(view, 'Oda')).toMatchObject({ shareRatio: 0.3, counts: { num: 0, den: 1 }, from: { kind: 'all' } });
    expect(view.rows[0]).toMatchObject({ kind: 'all', shareRatio: 0.3, counts: { num: 1, den: 3 } });
    expect((await ratesOf(vera, id, '2')).rows[0]).toMatchObject({ shareRatio: 0.1, from: { period: '2' } });
    for (const figure of ['actual', 'gap', 'more']) {
      const { why } = (
        await vera.call('GET', `/api/v1/targets/${id}/rates/why?figure=${figure}&kind=person&id=${ann.id}`)
      ).body;
      expect(evaluate(why)).toBe(why.value);
      expect(misstated(why)).toEqual([]);
      expect(isConstant(why)).toBe(false);
    }
    expect((await step(vera, id, 'submit', 1)).body.status).toBe('submitted');
    const seen = await ratesOf(ann, id);
    expect(seen.rows.map((row: RateRow) => row.name)).toEqual(['', 'East', 'Ann']);
    expect(seen.stated.map((one: { name: string }) => one.name)).not.toContain('Ben');
    const { submittedStepId } = (await oda.call('GET', `/api/v1/targets/${id}/steps`)).body;
    const said = { submittedStepId, answer: 'accepted' };
    expect((await oda.call('POST', `/api/v1/targets/${id}/answers`, said)).status).toBe(200);
    expect((await step(vera, id, 'publish', 3)).body).toMatchObject({ status: 'published' });
  });

  it('are told of money that is owed, of markets that were visited, and of events, each by what is counted', async () => {
    const house = await openTestHouse(open, { now: '2026-12-16T09:00:00.000Z' });
    const { vera } = house;
    await someWindows(house);
    const cash = await ratesOf(vera, await make(vera, 'collectedWithin', [state(all, 0.9)]));
    expect(cash).toMatchObject({ countsUnit: 'money' });
    expect(rowOf(cash, 'Ann')).toMatchObject({ counts: { num: 100_00, den: 200_00 }, actualRatio: 0.5, more: 80_00 });
    const coverage = await ratesOf(vera, await make(vera, 'marketCoverage', [state(all, 0.5)]));
    expect(rowOf(coverage, 'Ann')).toMatchObject({ counts: { num: 1, den: 2 }, actualRatio: 0.5, more: 0 });
    expect(coverage.rows[0]).toMatchObject({ counts: { num: 1, den: 3 }, more: 1 });
    const events = await ratesOf(vera, await make(vera, 'eventConversion', [state(all, 0.15)]));
    expect(events.rows[0]).toMatchObject({ shareRatio: 0.15, actualRatio: null, status: null, more: null });
  });

  it('change from a day on once they are published, the version before staying as it was', async () => {
    const house = await openTestHouse(open);
    const { vera } = house;
    const id = await make(vera, 'repurchaseRate', [state(all, 0.3)]);
    const restated = { rates: [state(all, 0.35)] };
    const put = (version: number) =>
      vera.call('PUT', `/api/v1/targets/${id}/rates`, restated, { 'if-match': String(version) });
    expect((await put(1)).body.rows[0].shareRatio).toBe(0.35);
    const clash = (await put(1)).body;
    expect([clash.code, clash.current.rows[0].shareRatio]).toEqual(['version-clash', 0.35]);
    await step(vera, id, 'publish', 2);
    expect((await put(3)).body.code).toBe('target-published');
    const next = { id: uuidv7(), effectiveOn: '2026-07-01', reason: 'a better half', rates: [state(all, 0.4)] };
    expect((await step(vera, id, 'rates/amend', 3, next)).body).toMatchObject({ shareRatio: 0.4, supersedesId: id });
    expect((await ratesOf(vera, id)).target).toMatchObject({ status: 'superseded', shareRatio: 0.35 });
    const { steps } = (await vera.call('GET', `/api/v1/targets/${next.id}/steps`)).body;
    expect(steps[0]).toMatchObject({ kind: 'amended', amendment: { effectiveOn: '2026-07-01', fromMinor: 3500 } });
  });

  it('are not shared out, nor stated for strangers or by those who may not, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, oda } = house;
    const id = await make(vera, 'repurchaseRate', [state(all, 0.3)]);
    const at = { 'if-match': '1' };
    const path = `/api/v1/targets/${id}`;
    const draft = { id: uuidv7(), name: 'X', measure: 'repurchaseRate', fiscalYear: 2026 };
    const refusals = [
      await vera.call('GET', `${path}/grid`),
      await vera.call('PUT', `${path}/edits`, { edits: [{ kind: 'setTotal', value: 1 }] }, at),
      await vera.call('GET', `${path}/commitments`),
      await vera.call('PUT', `${path}/rates`, { rates: [state({ kind: 'person', id: uuidv7() }, 0.2)] }, at),
      await vera.call('PUT', `${path}/rates`, { rates: [state(all, 0.2), state(all, 0.3)] }, at),
      await max.call('PUT', `${path}/rates`, { rates: [state(all, 0.2)] }, at),
      await ann.call('GET', `${path}/rates`),
      await ann.call('POST', '/api/v1/rate-targets', { ...draft, rates: [state(all, 0.2)] }),
      await max.call('POST', '/api/v1/rate-targets', {
        ...draft,
        rates: [state({ kind: 'person', id: oda.id }, 0.2)],
      }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'target-not-shared',
      'target-not-shared',
      'target-not-shared',
      'reference-unknown',
      'invalid-input',
      'not-allowed',
      'not-found',
      'not-allowed',
      'reference-unknown',
    ]);
    expect((await vera.call('GET', '/api/v1/targets?count=1')).body).toMatchObject({
      total: 1,
      items: [{ version: 1, shareRatio: 0.3, status: 'draft' }],
    });
  });
});

import { evaluate, isConstant, misstated, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { someSales } from '../../testing-sales.ts';
import { makeTarget } from '../../testing-targets.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const gridOf = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/targets/${id}/grid`)).body;
const plain = { lines: undefined, segments: undefined };
const year = 'from=2026-01-01&to=2026-12-31';
const publish = async (who: CastMember, id: string, version = 1) => {
  const at = { 'if-match': String(version) };
  expect((await who.call('POST', `/api/v1/targets/${id}/publish`, { reason: 'agreed' }, at)).status).toBe(200);
};
/** Ann collected 60.00 of an invoice in February, Oda 30.00 in March. */
async function someReceipts({ ann, oda }: TestHouse) {
  for (const [who, number, day, amountMinor] of [
    [ann, 'A-1', '2026-02-10', 60_00],
    [oda, 'O-1', '2026-03-02', 30_00],
  ] as const) {
    const [accountId, invoiceId] = [uuidv7(), uuidv7()];
    await who.call('POST', '/api/v1/accounts', { id: accountId, name: `Customer ${number}` });
    await who.call('POST', '/api/v1/invoices', {
      ...{ id: invoiceId, accountId, number, issuedOn: '2026-01-05', amountMinor: 100_00 },
    });
    const receipt = { id: uuidv7(), invoiceId, day, amountMinor };
    expect((await who.call('POST', '/api/v1/receipts', receipt)).status).toBe(201);
  }
}
const honest = (why: Why) => {
  expect(evaluate(why)).toBe(why.value);
  expect(misstated(why)).toEqual([]);
  expect(isConstant(why)).toBe(false);
};

describeEachDialect('targets of other measures (T1, T2, T3)', (open) => {
  afterEach(closeTestHouses);

  it('share new customers among three reps by Webster, 5 a month, and are amended, submitted and published as any', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const more = { name: 'New customers', measure: 'newCustomers', totalMinor: 60, ...plain };
    const id = await makeTarget(house, more);
    const { target, plan } = await gridOf(vera, id);
    expect(target).toMatchObject({ measure: 'newCustomers', unit: 'count', axes: ['segments'], totalMinor: 60 });
    expect(plan.method).toBe('webster');
    const months = Array.from({ length: 12 }, (_, at) =>
      sum(plan.leaves.filter((_leaf: number, place: number) => place % 12 === at)),
    );
    expect(months).toEqual(new Array(12).fill(5));
    expect((await gridOf(ann, id)).code).toBe('not-found');
    const edits = { edits: [{ kind: 'setTotal', value: 61 }] };
    const edited = await vera.call('PUT', `/api/v1/targets/${id}/edits`, edits, { 'if-match': '1' });
    expect(sum(edited.body.plan.leaves)).toBe(61);
    await publish(vera, id, 2);
    expect(sum((await gridOf(ann, id)).plan.leaves)).toBeGreaterThanOrEqual(20);
  });

  it('stand beside a revenue target of the same year: each is published, attained and paced by itself', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, max } = house;
    await someSales(house);
    await someReceipts(house);
    const ids: Record<string, string> = {};
    for (const [measure, totalMinor] of [
      ['revenue', 1_000_000],
      ['margin', 3_000],
      ['quantity', 36],
      ['collected', 36_000],
      ['newCustomers', 36],
    ] as const) {
      ids[measure] = await makeTarget(house, { name: measure, measure, totalMinor, ...plain });
      await publish(vera, ids[measure]);
    }
    const statuses = (await vera.call('GET', '/api/v1/targets')).body.items.map(
      (one: { status: string }) => one.status,
    );
    expect(statuses).toEqual(new Array(5).fill('published'));
    const reached = async (who: CastMember, measure: string) => {
      const { body } = await who.call('GET', `/api/v1/attainment?targetIds=${ids[measure]}&${year}`);
      return body.rows.map((row: { name: string; actual: number; target: number }) => [
        row.name,
        row.actual,
        row.target,
      ]);
    };
    expect(await reached(max, 'margin')).toEqual([
      ['Ann', 400, 1000],
      ['Ben', 501, 1000],
    ]);
    expect(await reached(ann, 'quantity')).toEqual([['Ann', 4, 12]]);
    expect(await reached(vera, 'collected')).toEqual([
      ['Ann', 60_00, 12_000],
      ['Ben', 0, 12_000],
      ['Oda', 30_00, 12_000],
    ]);
    expect((await reached(ann, 'newCustomers'))[0]).toEqual(['Ann', 1, 12]);
    for (const measure of Object.keys(ids)) {
      const at = { asOf: '2026-03-16', by: 'rep', measure };
      const pace = (await vera.call('GET', `/api/v1/pacing?${new URLSearchParams(at)}`)).body;
      expect(pace).toMatchObject({ measure, target: { id: ids[measure] } });
      for (const figure of ['target', 'planToDate', 'actual', 'variance', 'pacingRatio']) {
        const asked = new URLSearchParams({ ...at, figure, id: ann.id });
        const why = (await vera.call('GET', `/api/v1/pacing/why?${asked}`)).body.why;
        honest(why);
        const row = pace.rows.find((one: { id: string }) => one.id === ann.id);
        expect(why.value).toBe(row[figure]);
      }
      for (const figure of ['actual', 'target', 'attainmentRatio']) {
        const asked = `targetIds=${ids[measure]}&${year}&personId=${ann.id}&figure=${figure}`;
        honest((await ann.call('GET', `/api/v1/attainment/why?${asked}`)).body.why);
      }
      const letter = (await ann.call('GET', `/api/v1/targets/${ids[measure]}/letter/${ann.id}`)).body;
      expect(letter).toMatchObject({ target: { measure } });
      honest((await ann.call('GET', `/api/v1/targets/${ids[measure]}/letter/${ann.id}/why`)).body.why);
    }
  });

  it('learn from the history of their own measure, and are amended at what was reached', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, oda } = house;
    await someReceipts(house);
    const weighed = { persons: undefined, weightsFrom: { from: '2026-01-01', to: '2026-12-31' } };
    const id = await makeTarget(house, {
      ...{ name: 'Cash', measure: 'collected', fiscalYear: 2026, totalMinor: 90_000 },
      ...plain,
      ...weighed,
    });
    const { plan } = await gridOf(vera, id);
    expect(plan.persons).toEqual([ann.id, oda.id].sort());
    await publish(vera, id);
    const amendment = { id: uuidv7(), effectiveOn: '2026-03-01', reason: 'cash came early', heldAt: 'actual' };
    const amended = await vera.call(
      'POST',
      `/api/v1/targets/${id}/amend`,
      { ...amendment, policy: 'keepYear' },
      { 'if-match': '2' },
    );
    expect(amended.status).toBe(201);
    const after = (await gridOf(vera, amendment.id)).plan;
    expect(sum(after.leaves)).toBe(90_000);
    expect(after.leaves[after.persons.indexOf(ann.id) * 12 + 1]).toBe(60_00);
  });

  it('keep what people commit of each apart', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    const revenue = await makeTarget(house);
    const heads = await makeTarget(house, { measure: 'newCustomers', totalMinor: 36, ...plain });
    await publish(vera, revenue);
    await publish(vera, heads);
    const commit = (id: string, amountMinor: number, line: string | null = null) =>
      ann.call(
        'PUT',
        `/api/v1/targets/${id}/commitments`,
        { cells: [{ line, month: 0, amountMinor }] },
        { 'if-match': '0' },
      );
    expect((await commit(revenue, 5000)).status).toBe(200);
    expect((await commit(heads, 2)).body.own.cells).toEqual([{ line: null, month: 0, amountMinor: 2 }]);
    const { own } = (await ann.call('GET', `/api/v1/targets/${revenue}/commitments`)).body;
    expect(own.cells).toEqual([{ line: null, month: 0, amountMinor: 5000 }]);
    expect((await commit(heads, 1, 'Pumps')).body.code).toBe('target-axis-absent');
  });

  it('have no axes but their own, no common sum and no bridge, and nothing happened', async () => {
    const house = await openTestHouse(open);
    const { vera, ann, max } = house;
    const make = (measure: string, more: object) =>
      vera.call('POST', '/api/v1/targets', {
        ...{ id: uuidv7(), name: 'X', measure, fiscalYear: 2026, totalMinor: 12, months: { kind: 'even' } },
        ...{ persons: [{ id: ann.id, weight: 1 }], ...more },
      });
    const weights = [{ id: 'Pumps', weight: 1 }];
    const [cash, heads] = [
      await makeTarget(house, { measure: 'collected', ...plain }),
      await makeTarget(house, { measure: 'newCustomers', totalMinor: 12, ...plain }),
    ];
    const refusals = [
      await make('newCustomers', { lines: weights }),
      await make('collected', { segments: weights }),
      await make('collected', { lines: weights }),
      await make('repurchaseRate', {}),
      await vera.call('GET', `/api/v1/attainment?targetIds=${cash},${heads}&${year}`),
      await vera.call('GET', `/api/v1/pacing/bridge?targetId=${cash}`),
      await ann.call('GET', `/api/v1/targets/${cash}/grid`),
      await max.call(
        'PUT',
        `/api/v1/targets/${cash}/edits`,
        { edits: [{ kind: 'setTotal', value: 1 }] },
        { 'if-match': '1' },
      ),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'target-axis-absent',
      'target-axis-absent',
      'target-axis-absent',
      'invalid-input',
      'target-measures-differ',
      'measure-without-bridge',
      'not-found',
      'not-allowed',
    ]);
    expect((await vera.call('GET', '/api/v1/targets?count=1')).body).toMatchObject({ total: 2 });
    expect((await gridOf(vera, cash)).target).toMatchObject({ version: 1, totalMinor: 100_000_000 });
  });
});

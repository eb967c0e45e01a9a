import type { ReceivablesView } from '@milepost/contract/receivables';
import { evaluate, isConstant, misstated, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';

const path = '/api/v1/receivables';
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const read = async (who: CastMember, query = ''): Promise<ReceivablesView> =>
  (await who.call('GET', `${path}?${query}`)).body;

const account = async (who: CastMember, name: string, more = {}) => {
  const id = uuidv7();
  await who.call('POST', '/api/v1/accounts', { id, name, ...more });
  return id;
};
const bill = async (who: CastMember, invoice: Record<string, unknown>) => {
  const id = uuidv7();
  const { status, body } = await who.call('POST', '/api/v1/invoices', { id, ...invoice });
  expect(status, JSON.stringify(body)).toBe(201);
  return id;
};
const post = (who: CastMember, invoiceId: string, day: string, amountMinor: number, more = {}) =>
  who.call('POST', '/api/v1/receipts', { id: uuidv7(), invoiceId, day, amountMinor, ...more });

/** Ann has Huaxin, Ben Konex, Oda Lumen: paid late, in part, by credit note, too much, and not at all. */
async function someInvoices({ ann, ben, oda }: TestHouse) {
  const [huaxin, konex] = [await account(ann, 'Huaxin'), await account(ben, 'Konex')];
  const lumen = await account(oda, 'Lumen');
  const invoice = (accountId: string, number: string, issuedOn: string, amountMinor: number, more = {}) => ({
    ...{ accountId, number, issuedOn, amountMinor },
    ...more,
  });
  const ids = {
    late: await bill(ann, invoice(huaxin, 'A-1', '2025-12-05', 100_00)),
    part: await bill(ann, invoice(huaxin, 'A-2', '2026-01-10', 200_00, { dueOn: '2026-01-24' })),
    fresh: await bill(ann, invoice(huaxin, 'A-3', '2026-03-10', 50_00)),
    credited: await bill(ben, invoice(konex, 'B-1', '2026-01-20', 80_00)),
    disputed: await bill(ben, invoice(konex, 'B-2', '2026-02-01', 60_00, { isDisputed: true })),
    outside: await bill(oda, invoice(lumen, 'O-1', '2026-02-10', 500_00)),
  };
  await post(ann, ids.late, '2026-01-20', 100_00);
  await post(ann, ids.part, '2026-02-01', 150_00);
  await post(ben, ids.credited, '2026-02-02', 30_00, { kind: 'credit-note' });
  await post(ben, ids.credited, '2026-02-10', 55_00);
  return { ...ids, huaxin, konex, lumen };
}

describeEachDialect('receivables (T3)', (open) => {
  afterEach(closeTestHouses);

  it('say what is open, due by the default terms, part paid, credited and paid too much', async () => {
    const house = await openTestHouse(open);
    const { ann, ben } = house;
    const ids = await someInvoices(house);
    const invoice = async (who: CastMember, id: string) => (await who.call('GET', `/api/v1/invoices/${id}`)).body;
    expect(await invoice(ann, ids.late)).toMatchObject({
      ...{ name: 'A-1', dueOn: '2026-01-04', isDueByTerms: true, status: 'paid', settledOn: '2026-01-20' },
      ...{ openMinor: 0, collectedMinor: 100_00, overpaidMinor: 0 },
      owner: { name: 'Ann' },
    });
    expect(await invoice(ann, ids.part)).toMatchObject({ status: 'part-paid', openMinor: 50_00, isDueByTerms: false });
    expect(await invoice(ben, ids.credited)).toMatchObject({
      ...{ status: 'paid', openMinor: 0, collectedMinor: 50_00, creditedMinor: 30_00, overpaidMinor: 5_00 },
      account: { name: 'Konex' },
    });
    const moved = await ann.call(
      'PATCH',
      `/api/v1/invoices/${ids.fresh}`,
      { issuedOn: '2026-03-11' },
      { 'if-match': '1' },
    );
    expect(moved.body).toMatchObject({ dueOn: '2026-04-10', version: 2 });
    const history = (await ann.call('GET', `/api/v1/changes?subject=invoice&recordId=${ids.fresh}`)).body;
    expect(history.items.map(({ action }: { action: string }) => action)).toEqual(['updated', 'created']);
  });

  it('sum from their buckets by rep, team and account, as of any day', async () => {
    const house = await openTestHouse(open);
    await someInvoices(house);
    const { max, vera, ann } = house;
    const now = await read(max, 'by=rep');
    expect(now).toMatchObject({ asOf: '2026-03-16', currency: 'USD', currencies: ['USD'] });
    // Due: A-2 on 24 January (51 days), B-2 on 3 March (13 days); A-3 is not due.
    expect(now.total).toMatchObject({ open: 160_00, overdue: 110_00, disputed: 60_00, overpaid: 5_00 });
    expect(now.total.buckets).toEqual([50_00, 60_00, 50_00, 0, 0]);
    expect(now.rows.map(({ name, open: amount }) => [name, amount])).toEqual([
      ['Ann', 100_00],
      ['Ben', 60_00],
    ]);
    for (const by of ['rep', 'team', 'account'])
      for (const asOf of ['2026-01-15', '2026-02-28', '2026-03-16']) {
        const view = await read(vera, `by=${by}&asOf=${asOf}`);
        expect(sum(view.rows.map((row) => row.open)), `${by} ${asOf}`).toBe(view.total.open);
        for (const row of [view.total, ...view.rows]) expect(sum(row.buckets)).toBe(row.open);
        const cash = sum(view.weeks.map(({ expected }) => expected));
        expect(cash + view.expectedLater + view.expectedUnknown).toBe(view.total.open);
      }
    expect(now.overdue).toMatchObject([
      { number: 'A-2', daysLate: 51, open: 50_00, owner: { name: 'Ann' } },
      { number: 'B-2', daysLate: 13, open: 60_00, isDisputed: true },
    ]);
    expect((await read(max, 'disputed=without')).total).toMatchObject({ open: 100_00, disputed: 0 });
    expect((await read(ann)).total).toMatchObject({ open: 100_00 });
  });

  it('open every figure into its invoices and receipts', async () => {
    const house = await openTestHouse(open);
    await someInvoices(house);
    const { max } = house;
    const view = await read(max, 'by=rep&windowDays=60');
    const values = new Map<string, number | null>();
    for (const row of [view.total, ...view.rows]) {
      const of = row.id ? `by=rep&id=${row.id}&` : '';
      for (const figure of ['open', 'overdue', 'daysOutstanding', 'bestPossible', 'delinquent', 'countBack'] as const)
        values.set(`${of}figure=${figure}`, row[figure]);
      row.buckets.forEach((amount, at) => {
        values.set(`${of}figure=bucket&at=${at}`, amount);
      });
      for (const figure of ['disputed', 'overpaid', 'daysToSettle'] as const)
        values.set(`${of}figure=${figure}`, row[figure]);
      values.set(`${of}figure=late`, row.late?.share ?? null);
      values.set(`${of}figure=collected`, row.collected?.share ?? null);
      values.set(`${of}figure=collectedByCount`, row.collectedByCount?.share ?? null);
    }
    values.set('figure=effectiveness', view.effectiveness.ratio);
    values.set('figure=later', view.expectedLater);
    values.set('figure=unknown', view.expectedUnknown);
    for (const { month, shares, owed, open: left } of view.cohorts) {
      values.set(`figure=cohortOwed&at=${month}`, owed);
      values.set(`figure=cohortOpen&at=${month}`, left);
      shares.forEach((share, at) => {
        values.set(`figure=cohort&at=${month}&age=${view.cohortAges[at]}`, share);
      });
    }
    for (const { from, expected } of view.weeks) values.set(`figure=week&at=${from}`, expected);
    expect([...values.values()].filter((value) => value !== null).length).toBeGreaterThan(40);
    for (const [query, value] of values) {
      const { status, body } = await max.call<{ why: Why }>('GET', `${path}/why?windowDays=60&${query}`);
      if (value === null) {
        expect(status, query).toBe(404);
        continue;
      }
      expect(evaluate(body.why), query).toBeCloseTo(value, 9);
      expect(misstated(body.why), query).toEqual([]);
      expect(isConstant(body.why), query).toBe(false);
    }
  });

  it('mean what the organisation says they mean, and two who say it at once do not overwrite each other', async () => {
    const house = await openTestHouse(open);
    const { vera, ann } = house;
    await someInvoices(house);
    const definition = `${path}/definition`;
    expect((await ann.call('GET', definition)).body).toMatchObject({ version: 0, withinDays: 60, termsDays: 30 });
    const change = { withinDays: 15, withinFrom: 'due', termsDays: 14 };
    const said = await vera.call('PATCH', definition, change, { 'if-match': '0' });
    expect(said.body).toMatchObject({ version: 1, withinDays: 15, windowDays: 90 });
    const late = await vera.call('PATCH', definition, { windowDays: 30 }, { 'if-match': '0' });
    expect([late.status, late.body.current.version]).toEqual([412, 1]);
    const history = await ann.call('GET', `/api/v1/changes?subject=receivables_definition&recordId=${house.orgId}`);
    expect(history.body.items).toMatchObject([{ before: { withinDays: 60, termsDays: 30 }, after: change }]);
    // Of what was due: A-1 100 paid 16 days late, A-2 150 of 200 paid 8 days late, B-1 50 paid before, B-2 60 open at 13 days.
    const { definition: now, total } = await read(vera, 'asOf=2026-03-16');
    expect(now).toMatchObject({ withinDays: 15, withinFrom: 'due' });
    expect(total.collected).toMatchObject({ collected: 200_00, owed: 910_00 });
    // O-1 500 was watched for 4 days only: 50 of 910 at once, and 150 of the 360 that are left at 8 days.
    expect(total.collected?.share).toBeCloseTo(1 - (860 / 910) * (210 / 360), 12);
    const id = await bill(ann, { number: 'A-9', issuedOn: '2026-03-01', amountMinor: 100 });
    expect((await ann.call('GET', `/api/v1/invoices/${id}`)).body.dueOn).toBe('2026-03-15');
  });

  it('of several currencies have no total, but one of each', async () => {
    const house = await openTestHouse(open);
    const { ann } = house;
    await bill(ann, { number: 'U-1', issuedOn: '2026-03-01', amountMinor: 1000 });
    await bill(ann, { number: 'E-1', issuedOn: '2026-03-01', amountMinor: 700, currency: 'EUR' });
    const { status, body } = await ann.call('GET', path);
    expect([status, body.code]).toEqual([422, 'mixed-currencies']);
    expect(body.issues.map(({ path: at, value }: { path: string; value: string }) => [at, value])).toEqual([
      ['/subtotals/EUR', '700'],
      ['/subtotals/USD', '1000'],
    ]);
    expect(await read(ann, 'currency=EUR')).toMatchObject({ currencies: ['EUR', 'USD'], total: { open: 700 } });
  });

  it('move with their invoice to another owner, and stay out of the sight of others; nothing happens to what is refused', async () => {
    const house = await openTestHouse(open);
    const { ann, ben, oda, max } = house;
    const ids = await someInvoices(house);
    const at = `/api/v1/invoices/${ids.part}`;
    const before = (await ann.call('GET', at)).body;
    const receipts = `/api/v1/receipts?filter=${encodeURIComponent(
      JSON.stringify([{ field: 'invoiceId', op: 'is', value: ids.part }]),
    )}`;
    const [receipt] = (await ann.call('GET', receipts)).body.items;
    const refusals = [
      await oda.call('GET', at),
      await oda.call('PATCH', at, { note: 'mine' }, { 'if-match': '1' }),
      await oda.call('GET', `/api/v1/receipts/${receipt.id}`),
      await post(oda, ids.part, '2026-03-01', 5),
      await ann.call('PATCH', at, { note: 'seen an old one' }, { 'if-match': '7' }),
      await ann.call('PATCH', at, { note: 'without a version' }),
      await ann.call('PATCH', at, { dueOn: '2025-12-31' }, { 'if-match': '1' }),
      await ann.call('PATCH', at, { number: 'A-1' }, { 'if-match': '1' }),
      await ann.call('PATCH', at, { accountId: ids.lumen }, { 'if-match': '1' }),
      await ann.call('POST', '/api/v1/invoices', {
        id: uuidv7(),
        number: 'O-1',
        issuedOn: '2026-03-01',
        amountMinor: 1,
      }),
      await ann.call('POST', '/api/v1/invoices', {
        id: uuidv7(),
        number: 'N-1',
        issuedOn: '2026-03-01',
        amountMinor: 0,
      }),
      await ann.call('PATCH', `${path}/definition`, { withinDays: 5 }, { 'if-match': '0' }),
      await ann.call('GET', `${path}/why?by=rep&id=${oda.id}&figure=open`),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      ...['not-found', 'not-found', 'not-found', 'reference-unknown', 'version-clash', 'version-missing'],
      ...[
        'invalid-input',
        'name-taken',
        'reference-unknown',
        'name-taken',
        'invalid-input',
        'not-allowed',
        'not-found',
      ],
    ]);
    expect((await ann.call('GET', at)).body).toEqual(before);
    expect((await read(ann)).total).toMatchObject({ open: 100_00, invoices: 3 });
    expect((await read(oda)).total).toMatchObject({ open: 500_00, invoices: 1 });

    expect((await max.call('PATCH', at, { ownerId: ben.id }, { 'if-match': '1' })).body.owner).toMatchObject({
      name: 'Ben',
    });
    expect((await ann.call('GET', at)).status).toBe(404);
    expect((await ann.call('GET', receipts)).body.items).toEqual([]);
    expect((await ben.call('GET', receipts)).body.items).toMatchObject([{ amountMinor: 150_00, kind: 'receipt' }]);
    expect((await ben.call('POST', `${at}/archive`, undefined, { 'if-match': '2' })).status).toBe(200);
    expect((await read(max)).total.open).toBe(110_00);
  });
});

import { afterEach, expect, it } from 'vitest';
import { retallyInvoices } from '../../db/receivable-tally-store.ts';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { openReceivables } from '../receivables/open-store.ts';
import { receivablesTold } from '../receivables/told-store.ts';
import { customerTally } from './customer-tally-store.ts';
import { fillTally } from './fill-tally-job.ts';

const api = '/api/v1';
const today = '2026-03-16';

const ok = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  expect([200, 201, 204], JSON.stringify(body)).toContain(status);
  return body;
};

const post = (who: CastMember, invoiceId: string, day: string, amountMinor: number, kind = 'receipt') =>
  who.call('POST', `${api}/receipts`, { id: uuidv7(), invoiceId, day, amountMinor, kind });

/** Everything that the sums say, in order. */
async function sumsOf({ deps: { db } }: TestHouse) {
  const [sums, parts] = await Promise.all([
    db.selectFrom('receivable_tally').selectAll().orderBy('id').execute(),
    db.selectFrom('invoice_tally').selectAll().orderBy('invoice_id').orderBy('id').execute(),
  ]);
  return { sums, parts };
}

/** The sums are those that the invoices have when all are reckoned anew, and everybody is told the same from them as from invoices. */
async function expectAgreement(house: TestHouse, who: readonly CastMember[]) {
  const { deps, operator } = house;
  const kept = await sumsOf(house);
  await deps.transact(operator, retallyInvoices);
  expect(kept).toEqual(await sumsOf(house));
  for (const member of who) {
    const actor = await member.actor();
    const told = await openReceivables.within(deps.db, actor, today, 60);
    const query = { by: 'total', disputed: 'with', currency: 'USD' } as const;
    expect(told.open).toBe((await receivablesTold.read(deps.db, actor, today, query)).total.open);
    expect(told.expected).toBe((await openReceivables.whyWithin(deps.db, actor, today, 60)).value);
  }
}

describeEachDialect('the sums behind the overview', (open) => {
  afterEach(closeTestHouses);

  it('of receivables are those of the invoices, whatever happens to them', async () => {
    const house = await openTestHouse(open);
    const { vera, max, ann, oda, ben } = house;
    const everybody = [vera, max, ann, oda, ben];
    const accountId = uuidv7();
    await ok(ann.call('POST', `${api}/accounts`, { id: accountId, name: 'Huaxin' }));
    const enter = async (who: CastMember, number: string, issuedOn: string, amountMinor: number, more = {}) => {
      const id = uuidv7();
      await ok(who.call('POST', `${api}/invoices`, { id, number, issuedOn, amountMinor, ...more }));
      return id;
    };
    const [first, second, third, foreign, ahead] = [
      await enter(ann, 'A-1', '2026-01-05', 900_00, { accountId }),
      await enter(ann, 'A-2', '2026-01-05', 400_00, { accountId }),
      await enter(oda, 'O-1', '2026-02-20', 5_000_00),
      await enter(ann, 'A-3', '2026-02-01', 70_00, { currency: 'EUR' }),
      await enter(ann, 'A-4', '2026-03-20', 80_00),
    ];
    await ok(post(ann, first, '2026-01-25', 500_00));
    await ok(post(ann, second, '2026-02-04', 100_00, 'credit-note'));
    await ok(post(ann, second, '2026-02-14', 900_00));
    // What comes in after the day, and what is issued after it, is no part of it yet.
    await ok(post(ann, first, '2026-04-01', 400_00));
    await ok(post(oda, third, '2026-04-02', 10_00));
    await ok(post(ann, foreign, '2026-03-01', 20_00));
    await expectAgreement(house, everybody);
    const overview = (await ann.call('GET', `${api}/overview`)).body.tiles.find(
      (tile: { tile: string }) => tile.tile === 'cash',
    );
    expect(overview).toMatchObject({ beside: { value: 400_00 } });

    await ok(ann.call('PATCH', `${api}/accounts/${accountId}`, { backupId: ben.id }, { 'if-match': '1' }));
    await expectAgreement(house, everybody);
    const version = async (path: string) => String((await vera.call('GET', `${api}${path}`)).body.version);
    const change = async (path: string, patch: object) =>
      ok(vera.call('PATCH', `${api}${path}`, patch, { 'if-match': await version(path) }));
    await change(`/invoices/${first}`, { ownerId: oda.id, amountMinor: 950_00, issuedOn: '2026-01-02' });
    await change(`/invoices/${foreign}`, { currency: 'USD' });
    const receipts = (await vera.call('GET', `${api}/receipts`)).body.items;
    const receipt = receipts.find((one: { invoice: { id: string } }) => one.invoice.id === second);
    await change(`/receipts/${receipt.id}`, { amountMinor: 50_00, day: '2026-02-02' });
    await expectAgreement(house, everybody);
    for (const path of [`/receipts/${receipt.id}`, `/invoices/${ahead}`, `/invoices/${third}`])
      await ok(vera.call('POST', `${api}${path}/archive`, undefined, { 'if-match': await version(path) }));
    await expectAgreement(house, everybody);
    const restored = { 'if-match': await version(`/invoices/${third}`) };
    await ok(vera.call('POST', `${api}/invoices/${third}/restore`, undefined, restored));
    await expectAgreement(house, everybody);
  });

  it('of receivables hold both of two payments that are posted at once', async () => {
    const house = await openTestHouse(open);
    const { ann, vera } = house;
    const id = uuidv7();
    const invoice = { id, number: 'A-1', issuedOn: '2026-01-05', amountMinor: 900_00 };
    await ok(ann.call('POST', `${api}/invoices`, invoice));
    const days = ['2026-01-20', '2026-01-20', '2026-02-01', '2026-02-10', '2026-02-20', '2026-03-01'];
    await Promise.all(days.map((day) => ok(post(ann, id, day, 100_00))));
    await expectAgreement(house, [ann, vera]);
  });

  it('are those of credits, contacts and customers', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, ann, oda } = house;
    const accountId = uuidv7();
    await ok(ann.call('POST', `${api}/accounts`, { id: accountId, name: 'Huaxin' }));
    for (const [who, day, revenueMinor] of [
      [ann, '2025-12-03', 1000_00],
      [ann, '2026-01-31', 200_00],
      [oda, '2026-02-01', 300_00],
    ] as const) {
      const sale = { id: uuidv7(), day, revenueMinor, costMinor: 50_00, currency: 'USD' };
      await ok(who.call('POST', `${api}/sales`, who === ann ? { ...sale, accountId } : sale));
    }
    for (const [who, kind, onDay] of [
      [ann, 'visit', '2026-03-10'],
      [ann, 'note', '2026-03-10'],
      [oda, 'call', '2026-02-28'],
    ] as const)
      await ok(
        who.call('POST', `${api}/activities`, {
          id: uuidv7(),
          kind,
          onDay,
          isDone: true,
          subject: 'Pumps',
          accountId: null,
        }),
      );
    const [reversed] = (await ann.call('GET', `${api}/sales`)).body.items;
    await ok(ann.call('PATCH', `${api}/sales/${reversed.id}`, { revenueMinor: 250_00 }, { 'if-match': '1' }));
    const { db } = deps;
    const rows = async () =>
      (await db.selectFrom('tally').selectAll().where('value', '!=', 0).execute())
        .map(({ grain, measure, period, person_id, value }) => [grain, measure, period, person_id, value].join(' '))
        .sort();
    const credits = await db.selectFrom('credit').selectAll().execute();
    const contacts = await db.selectFrom('activity').selectAll().where('kind', '!=', 'note').execute();
    const sums = new Map<string, number>();
    const add = (measure: string, day: string, person: string | null, value: number) => {
      for (const place of [`day ${measure} ${day}`, `month ${measure} ${day.slice(0, 7)}`])
        sums.set(`${place} ${person ?? ''}`, (sums.get(`${place} ${person ?? ''}`) ?? 0) + value);
    };
    for (const { day, person_id, revenue_minor, cost_minor, sale_count } of credits) {
      add('revenue', day, person_id, revenue_minor);
      add('sales', day, person_id, sale_count);
      if (cost_minor === null) continue;
      add('costed_revenue', day, person_id, revenue_minor);
      add('cost', day, person_id, cost_minor);
    }
    for (const { on_day, person_id } of contacts) add('contacts', on_day, person_id, 1);
    const kept = await rows();
    const ofCustomers = /new_customers|repurchase/;
    expect(kept.filter((row) => !ofCustomers.test(row))).toEqual(
      [...sums].flatMap(([key, value]) => (value === 0 ? [] : [`${key} ${value}`])).sort(),
    );
    // Customers are reckoned anew by the house's own rule: nothing changes.
    await deps.transact(operator, customerTally.followAll);
    expect(await rows()).toEqual(kept);
  });

  it('of receivables are made good by the job of the night', async () => {
    const house = await openTestHouse(open);
    const { deps, orgId, ann } = house;
    const invoice = { id: uuidv7(), number: 'A-1', issuedOn: '2026-01-05', amountMinor: 900_00 };
    await ok(ann.call('POST', `${api}/invoices`, invoice));
    expect(await fillTally.run(deps, orgId)).toMatchObject({ invoices: 0 });
    const kept = await sumsOf(house);
    await deps.db.updateTable('receivable_tally').set({ value: 1 }).execute();
    expect(await fillTally.run(deps, orgId)).toMatchObject({ invoices: 1 });
    expect(await sumsOf(house)).toEqual(kept);
  });

  it('of receivables are made good where an invoice is in none of them, paid or not, but not where it has nothing to add', async () => {
    const house = await openTestHouse(open);
    const { deps, orgId, ann } = house;
    const enter = async (number: string) => {
      const id = uuidv7();
      await ok(ann.call('POST', `${api}/invoices`, { id, number, issuedOn: '2026-01-05', amountMinor: 900_00 }));
      return id;
    };
    const [paid, partly, credited] = [await enter('A-1'), await enter('A-2'), await enter('A-3')];
    await ok(post(ann, paid, '2026-01-25', 900_00));
    await ok(post(ann, partly, '2026-01-25', 100_00));
    await ok(post(ann, credited, '2026-01-25', 900_00, 'credit-note'));
    const kept = await sumsOf(house);
    expect(await fillTally.run(deps, orgId)).toMatchObject({ invoices: 0 });
    for (const missing of [paid, partly]) {
      const ownSums = kept.parts.filter(({ invoice_id }) => invoice_id === missing);
      await deps.db.deleteFrom('invoice_tally').where('invoice_id', '=', missing).execute();
      for (const { id, value } of ownSums)
        await deps.db
          .updateTable('receivable_tally')
          .set((eb) => ({ value: eb('value', '-', value) }))
          .where('id', '=', id)
          .execute();
      expect(await fillTally.run(deps, orgId)).toMatchObject({ invoices: 3 });
      expect(await sumsOf(house)).toEqual(kept);
    }
  });
});

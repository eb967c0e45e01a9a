import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { settleWins, withdrawWins } from '../pipeline/wins-store.ts';
import { correctSales, postSales, repostSales, reverseSales } from './posting-store.ts';

const days = ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-16'] as const;
const lines = ['GTX', 'MG', null] as const;
const money = fc.integer({ min: -1e9, max: 1e10 });
const unknownOr = (values: fc.Arbitrary<number>) => fc.oneof(fc.constant(null), values);

const sale = fc.record({
  day: fc.constantFrom(...days),
  revenueMinor: money,
  costMinor: unknownOr(money),
  quantity: unknownOr(fc.integer({ min: -50, max: 50 })),
  line: fc.constantFrom(...lines),
  segment: fc.constantFrom('A', null),
  currency: fc.constantFrom('USD', 'USD', 'EUR'),
});
const who = fc.constantFrom('ann', 'ben', 'oda', null);
const share = fc.integer({ min: 1, max: 9999 });
const step = fc.oneof(
  fc.record({ deed: fc.constant('post' as const), sale, who, share: unknownOr(share) }),
  fc.record({ deed: fc.constant('correct' as const), sale, which: fc.nat(), share: unknownOr(share) }),
  fc.record({ deed: fc.constant('reverse' as const), which: fc.nat(), today: fc.boolean() }),
  fc.record({ deed: fc.constant('repost' as const), which: fc.nat() }),
  fc.record({ deed: fc.constant('deal' as const), which: fc.nat(2), amount: money, isWon: fc.boolean(), who }),
  fc.record({ deed: fc.constant('withdraw' as const), which: fc.nat(2) }),
);

/** The sums of all credits, taken the long way, as the daily facts should have them. */
async function sumsOfCredits({ deps: { db } }: TestHouse) {
  const sums = new Map<string, number>();
  for (const credit of await db.selectFrom('credit').selectAll().execute()) {
    const { cost_minor, revenue_minor } = credit;
    const values = {
      revenue: revenue_minor,
      costed_revenue: cost_minor === null ? null : revenue_minor,
      cost: cost_minor,
      quantity: credit.quantity,
      sales: credit.sale_count,
    };
    for (const [measure, value] of Object.entries(values)) {
      const key = [measure, credit.day, credit.person_id, credit.line, credit.segment, credit.currency].join('|');
      if (value !== null) sums.set(key, (sums.get(key) ?? 0) + value);
    }
  }
  return sums;
}

async function dailyFacts({ deps: { db } }: TestHouse) {
  const facts = await db.selectFrom('fact_day').selectAll().execute();
  return new Map(
    facts.map((fact) => [
      [fact.measure, fact.day, fact.person_id, fact.line, fact.segment, fact.currency].join('|'),
      fact.value,
    ]),
  );
}

/** What stands in the books for each sale, and what it should be: the sale itself, or nothing when it is out of them. */
async function balances({ deps: { db } }: TestHouse) {
  const credits = Map.groupBy(await db.selectFrom('credit').selectAll().execute(), (credit) => credit.sale_id);
  return (await db.selectFrom('sale').selectAll().execute()).map((row) => {
    const own = credits.get(row.id) ?? [];
    const sum = (value: (credit: (typeof own)[number]) => number) => own.reduce((total, one) => total + value(one), 0);
    const isIn = row.archived_at === null;
    return {
      inBooks: [sum((one) => one.revenue_minor), sum((one) => one.sale_count)],
      due: isIn ? [row.revenue_minor, 1] : [0, 0],
    };
  });
}

describeEachDialect('the books', (open) => {
  afterEach(closeTestHouses);

  it('hold daily facts that are the exact sums of credits after any posts, corrections, reversals and reopenings', async () => {
    const house = await openTestHouse(open);
    const { deps, operator } = house;
    const people = { ann: house.ann.id, ben: house.ben.id, oda: house.oda.id };
    const idOf = (name: keyof typeof people | null) => (name === null ? null : people[name]);
    const stages = Object.fromEntries(
      (await house.vera.call('GET', '/api/v1/stages')).body.items.map((stage: { name: string; id: string }) => [
        stage.name,
        stage.id,
      ]),
    );
    const deals = await Promise.all(
      ['one', 'two', 'three'].map(async (name) => {
        const id = uuidv7();
        await house.ann.call('POST', '/api/v1/opportunities', { id, name, amountMinor: 1 });
        return id;
      }),
    );
    const halves = (bp: number | null) =>
      bp === null
        ? null
        : [
            { personId: people.ann, shareBp: bp },
            { personId: people.oda, shareBp: 10_000 - bp },
          ];
    const posted: string[] = [];
    const today = '2026-03-16';
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const one of steps)
          await deps.transact(operator, async (work) => {
            if (one.deed === 'post') {
              const id = uuidv7();
              posted.push(id);
              await postSales(work, [{ ...one.sale, id, ownerId: idOf(one.who), split: halves(one.share) }]);
              return;
            }
            if (one.deed === 'deal' || one.deed === 'withdraw') {
              const id = deals[one.which] ?? '';
              if (one.deed === 'withdraw') return withdrawWins(work, [id]);
              const stage_id = stages[one.isWon ? 'Won' : 'Lost'];
              const set = { stage_id, amount_minor: one.amount, closed_on: '2026-02-28', owner_id: idOf(one.who) };
              await work.db.updateTable('opportunity').set(set).where('id', '=', id).execute();
              await settleWins(work, [id], { today });
              return;
            }
            const id = posted[one.which % Math.max(1, posted.length)];
            if (id === undefined) return;
            if (one.deed === 'correct')
              await correctSales(work, [{ id, said: { ...one.sale, split: halves(one.share) } }]);
            if (one.deed === 'reverse') await reverseSales(work, [id], { on: one.today ? { today } : 'own-day' });
            if (one.deed === 'repost') await repostSales(work, [id]);
          });
        expect(await dailyFacts(house)).toEqual(await sumsOfCredits(house));
        for (const { inBooks, due } of await balances(house)) expect(inBooks).toEqual(due);
      }),
      { numRuns: 25 },
    );
  });

  it('take a sale once, however often it is posted, and a transaction that fails leaves nothing', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, ann } = house;
    const one = { id: uuidv7(), day: '2026-03-16', revenueMinor: 5, currency: 'USD', ownerId: ann.id };
    expect(await deps.transact(operator, (work) => postSales(work, [one]))).toEqual({ posted: [one.id], known: [] });
    expect(await deps.transact(operator, (work) => postSales(work, [one]))).toEqual({ posted: [], known: [one.id] });
    const failing = deps.transact(operator, async (work) => {
      await postSales(work, [{ ...one, id: uuidv7() }]);
      throw new Error('the line went down');
    });
    await expect(failing).rejects.toThrow('the line went down');
    expect([...(await dailyFacts(house)).values()]).toEqual([5, 1]);
    expect(await deps.db.selectFrom('sale').select('id').execute()).toEqual([{ id: one.id }]);
  });

  it('are written by two at once without either waiting for ever', async () => {
    const house = await openTestHouse(open);
    const { deps, operator, ann, ben } = house;
    const batch = (owners: readonly string[]) =>
      deps.transact(operator, async (work) => {
        for (const ownerId of owners)
          await postSales(
            work,
            days.map((day) => ({ id: uuidv7(), day, revenueMinor: 1, currency: 'USD', ownerId })),
          );
      });
    await Promise.all([batch([ann.id, ben.id]), batch([ben.id, ann.id]), batch([ann.id, ben.id])]);
    expect(await dailyFacts(house)).toEqual(await sumsOfCredits(house));
    expect(await deps.db.selectFrom('credit').select('id').execute()).toHaveLength(24);
  });
});

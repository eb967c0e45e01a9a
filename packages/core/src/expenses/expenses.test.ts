import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import { atLeastByChance } from './among-lines.ts';
import { audit, scoreOf } from './audit.ts';
import type { AuditContext, AuditRule, Expense, Flag } from './expense.ts';

// 2026-03-02 is a Monday.
const monday = toDay('2026-03-02');
const context: AuditContext = {
  asOf: monday + 4,
  calendar: MONDAY_TO_FRIDAY,
  policy: {
    limits: [{ category: 'meals', currency: 'EUR', single: 100_00, day: 150_00 }],
    withContact: ['meals'],
    receiptFrom: { EUR: 25_00 },
    roundUnit: { EUR: 50_00 },
  },
  visits: Array.from({ length: 12 }, (_, at) => ({ id: `v${at}`, personId: 'ann', day: monday + at })),
  leave: [],
  usual: [],
};
const plain: Expense = {
  id: 'a',
  personId: 'ann',
  day: monday,
  category: 'meals',
  vendor: 'roma',
  amount: 41_30,
  currency: 'EUR',
  hasReceipt: true,
  submittedOn: monday + 1,
};
const line = (id: string, more: Partial<Expense> = {}): Expense => ({ ...plain, id, ...more });
const rulesOf = (flags: readonly Flag[], id: string): AuditRule[] =>
  flags.filter((flag) => flag.id === id).map(({ rule }) => rule);

describe('the audit of expenses', () => {
  it('has nothing to say of a lawful line', () => {
    expect(audit([plain], context)).toEqual([]);
    expect(scoreOf([])).toBe(0);
  });

  it('names both halves of a duplicate, also across people, and none three days apart', () => {
    const lines = [
      line('a'),
      line('b', { personId: 'bob', day: monday + 2, category: 'gifts' }),
      line('c', { day: monday + 5 }),
    ];
    expect(audit(lines, context).filter(({ rule }) => rule === 'duplicate')).toEqual([
      { id: 'a', rule: 'duplicate', score: 0.7, evidence: ['b'] },
      { id: 'b', rule: 'duplicate', score: 0.7, evidence: ['a'] },
    ]);
  });

  it('sees a bill that was split under the limit, and a day over its limit', () => {
    const lines = [
      line('a', { amount: 60_10 }),
      line('b', { amount: 55_20 }),
      line('c', { amount: 40_00, vendor: 'napoli' }),
    ];
    const flags = audit(lines, context);
    expect(rulesOf(flags, 'a')).toEqual(['split', 'over-day']);
    expect(flags.find(({ id, rule }) => id === 'a' && rule === 'split')?.evidence).toEqual(['b']);
    expect(rulesOf(flags, 'c')).toEqual(['over-day']);
    expect(rulesOf(audit([line('a', { amount: 100_01 })], context), 'a')).toEqual(['over-limit']);
  });

  it('sees a crowd just below the limit when chance would not make it', () => {
    expect(atLeastByChance(5, 5)).toBeCloseTo(1 / 32, 12);
    expect(atLeastByChance(4, 5)).toBeCloseTo(6 / 32, 12);
    const crowd = [96_10, 97_20, 98_30, 99_40, 99_90].map((amount, at) =>
      line(`${at}`, { amount, vendor: `v${at}`, day: monday + at }),
    );
    expect(rulesOf(audit(crowd, context), '0')).toEqual(['just-below']);
    expect(audit(crowd.slice(1), context)).toEqual([]);
  });

  it('knows days off, leave, days without contact, round amounts, missing receipts and stale claims', () => {
    const saturday = { day: monday + 5, submittedOn: monday + 5 };
    expect(rulesOf(audit([line('a', saturday)], context), 'a')).toEqual(['day-off']);
    const away = { ...context, leave: [{ id: 'l', personId: 'ann', first: monday - 1, last: monday }] };
    expect(audit([plain], away)).toEqual([{ id: 'a', rule: 'on-leave', score: 0.6, evidence: ['l'] }]);
    expect(rulesOf(audit([line('a', { personId: 'bob' })], context), 'a')).toEqual(['no-contact']);
    expect(rulesOf(audit([line('a', { amount: 50_00 })], context), 'a')).toEqual(['round']);
    expect(rulesOf(audit([line('a', { hasReceipt: false })], context), 'a')).toEqual(['no-receipt']);
    expect(rulesOf(audit([line('a', { hasReceipt: false, amount: 24_99 })], context), 'a')).toEqual([]);
    expect(rulesOf(audit([line('a', { submittedOn: monday + 61 })], context), 'a')).toEqual(['stale']);
    expect(rulesOf(audit([line('a', { submittedOn: null })], { ...context, asOf: monday + 60 }), 'a')).toEqual([]);
  });

  it('measures outliers by what was approved before', () => {
    const usual = [30, 32, 35, 36, 38, 40, 41, 44].map((amount) => ({
      category: 'meals',
      currency: 'EUR',
      amount: amount * 100,
    }));
    const flagsOf = (amount: number, known = usual) =>
      rulesOf(audit([line('a', { amount })], { ...context, usual: known }), 'a');
    expect(flagsOf(60_10)).toEqual(['outlier']);
    expect(flagsOf(50_10)).toEqual([]);
    expect(flagsOf(90_10, usual.slice(1))).toEqual([]);
  });

  it('adds its scores as chances that one of them is right', () => {
    expect(scoreOf([{ score: 0.5 }, { score: 0.4 }])).toBeCloseTo(0.7, 12);
  });

  it('refuses amounts that are none', () => {
    expect(() => audit([line('a', { amount: 0 })], context)).toThrow(RangeError);
    expect(() => audit([plain, plain], context)).toThrow(RangeError);
  });
});

const some = fc
  .array(
    fc.record({
      personId: fc.constantFrom('ann', 'bob'),
      day: fc.integer({ min: monday, max: monday + 9 }),
      category: fc.constantFrom('meals', 'travel'),
      vendor: fc.constantFrom('roma', 'napoli', null),
      amount: fc.constantFrom(20_10, 50_00, 60_00, 92_00, 96_00, 99_00, 100_00, 103_00, 900_00),
      currency: fc.constantFrom('EUR', 'JPY'),
      hasReceipt: fc.boolean(),
      submittedOn: fc.constantFrom(monday + 9, monday + 80, null),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) => rows.map((row, at): Expense => ({ ...row, id: `l${at}` })));
const scores = (flags: readonly Flag[]) =>
  new Map([...Map.groupBy(flags, ({ id }) => id)].map(([id, own]) => [id, scoreOf(own)]));

describe('the laws of the audit', () => {
  it('a lawful line more never lowers the score of another', () => {
    fc.assert(
      fc.property(some, (lines) => {
        const all = audit(lines, context);
        const lawful = lines.find(({ id }) => !all.some((flag) => flag.id === id));
        if (lawful === undefined) return;
        const [before, after] = [
          scores(
            audit(
              lines.filter((one) => one !== lawful),
              context,
            ),
          ),
          scores(all),
        ];
        for (const [id, score] of before) expect(after.get(id) ?? 0).toBeGreaterThanOrEqual(score);
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(some, fc.nat(), (lines, seed) => {
        const shuffled = lines.toSorted((a, b) => ((a.day * 31 + seed) % 7) - ((b.day * 31 + seed) % 7));
        expect(audit(shuffled, context)).toEqual(audit(lines, context));
      }),
    );
  });

  it('duplicates are symmetric', () => {
    fc.assert(
      fc.property(some, (lines) => {
        const pairs = audit(lines, context).filter(({ rule }) => rule === 'duplicate');
        for (const { id, evidence } of pairs)
          for (const other of evidence) expect(pairs.find((flag) => flag.id === other)?.evidence).toContain(id);
      }),
    );
  });

  it('grouping by keys finds what comparing every pair finds', () => {
    const isOneBill = (one: Expense, other: Expense) =>
      one.vendor !== null && other.vendor !== null
        ? one.vendor === other.vendor
        : one.personId === other.personId && one.category === other.category;
    const isPair = (one: Expense, other: Expense) =>
      one.id !== other.id &&
      one.amount === other.amount &&
      one.currency === other.currency &&
      Math.abs(one.day - other.day) <= 2 &&
      isOneBill(one, other);
    fc.assert(
      fc.property(some, (lines) => {
        const found = audit(lines, context).filter(({ rule }) => rule === 'duplicate');
        const byPairs = lines.flatMap((one) => {
          const partners = lines.filter((other) => isPair(one, other)).map(({ id }) => id);
          return partners.length === 0 ? [] : [[one.id, partners.sort()] as const];
        });
        expect(new Map(found.map(({ id, evidence }) => [id, evidence]))).toEqual(new Map(byPairs));
        const days = Map.groupBy(
          lines.filter(({ category, currency }) => category === 'meals' && currency === 'EUR'),
          ({ personId, day }) => `${personId} ${day}`,
        );
        const over = [...days.values()].filter((day) => day.reduce((sum, { amount }) => sum + amount, 0) > 150_00);
        const told = audit(lines, context).filter(({ rule }) => rule === 'over-day');
        expect(told.map(({ id }) => id)).toEqual(
          over
            .flat()
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('thresholds go with the unit of money', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 1000 }), (lines, unit) => {
        const { policy } = context;
        const times = (amount: number | null) => (amount === null ? null : amount * unit);
        const scaled: AuditContext = {
          ...context,
          policy: {
            ...policy,
            limits: policy.limits.map((limit) => ({ ...limit, single: times(limit.single), day: times(limit.day) })),
            receiptFrom: { EUR: 25_00 * unit },
            roundUnit: { EUR: 50_00 * unit },
          },
        };
        expect(
          audit(
            lines.map((one) => ({ ...one, amount: one.amount * unit })),
            scaled,
          ),
        ).toEqual(audit(lines, context));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { allocation } from './allocation.ts';
import { blockSum } from './block.ts';
import { decompose } from './decompose.ts';
import type { Edit } from './edit.ts';
import { axisSums, monthSums, type Plan, plannedTotal } from './plan.ts';
import { replan } from './replan.ts';

const even = new Array<number>(12).fill(1);
const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${prefix}${String(i).padStart(2, '0')}`, weight: i + 1 }));

function planOf(total: number, persons = 3, lines = 4, segments = 2): Plan {
  const made = decompose({
    total,
    persons: ids('p', persons),
    lines: ids('l', lines),
    segments: ids('s', segments),
    monthShares: even,
  });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
}
const done = (plan: Plan, ...edits: Edit[]): Plan => {
  const next = replan(plan, edits);
  if (next.status !== 'ok') throw new Error(`edit ${next.edit} was refused`);
  return next.plan;
};

describe('the grid (T1)', () => {
  it('shares 1,000,000.00 over 12 equal months as 8 × 83,333.33 and 4 × 83,333.34', () => {
    const months = [...monthSums(planOf(100_000_000).leaves)];
    expect(months.filter((month) => month === 8_333_333)).toHaveLength(8);
    expect(months.filter((month) => month === 8_333_334)).toHaveLength(4);
  });

  it('raising one product by 50,000 over-allocates product and month, and publishing is refused until another is lowered', () => {
    const plan = planOf(100_000_000);
    const at = (line: string) => ({ lines: [line], months: [2] });
    const raised = done(plan, { kind: 'set', at: at('l01'), value: blockSum(plan, at('l01')) + 5_000_000 });
    const told = allocation(raised);
    expect(told).toMatchObject({ overAllocated: 5_000_000, unallocated: 0, canPublish: false });
    expect(told.byAxis).toContainEqual({ axis: 'lines', id: 'l01', difference: 5_000_000 });
    expect(told.byAxis).toContainEqual({ axis: 'months', id: '2', difference: 5_000_000 });
    const levelled = done(raised, { kind: 'set', at: at('l03'), value: blockSum(raised, at('l03')) - 5_000_000 });
    expect(allocation(levelled)).toMatchObject({ overAllocated: 0, unallocated: 0, canPublish: true, byAxis: [] });
  });

  it('lets the rest of the year absorb a change where that is asked for', () => {
    const plan = planOf(1_000_000);
    const next = done(plan, { kind: 'set', at: { persons: ['p00'], months: [0] }, value: 50_000, policy: 'absorb' });
    expect(plannedTotal(next)).toBe(1_000_000);
    expect(blockSum(next, { persons: ['p00'], months: [0] })).toBe(50_000);
  });

  it('refuses what locked cells leave no room for, names the lock, and changes nothing', () => {
    const plan = done(planOf(1200), { kind: 'lock', id: 'year of p02', at: { persons: ['p02'] } });
    const refused = replan(plan, [{ kind: 'setTotal', value: 100 }]);
    expect(refused).toMatchObject({ status: 'overCommitted', edit: 0, held: [{ id: 'year of p02' }] });
    expect(plannedTotal(plan)).toBe(1200);
  });

  it('after a weak first quarter asks 105 a month of the rest when the year is kept', () => {
    const made = decompose({
      total: 1200,
      persons: [{ id: 'p', weight: 1 }],
      lines: [{ id: 'l', weight: 1 }],
      monthShares: even,
    });
    const plan = made.status === 'ok' ? made.plan : planOf(0);
    const heldAt = [0, 1, 2].map((month) => ({ person: 'p', line: 'l', month, value: 85 }));
    const close = (policy: Extract<Edit, { kind: 'close' }>['policy']) =>
      done(plan, { kind: 'close', id: 'Q1', months: 3, heldAt, policy });
    expect([...close('keepYear').leaves]).toEqual([85, 85, 85, ...new Array<number>(9).fill(105)]);
    expect(close('keepRest')).toMatchObject({ total: 1155 });
    const capped = close({ capUplift: 1.02 });
    expect(allocation(capped)).toMatchObject({ unallocated: 27 });
  });

  it('is the same plan after no edits', () => {
    const plan = planOf(99_999);
    expect(replan(plan, [])).toEqual({ status: 'ok', plan });
  });
});

describe('a block that is set', () => {
  const plan = planOf(1_200_000);
  const others = (next: Plan, months: readonly number[]) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
      .filter((month) => !months.includes(month))
      .map((month) => [blockSum(next, { months: [month] }), blockSum(plan, { months: [month] })]);

  it('keeps the proportions of the leaves in it to the unit', () => {
    const next = done(plan, { kind: 'set', at: { persons: ['p01'] }, value: 800_000 });
    expect(blockSum(next, { persons: ['p01'] })).toBe(800_000);
    expect(blockSum(next, { persons: ['p01'], lines: ['l03'] })).toBe(320_000);
    expect(blockSum(next, { persons: ['p00'] })).toBe(blockSum(plan, { persons: ['p00'] }));
  });

  it('takes what its scope can give, and leaves everything outside the scope alone', () => {
    const within = { months: [0, 1, 2] };
    const at = { persons: ['p00'], months: [1] };
    const next = done(plan, { kind: 'set', at, value: 30_000, policy: 'absorb', within });
    expect(blockSum(next, at)).toBe(30_000);
    expect(blockSum(next, within)).toBe(blockSum(plan, within));
    for (const [now, before] of others(next, within.months)) expect(now).toBe(before);
  });

  it('is refused when what absorbs is locked, naming every lock in the scope', () => {
    const locked = done(plan, { kind: 'lock', id: 'rest', at: { persons: ['p01', 'p02'] } });
    const refused = replan(locked, [{ kind: 'set', at: { persons: ['p00'] }, value: 0 }], 'absorb');
    expect(refused).toMatchObject({ status: 'overCommitted', excess: -200_000, held: [{ id: 'rest' }] });
    expect(done(locked, { kind: 'unlock', at: {} }).locks).toEqual([]);
  });

  it('is filled by the shape of the plan where it was all zero', () => {
    const emptied = done(plan, { kind: 'set', at: { lines: ['l02'] }, value: 0 });
    const refilled = done(emptied, { kind: 'set', at: { lines: ['l02'] }, value: 360_000 });
    expect(refilled.leaves).toEqual(plan.leaves);
  });

  it('refuses people, lines and months the plan has not got, and a person by segment', () => {
    const set = (at: object) => () => replan(plan, [{ kind: 'set', at, value: 1 }]);
    expect(set({ persons: ['nobody'] })).toThrow(/no person nobody/);
    expect(set({ months: [12] })).toThrow(/0 to 11/);
    expect(set({ lines: [] })).toThrow(/at least one/);
    expect(set({ persons: ['p00'], segments: ['s00'] })).toThrow(/not both|no target of a person/);
    expect(() => replan(plan, [{ kind: 'set', at: {}, value: 0.5 }])).toThrow(/whole/);
  });
});

describe('segments', () => {
  const plan = planOf(1_200_000);

  it('that are raised move their months, and the leaves with them', () => {
    const at = { segments: ['s00'], months: [4] };
    const next = done(plan, { kind: 'set', at, value: blockSum(plan, at) + 6_000 });
    expect(blockSum(next, { months: [4] })).toBe(blockSum(plan, { months: [4] }) + 6_000);
    expect(blockSum(next, { segments: ['s01'] })).toBe(blockSum(plan, { segments: ['s01'] }));
    expect(allocation(next).overAllocated).toBe(6_000);
  });

  it('take from each other where that is asked for, and no leaf moves', () => {
    const at = { segments: ['s00'] };
    const next = done(plan, { kind: 'set', at, value: 600_000, policy: 'absorb' });
    expect(blockSum(next, { segments: ['s01'] })).toBe(600_000);
    expect(next.leaves).toEqual(plan.leaves);
  });

  it('keep their years when a person moves work from one month to another', () => {
    const next = done(plan, {
      kind: 'set',
      at: { persons: ['p02'], months: [0] },
      value: 90_000,
      policy: 'absorb',
      within: { persons: ['p02'] },
    });
    expect([...axisSums(next).segments]).toEqual([...axisSums(plan).segments]);
  });

  it('that are locked in a month keep that month from moving', () => {
    const locked = done(plan, { kind: 'lock', id: 'july', at: { segments: ['s00', 's01'], months: [6] } });
    const refused = replan(locked, [{ kind: 'set', at: { persons: ['p00'], months: [6] }, value: 0 }]);
    expect(refused).toMatchObject({ status: 'overCommitted', held: [{ id: 'july' }] });
  });
});

describe('a new season', () => {
  it('moves the months of a person and keeps their year, their lines and everybody else', () => {
    const plan = planOf(1_200_000);
    const shares = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0];
    const next = done(plan, { kind: 'setShares', at: { persons: ['p01'] }, shares });
    const year = blockSum(plan, { persons: ['p01'] });
    expect(blockSum(next, { persons: ['p01'] })).toBe(year);
    expect(blockSum(next, { persons: ['p01'], months: [0] })).toBe(Math.round(year / 6));
    expect(blockSum(next, { persons: ['p01'], months: [11] })).toBe(0);
    expect([...axisSums(next).lines]).toEqual([...axisSums(plan).lines]);
    expect(blockSum(next, { persons: ['p02'], months: [0] })).toBe(blockSum(plan, { persons: ['p02'], months: [0] }));
  });

  it('passes by the months that are locked', () => {
    const plan = done(planOf(1_200_000), { kind: 'lock', id: 'Q1', at: { months: [0, 1, 2] } });
    const next = done(plan, { kind: 'setShares', at: {}, shares: [9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 2] });
    expect([...monthSums(next.leaves)]).toEqual([...new Array(3).fill(100_000), ...new Array(8).fill(90_000), 180_000]);
  });

  it('is refused with another number of shares than months', () => {
    expect(() => replan(planOf(12), [{ kind: 'setShares', at: { months: [0, 1] }, shares: [1] }])).toThrow(/2 months/);
    expect(() => replan(planOf(12), [{ kind: 'setShares', at: { segments: ['s00'] }, shares: even }])).toThrow(
      /leaves/,
    );
  });
});

describe('what a block is said to be', () => {
  it('is compared and not enforced, and can be taken back', () => {
    const plan = planOf(1_200_000);
    const quarter = { months: [0, 1, 2] };
    const stated = done(plan, { kind: 'state', at: quarter, value: 240_000 });
    expect(stated.leaves).toEqual(plan.leaves);
    expect(allocation(stated)).toMatchObject({
      canPublish: false,
      statements: [{ at: quarter, stated: 240_000, planned: 300_000 }],
    });
    const met = done(stated, { kind: 'set', at: quarter, value: 240_000, policy: 'absorb' });
    expect(allocation(met)).toMatchObject({ canPublish: true, statements: [] });
    expect(done(stated, { kind: 'state', at: quarter, value: null }).stated).toEqual([]);
  });

  it('is the total of the year where everything is meant', () => {
    expect(allocation(done(planOf(1000), { kind: 'state', at: {}, value: 1500 }))).toMatchObject({
      total: 1500,
      unallocated: 500,
    });
  });
});

describe('months that are closed', () => {
  const plan = planOf(1_200_000);
  const sold = (value: number) => [{ person: 'p00', line: 'l00', month: 0, value }];

  it('become what was sold, also where they were locked, and stay so', () => {
    const locked = done(plan, { kind: 'lock', id: 'january', at: { months: [0] } });
    const next = done(locked, { kind: 'close', id: 'closed', months: 1, heldAt: sold(75_000), policy: 'keepYear' });
    expect([...monthSums(next.leaves)].slice(0, 2)).toEqual([75_000, 102_273]);
    expect(plannedTotal(next)).toBe(1_200_000);
    expect(next.locks.map(({ id }) => id)).toEqual(['january', 'closed']);
  });

  it('are refused when more was sold than the year asks for, and the year is to be kept', () => {
    const refused = replan(plan, [
      { kind: 'close', id: 'closed', months: 1, heldAt: sold(1_300_000), policy: 'keepYear' },
    ]);
    expect(refused).toMatchObject({ status: 'overCommitted', excess: 100_000, held: [{ id: 'closed' }] });
  });

  it('refuse what was sold in an open month, a factor below one and a year of thirteen months', () => {
    const close = (changes: object) => () =>
      replan(plan, [{ kind: 'close', id: 'closed', months: 1, heldAt: 'plan', policy: 'keepYear', ...changes }]);
    expect(close({ heldAt: [{ person: 'p00', line: 'l00', month: 5, value: 1 }] })).toThrow(/closed ones/);
    expect(close({ policy: { capUplift: 0.9 } })).toThrow(/1 or more/);
    expect(close({ months: 13 })).toThrow(/1 to 12/);
  });
});

import { allocation } from '@milepost/core/targets/allocation';
import { decompose } from '@milepost/core/targets/decompose';
import { plannedTotal } from '@milepost/core/targets/plan';
import { describe, expect, it } from 'vitest';
import { readAmount, readPasted } from '../i18n/read-amount.ts';
import { gridCells } from './grid-cells.ts';
import { doStep, editsOf, newDraft, planOf, redo, undo } from './grid-draft.ts';
import { gridColumns, gridRows } from './grid-rows.ts';

const made = decompose({
  total: 120_000,
  persons: [
    { id: 'ann', weight: 1 },
    { id: 'ben', weight: 1 },
    { id: 'oda', weight: 1 },
  ],
  lines: [
    { id: 'Pumps', weight: 2 },
    { id: 'Valves', weight: 1 },
  ],
  segments: [{ id: 'Food', weight: 1 }],
  monthShares: new Array<number>(12).fill(1),
});
if (made.status !== 'ok') throw new Error(made.status);
const { plan } = made;
const named = {
  people: [
    { id: 'ann', name: 'Ann', teamId: 'east' },
    { id: 'ben', name: 'Ben', teamId: 'east' },
    { id: 'oda', name: 'Oda', teamId: null },
  ],
  teams: [{ id: 'east', name: 'East', parentId: null }],
};

describe('the grid', () => {
  it('shows people under their team, and those without one at the end', () => {
    expect(gridRows(plan, named, 'people').map(({ name, depth }) => [name, depth])).toEqual([
      [null, 0],
      ['East', 1],
      ['Ann', 2],
      ['Ben', 2],
      ['Oda', 1],
    ]);
    expect(gridRows(plan, named, 'lines').map(({ name }) => name)).toEqual([null, 'Pumps', 'Valves']);
    expect(gridRows(plan, named, 'segments')).toHaveLength(2);
  });
  it('a team is the sum of its people in every column', () => {
    const rows = gridRows(plan, named, 'people');
    const cells = gridCells(plan, plan, rows, new Map());
    for (const column of gridColumns.keys()) {
      const value = (at: number) => cells.get(rows[at]?.key ?? '')?.[column]?.value ?? Number.NaN;
      expect(value(1)).toBe(value(2) + value(3));
      expect(value(0)).toBe(value(1) + value(4));
    }
  });
  it('draws again only the rows that an edit changed, and knows what is changed and locked', () => {
    const rows = gridRows(plan, named, 'people');
    const before = gridCells(plan, plan, rows, new Map());
    const step = doStep(newDraft(plan), [
      { kind: 'lock', id: 'q1', at: { persons: ['oda'], months: [0, 1, 2] } },
      { kind: 'set', at: { persons: ['ann'], months: [5] }, value: 9 },
    ]);
    if (step.status !== 'ok') throw new Error('refused');
    const after = gridCells(planOf(step.draft), plan, rows, before);
    const drawn = rows.filter(({ key }) => after.get(key) !== before.get(key)).map(({ name }) => name);
    expect(drawn).toEqual([null, 'East', 'Ann', 'Oda']);
    const cellOf = (key: string, column: string) =>
      after.get(key)?.[gridColumns.findIndex((one) => one.key === column)];
    expect(cellOf('person ann', 'm5')).toEqual({ value: 9, isLocked: false, isChanged: true });
    expect(cellOf('person ann', 'm4')).toMatchObject({ isChanged: false });
    expect(cellOf('person oda', 'q1')).toMatchObject({ isLocked: true, isChanged: false });
    expect(cellOf('person oda', 'year')).toMatchObject({ isLocked: false });
  });
  it('undoes and redoes a gesture as one, and tells over-allocation', () => {
    const step = doStep(newDraft(plan), [{ kind: 'set', at: { persons: ['ann'] }, value: 50_000 }]);
    if (step.status !== 'ok') throw new Error('refused');
    expect(allocation(planOf(step.draft)).overAllocated).toBe(10_000);
    expect(editsOf(step.draft)).toHaveLength(1);
    expect(plannedTotal(planOf(undo(step.draft)))).toBe(120_000);
    expect(plannedTotal(planOf(redo(undo(step.draft))))).toBe(130_000);
  });
  it('names the locks that leave no room, and changes nothing', () => {
    const locked = doStep(newDraft(plan), [{ kind: 'lock', id: 'all', at: {} }]);
    if (locked.status !== 'ok') throw new Error('refused');
    expect(doStep(locked.draft, [{ kind: 'set', at: { persons: ['ann'] }, value: 1 }])).toMatchObject({
      status: 'overCommitted',
      locks: ['all'],
    });
  });
});

describe('an amount', () => {
  const point = { decimalMark: '.', exponent: 2 } as const;
  it.each([
    ['83,333.34', 8_333_334],
    ['1 200', 120_000],
    ['2.5k', 250_000],
    ['3m', 300_000_000],
    ['1.2万', 1_200_000],
    ['-5', -500],
    ['€ 10', 1000],
  ])('%s is read', (text, minor) => {
    expect(readAmount(text, point)).toBe(minor);
  });
  it('follows the decimal mark of the organisation', () => {
    expect(readAmount('83.333,34', { decimalMark: ',', exponent: 2 })).toBe(8_333_334);
  });
  it.each(['', 'test', '1.2.3', '1test', '--5'])('%j is none, and is not made 0', (text) => {
    expect(readAmount(text, point)).toBeNull();
  });
  it('a block from a spreadsheet keeps its shape', () => {
    expect(readPasted('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});

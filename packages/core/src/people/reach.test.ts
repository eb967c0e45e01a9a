import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makesLoop, reachOf, teamsBelow } from './reach.ts';

const teams = [
  { id: 'sales', parentId: null, managerId: 'vera' },
  { id: 'east', parentId: 'sales', managerId: 'max' },
  { id: 'west', parentId: 'sales', managerId: 'nora' },
];
const persons = [
  { id: 'vera', teamId: null },
  { id: 'max', teamId: 'sales' },
  { id: 'nora', teamId: 'sales' },
  { id: 'ann', teamId: 'east' },
  { id: 'bob', teamId: 'west' },
  { id: 'zoe', teamId: null },
];

describe('reach', () => {
  it('of a rep is the rep alone', () => {
    expect(reachOf('ann', 'rep', { teams, persons })).toEqual(['ann']);
  });
  it('of a manager is the own team and everything below', () => {
    expect(new Set(reachOf('vera', 'manager', { teams, persons }))).toEqual(
      new Set(['vera', 'max', 'nora', 'ann', 'bob']),
    );
    expect(new Set(reachOf('max', 'manager', { teams, persons }))).toEqual(new Set(['max', 'ann']));
  });
  it('of a manager without a team is the manager alone', () => {
    expect(reachOf('zoe', 'manager', { teams, persons })).toEqual(['zoe']);
  });
  it('a team may not be put below itself or below its own descendants', () => {
    expect(makesLoop('sales', 'east', teams)).toBe(true);
    expect(makesLoop('east', 'east', teams)).toBe(true);
    expect(makesLoop('east', 'west', teams)).toBe(false);
    expect(makesLoop('east', null, teams)).toBe(false);
  });
  it('ends even where stored data hold a loop', () => {
    const node = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      parentId: fc.constantFrom('a', 'b', 'c', 'd'),
      managerId: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(node), (loops) => {
        expect(teamsBelow(['a'], loops).has('a')).toBe(true);
      }),
    );
  });
});

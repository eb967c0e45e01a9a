import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetScope, lineOf } from './line-of.ts';

const line = (id: string, more: Partial<BudgetScope> = {}): BudgetScope => ({
  id,
  category: 'fairs',
  teamId: null,
  campaign: null,
  accountId: null,
  ...more,
});
const spend = { category: 'fairs', teams: ['east', 'sales'], campaign: 'spring', accountId: 'a1' };

describe('the line a claim is spent from', () => {
  it('is the one that names most of what the claim is of', () => {
    const lines = [line('all'), line('sales', { teamId: 'sales' }), line('east', { teamId: 'east' })];
    expect(lineOf(spend, lines)?.id).toBe('east');
    expect(lineOf(spend, [...lines, line('spring', { campaign: 'spring' })])?.id).toBe('spring');
    expect(lineOf(spend, [...lines, line('autumn', { campaign: 'autumn' })])?.id).toBe('east');
    expect(lineOf({ ...spend, teams: ['west', 'sales'] }, lines)?.id).toBe('sales');
    expect(lineOf({ ...spend, category: 'meals' }, lines)).toBeNull();
  });

  it('by law does not depend on the order of the lines', () => {
    const some = fc.array(
      fc.record({
        teamId: fc.constantFrom(null, 'east', 'sales', 'west'),
        campaign: fc.constantFrom(null, 'spring', 'autumn'),
        accountId: fc.constantFrom(null, 'a1', 'a2'),
      }),
    );
    fc.assert(
      fc.property(some, (scopes) => {
        const lines = scopes.map((scope, at) => line(`l${at}`, scope));
        expect(lineOf(spend, lines.toReversed())).toEqual(lineOf(spend, lines));
      }),
    );
  });
});

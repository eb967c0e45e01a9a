import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnOf, decideExpense, expenseDeeds, expenseStatuses, isEditable } from './decide.ts';

describe('a decision on a claim', () => {
  it('goes from draft over submitted and approved to reimbursed', () => {
    expect(decideExpense('submit', { status: 'draft', standing: 'claimant' })).toEqual({
      status: 'ok',
      to: 'submitted',
    });
    expect(decideExpense('approve', { status: 'submitted', standing: 'above' })).toEqual({
      status: 'ok',
      to: 'approved',
    });
    expect(decideExpense('reimburse', { status: 'approved', standing: 'above' })).toEqual({
      status: 'ok',
      to: 'reimbursed',
    });
    expect(decideExpense('reimburse', { status: 'submitted', standing: 'above' })).toEqual({ status: 'otherStatus' });
  });

  it('is never made by the claimant, and a claim is never handed in by another', () => {
    expect(decideExpense('approve', { status: 'submitted', standing: 'claimant' })).toEqual({ status: 'ownClaim' });
    expect(decideExpense('submit', { status: 'draft', standing: 'above' })).toEqual({ status: 'notTheirs' });
    expect(decideExpense('approve', { status: 'submitted', standing: 'other' })).toEqual({ status: 'notTheirs' });
  });

  it('by law never makes spend out of what the claimant did alone, and spend is never edited', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...expenseDeeds)), (deeds) => {
        const end = deeds.reduce<(typeof expenseStatuses)[number]>((status, deed) => {
          const made = decideExpense(deed, { status, standing: 'claimant' });
          return made.status === 'ok' ? made.to : status;
        }, 'draft');
        expect(burnOf(end)).not.toBe('approved');
      }),
    );
    for (const status of expenseStatuses) expect(isEditable(status) && burnOf(status) !== null).toBe(false);
  });
});

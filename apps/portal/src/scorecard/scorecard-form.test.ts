import { describe, expect, it } from 'vitest';
import { formOf, missingOf, newScorecard, patchOf } from './scorecard-form.ts';

const first = () => formOf(null, { from: '2026-01-01', name: 'Reps 2026' });

describe('the form of a scorecard', () => {
  it('begins for all reps, and says what is missing to 100 %', () => {
    const form = first();
    expect([form.whose, form.cap, missingOf(form, '.')]).toEqual(['role rep', '120', 10_000]);
    Object.assign(form.weights, { revenue: '60', collected: '27.5' });
    expect(missingOf(form, '.')).toBe(1250);
    expect(patchOf(form, '.')).toBeNull();
    form.weights.marketCoverage = '12.5';
    expect(patchOf(form, '.')).toMatchObject({ capRatio: 1.2, validTo: null });
    expect(patchOf(form, '.')?.parts).toEqual([
      { measure: 'revenue', weightBp: 6000 },
      { measure: 'collected', weightBp: 2750 },
      { measure: 'marketCoverage', weightBp: 1250 },
    ]);
  });

  it('is not ready while a weight cannot be read, nor ends before it begins', () => {
    const form = first();
    form.weights.revenue = 'all of it';
    expect(missingOf(form, '.')).toBeNull();
    form.weights.revenue = '100';
    expect(patchOf({ ...form, validTo: '2025-12-31' }, '.')).toBeNull();
    expect(patchOf({ ...form, validTo: '2026-12-31' }, '.')).not.toBeNull();
  });

  it('is sent for a role or for a person, never for both', () => {
    const form = first();
    form.weights.revenue = '100';
    const patch = patchOf(form, '.');
    expect(patch && newScorecard(form, patch, 'id')).toMatchObject({ role: 'rep', personId: null });
    expect(patch && newScorecard({ ...form, whose: 'person ann' }, patch, 'id')).toMatchObject({
      role: null,
      personId: 'ann',
    });
  });
});

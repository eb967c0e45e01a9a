import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountStatuses, statusOf } from './life-cycle.ts';

const at = (day: string, hour = 9) => ({ day, at: `${day}T${String(hour).padStart(2, '0')}:00:00.000Z` });
const said = (status: 'potential' | 'interested' | 'lost' | 'customer', day: string, hour = 9) => ({
  status,
  enteredOn: day,
  at: at(day, hour).at,
});

describe('where an account stands', () => {
  it('is potential until somebody says otherwise or it buys', () => {
    expect(statusOf([], [])).toEqual({ status: 'potential', since: null, by: 'nobody' });
    expect(statusOf([said('interested', '2026-03-01')], [])).toMatchObject({ status: 'interested', by: 'said' });
  });

  it('is customer since its first sale', () => {
    expect(statusOf([said('interested', '2026-01-05')], [at('2026-03-02'), at('2026-02-10')])).toEqual({
      status: 'customer',
      since: '2026-02-10',
      by: 'sale',
    });
  });

  it('stays lost when an old sale is entered or corrected, and is won back by a new one', () => {
    const lost = said('lost', '2026-03-01');
    expect(statusOf([lost], [at('2026-02-10', 23)]).status).toBe('lost');
    expect(statusOf([lost], [at('2026-03-01', 8)]).status).toBe('lost');
    expect(statusOf([lost], [at('2026-03-01', 10)]).status).toBe('customer');
  });

  it('is what was said before when the sale that made it a customer is taken out of the books', () => {
    expect(statusOf([said('interested', '2026-01-05')], []).status).toBe('interested');
  });

  it('does not hang on the order in which facts are told', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-03-0${n}`);
    const word = fc
      .tuple(fc.constantFrom(...accountStatuses), day, fc.integer({ min: 0, max: 23 }))
      .map(([status, on, hour]) => ({ status, enteredOn: on, at: at(on, hour).at }));
    const sale = fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([on, hour]) => at(on, hour));
    const words = fc.uniqueArray(word, { selector: (one) => one.at });
    fc.assert(
      fc.property(words, fc.array(sale), (all, sales) => {
        expect(statusOf(all.toReversed(), sales.toReversed())).toEqual(statusOf(all, sales));
      }),
    );
  });
});

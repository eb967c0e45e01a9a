import fc from 'fast-check';
import type { TerritoryAccount, TerritoryPerson } from './territory.ts';

/** A team of two to five and a dozen accounts of theirs, some locked, some nobody's, some that need a language. */
export const territories: fc.Arbitrary<{ accounts: TerritoryAccount[]; people: TerritoryPerson[] }> = fc
  .integer({ min: 2, max: 5 })
  .chain((count) =>
    fc.record({
      people: fc.array(
        fc.record({
          capacity: fc.oneof(
            { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
            { weight: 1, arbitrary: fc.constant(0) },
          ),
          skills: fc.subarray(['zh', 'en']),
        }),
        { minLength: count, maxLength: count },
      ),
      accounts: fc.array(
        fc.record({
          load: fc.integer({ min: 0, max: 20 }),
          margin: fc.option(fc.integer({ min: 0, max: 1000 })),
          owner: fc.integer({ min: -1, max: count - 1 }),
          isLocked: fc.boolean(),
          needs: fc.subarray(['zh', 'en'], { maxLength: 1 }),
        }),
        { maxLength: 12 },
      ),
    }),
  )
  .map(({ people, accounts }) => ({
    people: people.map((one, place) => ({ id: `p${place}`, ...one })),
    accounts: accounts.map(({ owner, isLocked, ...one }, place) => ({
      id: `a${place}`,
      ...one,
      ownerId: owner === -1 ? null : `p${owner}`,
      isLocked: isLocked && owner !== -1,
    })),
  }));

export const prices = fc.record({
  move: fc.double({ min: 0, max: 3, noNaN: true }),
  mismatch: fc.double({ min: 0, max: 3, noNaN: true }),
});

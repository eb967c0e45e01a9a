import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skipReasons } from './file-mail.ts';
import { countsOf, type MailStanding, mailboxStateOf, mostAttempts, uidsToFetch } from './sync-state.ts';

const one = (uid: number, more: Partial<MailStanding> = {}): MailStanding => ({
  ...{ uid, state: 'stored', reason: null, attempts: 1, isLeftOut: false },
  ...more,
});
const standings = fc.uniqueArray(
  fc.record({
    uid: fc.integer({ min: 1, max: 40 }),
    state: fc.constantFrom('stored', 'known', 'skipped'),
    reason: fc.constantFrom(...skipReasons),
    attempts: fc.integer({ min: 1, max: 12 }),
    isLeftOut: fc.boolean(),
  }) as fc.Arbitrary<MailStanding>,
  { selector: ({ uid }) => uid },
);

describe('what is fetched', () => {
  it('is what nobody has seen, and what may go well this time', () => {
    const standing = [
      one(1),
      one(2, { state: 'skipped', reason: 'not-fetched' }),
      one(3, { state: 'skipped', reason: 'nobody-known' }),
      one(4, { state: 'known' }),
      one(5, { state: 'skipped', reason: 'not-stored', attempts: mostAttempts }),
    ];
    expect(uidsToFetch([7, 1, 2, 3, 4, 5, 6, 7], standing, { isAsked: false })).toEqual([2, 6, 7]);
  });

  it('is everything that is missing when a person asks, but for what is left out', () => {
    const standing = [
      one(1),
      one(2, { state: 'skipped', reason: 'nobody-known' }),
      one(3, { state: 'skipped', reason: 'nobody-known', isLeftOut: true }),
    ];
    expect(uidsToFetch([1, 2, 3], standing, { isAsked: true })).toEqual([2]);
  });

  it('is never what is stored, and always in the folder', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), standings, fc.boolean(), (offered, standing, isAsked) => {
        const fetched = uidsToFetch(offered, standing, { isAsked });
        const stored = new Set(standing.filter(({ state }) => state !== 'skipped').map(({ uid }) => uid));
        return fetched.every((uid) => offered.includes(uid) && !stored.has(uid));
      }),
    );
  });
});

describe('how a mailbox is', () => {
  it('counts every mail once', () => {
    fc.assert(
      fc.property(standings, fc.nat(50), (standing, waiting) => {
        const { seen, stored, known, skipped, leftOut } = countsOf(standing, waiting);
        return seen === stored + known + skipped + leftOut + waiting;
      }),
    );
  });

  const counts = { skipped: 0, waiting: 0 };
  const synced = { isEnabled: true, syncedAt: '2026-03-16T09:00:00.000Z', error: null, counts };
  it.each([
    ['well', synced],
    ['degraded', { ...synced, counts: { skipped: 1, waiting: 0 } }],
    ['degraded', { ...synced, counts: { skipped: 0, waiting: 1 } }],
    ['unreachable', { ...synced, error: 'refused' }],
    ['new', { ...synced, syncedAt: null }],
    ['off', { ...synced, isEnabled: false, error: 'refused' }],
  ])('is %s and says so', (state, mailbox) => {
    expect(mailboxStateOf(mailbox)).toBe(state);
  });
});

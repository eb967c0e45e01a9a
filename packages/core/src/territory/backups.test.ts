import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackedAccount, backups, type Substitute } from './backups.ts';

const team = (count: number, spare = 40): Substitute[] =>
  Array.from({ length: count }, (_, place) => ({ id: `p${place}`, spare }));
const hoursEach = (owners: readonly string[], each: number): BackedAccount[] =>
  owners.flatMap((ownerId) => Array.from({ length: each }, (_, n) => ({ id: `${ownerId}-${n}`, load: 1, ownerId })));
const handed = (accounts: readonly BackedAccount[], found: ReadonlyMap<string, string>) => {
  const loads = new Map<string, number>();
  for (const { id, ownerId, load } of accounts) {
    const to = found.get(id);
    if (to) loads.set(`${ownerId}>${to}`, (loads.get(`${ownerId}>${to}`) ?? 0) + load);
  }
  return loads;
};
const cases = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    people: fc
      .array(fc.record({ spare: fc.integer({ min: 0, max: 30 }), skills: fc.subarray(['zh']) }), {
        minLength: count,
        maxLength: count,
      })
      .map((some) => some.map((one, place) => ({ id: `p${place}`, ...one }))),
    accounts: fc
      .array(
        fc.record({
          load: fc.integer({ min: 0, max: 9 }),
          owner: fc.integer({ min: 0, max: count - 1 }),
          needs: fc.subarray(['zh']),
          group: fc.constantFrom('north', 'south'),
        }),
        { maxLength: 14 },
      )
      .map((some) => some.map(({ owner, ...one }, place) => ({ id: `a${place}`, ownerId: `p${owner}`, ...one }))),
  }),
);

describe('backups', () => {
  it('of four with 12 hours each hand 4 hours to three colleagues, not 12 to one', () => {
    const accounts = hoursEach(['p0', 'p1', 'p2', 'p3'], 12);
    const found = backups(accounts, team(4));
    expect([...handed(accounts, found.backups).values()]).toEqual(Array.from({ length: 12 }, () => 4));
    expect(found.worst).toBe(4 / 40);
  });

  it('are named as missing where somebody is alone, or nobody else has what an account needs', () => {
    const alone = backups(hoursEach(['p0'], 2), team(1));
    expect(alone.without).toEqual([
      { accountId: 'p0-0', reason: 'nobody-else' },
      { accountId: 'p0-1', reason: 'nobody-else' },
    ]);
    const zh = [{ id: 'a', load: 1, ownerId: 'p0', needs: ['zh'] }];
    expect(backups(zh, team(2)).without).toEqual([{ accountId: 'a', reason: 'nobody-qualified' }]);
  });

  it('of a group are as few as the worst absence allows', () => {
    const grouped = (group: string) => hoursEach(['p0'], 2).map((one) => ({ ...one, id: `${group}${one.id}`, group }));
    const found = backups([...grouped('n'), ...grouped('s')], team(3));
    expect(found.worst).toBe(2 / 40);
    for (const group of ['n', 's'])
      expect(new Set([...found.backups].filter(([id]) => id.startsWith(group)).map(([, to]) => to)).size).toBe(1);
  });

  it('ask people without anything to spare only when nobody else can', () => {
    const [one] = hoursEach(['p0'], 1) as [BackedAccount];
    const people = [
      { id: 'p0', spare: 9 },
      { id: 'p1', spare: 0 },
      { id: 'p2', spare: 1 },
    ];
    expect(backups([one], people)).toMatchObject({ worst: 1 });
    expect(backups([one], people.slice(0, 2))).toMatchObject({ worst: null, backups: new Map([[one.id, 'p1']]) });
  });

  it('say how bad the worst absence is once groups are drawn together', () => {
    const people = [27, 0, 0, 26, 0].map((spare, at) => ({ id: `p${at}`, spare }));
    const account = (id: string, load: number, group: string) => ({ id, ownerId: 'p1', load, needs: [], group });
    const accounts = [account('a0', 9, 'north'), account('a1', 2, 'south'), account('a3', 8, 'south')];
    const found = backups([...accounts, { ...account('a2', 0, 'north'), ownerId: 'p0' }], people);
    const loads = handed(accounts, found.backups);
    expect(found.worst).toBe(Math.max(...[...loads].map(([pair, load]) => load / (pair.endsWith('p0') ? 27 : 26))));
  });

  it('refuse an id used twice', () => {
    const [one] = hoursEach(['p0'], 1) as [BackedAccount];
    expect(() => backups([one, one], team(2))).toThrow(RangeError);
  });

  it('are never the owner, always qualified, hand on all of the load, and say truly how bad the worst absence is', () => {
    fc.assert(
      fc.property(cases, ({ accounts, people }) => {
        const found = backups(accounts, people);
        const byId = new Map(people.map((one) => [one.id, one]));
        for (const { id, ownerId, needs } of accounts) {
          const to = found.backups.get(id);
          expect(to !== undefined).toBe(!found.without.some(({ accountId }) => accountId === id));
          if (to === undefined) continue;
          expect(to).not.toBe(ownerId);
          expect(needs.every((need) => byId.get(to)?.skills.includes(need as 'zh'))).toBe(true);
        }
        const loads = handed(accounts, found.backups);
        const all = accounts.reduce((sum, { id, load }) => (found.backups.has(id) ? sum + load : sum), 0);
        expect([...loads.values()].reduce((sum, load) => sum + load, 0)).toBe(all);
        const worst = [...loads].map(
          ([pair, load]) => load / (byId.get(pair.split('>')[1] as string)?.spare as number),
        );
        const real = Math.max(0, ...worst.filter((one) => !Number.isNaN(one)));
        expect(found.worst ?? Number.POSITIVE_INFINITY).toBeCloseTo(real, 12);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { firstVisits, type Visit } from './first-visits.ts';
import { type MarketAccount, marketGrid } from './grid.ts';
import { type Prospect, proposeVisits } from './propose.ts';

const account = (id: string, segment: string | null, region: string | null, isCustomer = false): MarketAccount => ({
  id,
  segment,
  region,
  isCustomer,
});
const names = fc.constantFrom('Food', 'Water', null);
const accounts = fc.uniqueArray(fc.record({ id: fc.uuid(), segment: names, region: names, isCustomer: fc.boolean() }), {
  selector: ({ id }) => id,
  maxLength: 30,
});

describe('the grid of the market', () => {
  it('tells penetration and whitespace of each segment in each region, also where there is nobody', () => {
    const grid = marketGrid([
      account('a', 'Food', 'North', true),
      account('b', 'Food', 'North'),
      account('c', 'Food', 'North'),
      account('d', 'Water', 'South', true),
      account('e', null, 'South'),
    ]);
    expect(grid.segments).toEqual(['Food', 'Water', null]);
    expect(grid.regions).toEqual(['North', 'South']);
    expect(grid.cells[0]).toMatchObject({ accounts: 3, customers: 1, whitespace: 2, penetrationRatio: 1 / 3 });
    expect(grid.cells[1]).toMatchObject({ segment: 'Food', region: 'South', accounts: 0, penetrationRatio: null });
    expect(grid.total).toMatchObject({ accounts: 5, customers: 2, whitespace: 3, penetrationRatio: 0.4 });
  });

  it('by law cells, rows and columns each sum to the total', () => {
    fc.assert(
      fc.property(accounts, (some) => {
        const grid = marketGrid(some);
        for (const part of ['accounts', 'customers', 'whitespace'] as const)
          for (const cells of [grid.cells, grid.bySegment, grid.byRegion])
            expect(cells.reduce((sum, cell) => sum + cell[part], 0)).toBe(grid.total[part]);
      }),
    );
  });

  it('is refused for an account given twice', () => {
    expect(() => marketGrid([account('a', null, null), account('a', null, null)])).toThrow(RangeError);
  });
});

const visit = (id: string, day: string, segment: string | null, region: string | null = null): Visit => ({
  id,
  day: toDay(day),
  segment,
  region,
});

describe('first visits', () => {
  it('count a segment once, in the ISO week of its first visit', () => {
    const visits = [
      visit('2', '2026-01-05', 'Food'),
      visit('1', '2026-12-31', 'Water'),
      visit('3', '2026-01-12', 'Food'),
      visit('4', '2026-01-06', null),
    ];
    expect(firstVisits(visits, 'segment').map(({ visitId, week }) => [visitId, week])).toEqual([
      ['2', { year: 2026, week: 2 }],
      ['1', { year: 2026, week: 53 }],
    ]);
  });

  it('count a segment once in each region where that is asked for', () => {
    const visits = [visit('1', '2026-01-05', 'Food', 'North'), visit('2', '2026-01-06', 'Food', 'South')];
    expect(firstVisits(visits, 'segment')).toHaveLength(1);
    expect(firstVisits(visits, 'segment-region')).toHaveLength(2);
    expect(firstVisits([visit('1', '2026-01-05', 'Food')], 'segment-region')).toEqual([]);
  });
});

const prospect = (id: string, segment: string | null, potential: number | null, more: Partial<Prospect> = {}) => ({
  id,
  segment,
  region: null,
  potential,
  lastVisitOn: null,
  isPlanned: false,
  ...more,
});
const two = { by: 'segment', markets: 2, accountsEach: 2 } as const;

describe('whom to visit next week', () => {
  it('are the two segments of the largest potential that nobody visited yet', () => {
    const proposal = proposeVisits(
      [
        prospect('a', 'Food', 100),
        prospect('b', 'Water', 50),
        prospect('c', 'Water', 80),
        prospect('d', 'Pharma', 10),
        prospect('e', 'Old', 999, { lastVisitOn: 20_000 }),
      ],
      two,
    );
    expect(proposal).toMatchObject({ status: 'ok', newMarketsLeft: 3 });
    expect(
      proposal.status === 'ok' && proposal.markets.map(({ market, potential }) => [market.segment, potential]),
    ).toEqual([
      ['Water', 130],
      ['Food', 100],
    ]);
  });

  it('takes the median of its segment for an unknown potential, else that of everybody, and says so; 0 stays 0', () => {
    const some = [
      prospect('a', 'Food', 100),
      prospect('b', 'Food', 300),
      prospect('c', 'Food', 900),
      prospect('d', 'Food', null),
      prospect('e', 'Food', 0),
      prospect('f', 'Water', null),
    ];
    const proposal = proposeVisits(some, { ...two, accountsEach: 9 });
    const all = proposal.status === 'ok' ? proposal.markets.flatMap((market) => market.accounts) : [];
    expect(all.find(({ id }) => id === 'd')).toEqual({ id: 'd', potential: 100, potentialFrom: 'segment' });
    expect(all.find(({ id }) => id === 'f')).toEqual({ id: 'f', potential: 100, potentialFrom: 'all' });
    expect(all.find(({ id }) => id === 'e')).toEqual({ id: 'e', potential: 0, potentialFrom: 'own' });
    const unknown = proposeVisits([prospect('x', 'Food', null)], two);
    expect(unknown.status === 'ok' && unknown.markets[0]?.potential).toBeNull();
  });

  it('goes where nobody was for the longest time once every segment was visited', () => {
    const visited = [
      prospect('a', 'Food', 900, { lastVisitOn: 20_100 }),
      prospect('b', 'Water', 1, { lastVisitOn: 20_000 }),
      prospect('c', 'Water', 1),
    ];
    const proposal = proposeVisits(visited, { ...two, markets: 1 });
    expect(proposal).toMatchObject({ newMarketsLeft: 0, markets: [{ market: { segment: 'Water' }, isNew: false }] });
  });

  it('leaves out a segment whose visit is planned, and says when no account has a segment', () => {
    const planned = [
      prospect('a', 'Food', 1, { isPlanned: true }),
      prospect('b', 'Food', 2),
      prospect('c', 'Water', 1),
    ];
    const proposal = proposeVisits(planned, two);
    expect(proposal.status === 'ok' && proposal.markets.map(({ market }) => market.segment)).toEqual(['Water']);
    expect(proposeVisits([prospect('a', null, 1)], two)).toEqual({ status: 'insufficientData' });
    expect(() => proposeVisits([prospect('a', 'Food', -1)], two)).toThrow(RangeError);
  });

  it('by law does not depend on the order of the accounts', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        segment: names,
        region: names,
        potential: fc.option(fc.nat(1000)),
        lastVisitOn: fc.option(fc.integer({ min: 20_000, max: 20_010 })),
        isPlanned: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    fc.assert(
      fc.property(some, (prospects) => {
        const rule = { by: 'segment-region', markets: 3, accountsEach: 2 } as const;
        expect(proposeVisits(prospects.toReversed(), rule)).toEqual(proposeVisits(prospects, rule));
      }),
    );
  });
});

import { evaluate, isConstant, type Why } from '@milepost/core/explain/why';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { closeTestHouses, openTestHouse, type TestHouse } from '../../testing-house.ts';
import { postSales } from '../sales/posting-store.ts';

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** A year of sales: every month 1,000.00, December 9,000.00, so that the share of a month is a twentieth. */
const sellYear = ({ deps, operator }: TestHouse, ownerId: string, year: number) =>
  deps.transact(operator, (work) =>
    postSales(
      work,
      months.map((month) => ({
        id: uuidv7(),
        day: `${year}-${month}-03`,
        revenueMinor: month === '12' ? 900_000 : 100_000,
        currency: 'USD',
        ownerId,
        line: 'Pumps',
      })),
    ),
  );

describeEachDialect('seasonality (T1, P2)', (open) => {
  afterEach(closeTestHouses);

  it('is learnt from whole years, and projects the year from what is usually gone of it', async () => {
    const house = await openTestHouse(open, { now: '2026-04-01T09:00:00.000Z' });
    const { vera, ann, oda, deps, operator } = house;
    await sellYear(house, ann.id, 2025);
    await deps.transact(operator, (work) =>
      postSales(
        work,
        ['01', '02', '03'].map((month) => ({
          id: uuidv7(),
          day: `2026-${month}-05`,
          revenueMinor: 150_000,
          currency: 'USD',
          ownerId: ann.id,
          line: 'Pumps',
        })),
      ),
    );
    const ask = '/api/v1/seasonality?asOf=2026-03-31&priorYears=0';
    const { body: season } = await vera.call('GET', ask);
    expect(season).toMatchObject({
      asOf: '2026-03-31',
      fiscalYear: 2026,
      actual: 450_000,
      linear: { gone: 0.25, value: 1_800_000 },
      seasonal: { value: 3_000_000 },
      years: [{ fiscalYear: 2025, total: 2_000_000 }],
      leftOut: [
        { fiscalYear: 2023, reason: 'no-sales' },
        { fiscalYear: 2024, reason: 'no-sales' },
      ],
    });
    expect(season.shares[0]).toBeCloseTo(0.05, 12);
    expect(season.shares[11]).toBeCloseTo(0.45, 12);

    const values: Record<string, number> = {
      actual: season.actual,
      linear: season.linear.value,
      linearGone: season.linear.gone,
      seasonal: season.seasonal.value,
      seasonalGone: season.seasonal.gone,
      'share&month=11': season.shares[11],
      'yearShare&year=2025&month=0': season.years[0].shares[0],
    };
    for (const [figure, value] of Object.entries(values)) {
      const { status, body } = await vera.call<{ why: Why }>('GET', `${ask.replace('?', '/why?')}&figure=${figure}`);
      expect(status, figure).toBe(200);
      expect(evaluate(body.why), figure).toBe(value);
      expect(isConstant(body.why), figure).toBe(false);
    }

    // Another team's season is not hers to read, and without a past the working days stand in.
    const { body: hers } = await oda.call('GET', '/api/v1/seasonality');
    expect(hers).toMatchObject({ actual: 0, years: [] });
    expect(hers.shares).toHaveLength(12);
    expect((await oda.call('GET', '/api/v1/seasonality?priorYears=0')).body).toMatchObject({
      shares: null,
      seasonal: { gone: null, value: null },
    });
    expect((await oda.call('GET', '/api/v1/seasonality/why?priorYears=0&figure=seasonal')).status).toBe(404);
    expect((await vera.call('GET', '/api/v1/seasonality?years=99')).status).toBe(400);
  });
});

import { expect } from 'vitest';
import { uuidv7 } from '../../ids.ts';
import type { TestHouse } from '../../testing-house.ts';
import { postSales } from '../sales/posting-store.ts';

const line = (name: string, marginShare: number, hours: number, capThousands: number, isHigh: boolean) => ({
  line: name,
  role: isHigh ? 'high-margin' : 'traffic',
  marginShare,
  hoursPerThousand: hours,
  demandCapMinor: capThousands * 100_000,
  floorMinor: 0,
});
/** Rule 1's own example in US dollars: 2,500 hours for a target of a million. */
export const example = {
  name: 'Mix 2026',
  fiscalYear: 2026,
  lines: [
    line('Pumps', 0.45, 5, 300, true),
    line('Valves', 0.38, 4, 250, true),
    line('Hoses', 0.12, 1.5, 500, false),
    line('Seals', 0.08, 1, 400, false),
  ],
  targetMinor: 100_000_000,
  hours: 2500,
  highShare: 0.4,
  trafficShare: 0.3,
  pairings: [],
};

type Sold = [ownerId: string, day: string, productLine: string | null, revenueMinor: number, costMinor: number | null];
/** Sales of lines, into the books. */
export const sellLines = ({ deps, operator }: TestHouse, sales: readonly Sold[]) =>
  deps.transact(operator, (work) =>
    postSales(
      work,
      sales.map(([ownerId, day, productLine, revenueMinor, costMinor]) => ({
        id: uuidv7(),
        day,
        revenueMinor,
        costMinor,
        currency: 'USD',
        ownerId,
        line: productLine,
      })),
    ),
  );
/** Sets the example, with what is other than in it. Its id. */
export const setMix = async ({ vera }: TestHouse, more: Record<string, unknown> = {}): Promise<string> => {
  const id = uuidv7();
  expect((await vera.call('POST', '/api/v1/mix', { id, ...example, ...more })).status).toBe(201);
  return id;
};

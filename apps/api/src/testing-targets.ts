import { expect } from 'vitest';
import { uuidv7 } from './ids.ts';
import type { TestHouse } from './testing-house.ts';

/** A draft of 1,000,000.00 for 2026, even over months, Ann, Ben and Oda, two lines and two segments. Its id. */
export async function makeTarget(
  { vera, ann, ben, oda }: TestHouse,
  more: Record<string, unknown> = {},
): Promise<string> {
  const id = uuidv7();
  const weigh = (ids: string[]) => ids.map((one) => ({ id: one, weight: 1 }));
  const { status } = await vera.call('POST', '/api/v1/targets', {
    id,
    name: 'Revenue 2026',
    fiscalYear: 2026,
    totalMinor: 100_000_000,
    months: { kind: 'typed', shares: new Array<number>(12).fill(1) },
    persons: weigh([ann.id, ben.id, oda.id]),
    lines: weigh(['Pumps', 'Valves']),
    segments: weigh(['Food', 'Water']),
    ...more,
  });
  expect(status).toBe(201);
  return id;
}

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toIso } from '@milepost/core/calendar/civil-day';
import { describe, expect, it } from 'vitest';
import { StatedWrongly } from './options.ts';
import { judgePurchases } from './purchases.ts';

type Row = [customer: string, date: string, amount: string];

/** 120 customers who buy every 5 to 16 days for 100 days; of two in three it is the last anybody hears. */
const rows: Row[] = Array.from({ length: 120 }, (_, at) => at).flatMap((at) =>
  Array.from({ length: at % 3 === 0 ? 12 : 1 + (at % 4) }, (_, time): Row => {
    const day = 20_000 + (at % 20) + time * (5 + (at % 12));
    return [`c${at}`, toIso(day), '10'];
  }),
);

const file = async (lines: readonly Row[]): Promise<string> => {
  const path = join(await mkdtemp(join(tmpdir(), 'judge-')), 'purchases.csv');
  await writeFile(path, [['customer', 'date', 'amount'], ...lines].map((cells) => cells.join(',')).join('\n'));
  return path;
};
const ask = async (lines: readonly Row[], until = toIso(20_080)) =>
  judgePurchases(['--transactions', await file(lines), '--until', until, '--horizon', '30']) as Promise<
    Record<string, number>
  >;

describe('judge purchases', () => {
  it('expects about as many purchases as come, without looking ahead', async () => {
    const said = await ask(rows);
    expect(said['customers']).toBe(120);
    expect(said['actual']).toBeGreaterThan(0);
    expect(Math.abs((said['total'] ?? 0) / (said['actual'] ?? 1) - 1)).toBeLessThan(0.5);
    const blind = await ask(rows.filter(([, date]) => date <= toIso(20_080)));
    expect(blind['total']).toBe(said['total']);
    expect(blind['actual']).toBe(0);
  });

  it('counts a day once, and what was given back not at all', async () => {
    const said = await ask(rows);
    const back = rows.map(([customer, date]): Row => [customer, date, '-10']);
    expect(await ask([...rows, ...rows.slice(0, 50), ...back])).toEqual(said);
  });

  it('says what is missing', async () => {
    await expect(ask(rows.slice(0, 30))).rejects.toThrow(StatedWrongly);
    await expect(ask(rows, 'June')).rejects.toThrow('is no day');
  });
});

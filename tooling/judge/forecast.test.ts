import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeForecast } from './forecast.ts';

type Said = {
  method: string;
  forecast: number;
  low: number;
  high: number;
  candidates: { name: string; forecast: number; wape: number | null }[];
  backtest: { origins: number; wape: number | null; coverage: number | null };
};
const fileOf = async (lines: readonly string[]): Promise<string> => {
  const file = join(await mkdtemp(join(tmpdir(), 'judged-')), 'rows.csv');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
};
const two = (value: number): string => String(value).padStart(2, '0');
const months = Array.from({ length: 30 }, (_, at) => ({ year: 2020 + Math.floor(at / 12), month: (at % 12) + 1 }));
const judge = async (sales: string, ...more: string[]): Promise<Said> =>
  (await judgeForecast(['--sales', sales, '--asof', '2022-03-31', '--horizon', '91', ...more])) as Said;

describe('the judge of forecasts', () => {
  it('reads days and amounts however they are written, and says the same', async () => {
    const plain = months.flatMap(({ year, month }) =>
      [15, 20].map((day) => `${year}-${two(month)}-${two(day)},1500.5`),
    );
    const german = months.flatMap(({ year, month }) => [15, 20].map((day) => `${day}.${month}.${year};"1.500,50"`));
    const said = await judge(await fileOf(['date,amount', ...plain]));
    expect(Math.abs(said.forecast - 9003)).toBeLessThan(9);
    expect(said.backtest.origins).toBeGreaterThan(12);
    expect(said.candidates[0]).toMatchObject({ name: said.method, forecast: said.forecast });
    expect(await judge(await fileOf(['date;amount', ...german]))).toEqual(said);
  });

  it('does not know what closed after the day: another outcome changes nothing', async () => {
    const sales = await fileOf(['date,amount', ...months.map(({ year, month }) => `${year}-${two(month)}-15,3000`)]);
    const deal = (at: number, outcome: string, closed: string): string =>
      `d${at},${outcome},2021-${two((at % 12) + 1)}-01,${closed},100`;
    const past = Array.from({ length: 60 }, (_, at) => deal(at, at % 2 ? 'Closed Won' : '输单', '2022-02-15'));
    const open = Array.from({ length: 9 }, (_, at) => `o${at},Proposal,2022-01-05,,100`);
    const pipeline = (end: string) =>
      fileOf([
        'id,stage,created,closed,amount',
        ...past,
        ...open.map((line, at) => (at < 4 ? end.replace('o', `o${at}`) : line)),
      ]);
    const [won, lost] = await Promise.all([
      judge(sales, '--pipeline', await pipeline('o,Won,2022-01-05,2022-04-20,100')),
      judge(sales, '--pipeline', await pipeline('o,Lost,2022-01-05,2022-05-20,100')),
    ]);
    expect(won.candidates.map(({ name }) => name)).toContain('pipeline');
    expect(lost).toEqual(won);
  });

  it('refuses what it cannot read, and says why', async () => {
    const sales = await fileOf(['day,amount', '2022-01-01,5']);
    await expect(judge(sales)).rejects.toThrow(/no column "date"/);
    const mixed = await fileOf(['date,amount', '25/3/2021,5', '3/25/2021,5']);
    await expect(judge(mixed)).rejects.toThrow(/contradict/);
    const later = await fileOf(['date,amount', '2022-05-01,5']);
    await expect(judge(later)).rejects.toThrow(/Nothing was sold/);
    await expect(judgeForecast(['--sales', sales])).rejects.toThrow(/--asof, --horizon/);
  });
});

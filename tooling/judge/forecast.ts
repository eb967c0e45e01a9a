import type { Day } from '@milepost/core/calendar/civil-day';
import { forecastRevenue } from '@milepost/core/forecast/forecast-revenue';
import type { PipelineOpportunity } from '@milepost/core/forecast/pipeline-forecast';
import type { DaySale } from '@milepost/core/forecast/sales-history';
import { readOptions, StatedWrongly } from './options.ts';
import { columnOf, readTable, type Table } from './read-table.ts';
import { dayReader, numberReader } from './read-values.ts';

/**
 * `forecast --sales FILE [--pipeline FILE] --asof DAY --horizon DAYS`: what will be sold in the days after a day, from sales
 * (`date,amount`) and the pipeline (`id,stage,created,closed,amount`). Nothing after the day is looked at.
 */
export async function judgeForecast(args: readonly string[]): Promise<unknown> {
  const options = readOptions(args, ['sales', 'asof', 'horizon'], ['pipeline']);
  const horizon = Number(options.horizon);
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new StatedWrongly(`A horizon is a whole number of days above zero; got ${options.horizon}.`);
  const asOf = dayReader([options.asof])(options.asof);
  if (asOf === null) throw new StatedWrongly(`${options.asof} is no day.`);
  const sales = salesOf(await readTable(options.sales));
  const deals = options.pipeline === undefined ? [] : dealsOf(await readTable(options.pipeline));
  const said = forecastRevenue({ sales, deals, asOf, horizon });
  if (said.status !== 'ok') throw new StatedWrongly(`Nothing was sold by ${options.asof}.`);
  const { method, forecast, low, high, calibration, candidates, track, wape, coverage } = said;
  return {
    method,
    forecast: cents(forecast),
    low: cents(low),
    high: cents(high),
    interval: calibration.kind,
    candidates: candidates.map((one) => ({ ...one, forecast: cents(one.forecast) })),
    backtest: { origins: track.length, wape, coverage },
  };
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;

function salesOf(table: Table): DaySale[] {
  const [date, amount] = [columnOf(table, 'date'), columnOf(table, 'amount')];
  const dayOf = dayReader(table.rows.map((row) => row[date] ?? ''));
  const numberOf = numberReader(table.rows.map((row) => row[amount] ?? ''));
  return table.rows.flatMap((row) => {
    const [day, sold] = [dayOf(row[date] ?? ''), numberOf(row[amount] ?? '')];
    return day === null || sold === null ? [] : [{ day, amount: sold }];
  });
}

const isWonStage = (stage: string): boolean => /\b(?:closed[ -]?)?won\b|赢|成交|贏/iu.test(stage);
const isLostStage = (stage: string): boolean =>
  /\blost\b|\babandoned\b|\bdisqualified\b|输|輸|丢|流失|失败|失敗/iu.test(stage);

function dealsOf(table: Table): PipelineOpportunity[] {
  const at = (name: string): number => columnOf(table, name);
  const [id, stage, created, closed, amount] = [at('id'), at('stage'), at('created'), at('closed'), at('amount')];
  const cells = (column: number): string[] => table.rows.map((row) => row[column] ?? '');
  const dayOf = dayReader([...cells(created), ...cells(closed)]);
  const numberOf = numberReader(cells(amount));
  const read = table.rows.flatMap((row) => {
    const createdOn: Day | null = dayOf(row[created] ?? '');
    // Nobody knows since when it stands there, so it cannot be told whether it was there on a day.
    if (createdOn === null) return [];
    const word = row[stage] ?? '';
    const closedOn = dayOf(row[closed] ?? '');
    const ended = isWonStage(word) ? 'won' : isLostStage(word) ? 'lost' : 'open';
    const outcome: PipelineOpportunity['outcome'] = closedOn === null ? 'open' : ended;
    return [{ id: row[id] ?? '', createdOn, outcome, closedOn, amount: numberOf(row[amount] ?? '') }];
  });
  // Where open deals have no amounts, those of closed ones were written down when they closed.
  const open = read.filter(({ outcome }) => outcome === 'open');
  const isAmountKnownOpen = open.filter((deal) => (deal.amount ?? 0) > 0).length * 2 > open.length;
  return read.map((deal) => ({ ...deal, isAmountKnownOpen }));
}

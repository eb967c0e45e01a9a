import { isRate, normalRate } from '@milepost/core/money/rate';
import type { RateTable } from '../../../db/tables/money.ts';
import { dayOfRate, rateKey, rates, takeRates } from '../../money/store.ts';
import { fillRates } from '../../sales/fill-rates-store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { enterRecords } from '../store.ts';

type Read = Pick<RateTable, 'kind' | 'currency' | 'day' | 'rate'> & { source: string | null };

/** One rate as its row says it, null when the row was rejected. */
function readRate(run: ImportRun, row: ReadRecord): Read | null {
  const currency = run.text(row, 'currency')?.toUpperCase() ?? '';
  const day = run.text(row, 'day') ?? '';
  const rate = run.text(row, 'rate') ?? '';
  const kind = run.text(row, 'rateKind') === 'plan' ? 'plan' : 'day';
  const isForeign = /^[A-Z]{3}$/.test(currency) && currency !== run.work.actor.organisation.currency;
  if (!isForeign) run.reject(row, 'currency', currency, currency === '' ? 'missing' : 'other-currency');
  if (day === '') run.reject(row, 'day', day, 'missing');
  if (!isRate(rate))
    run.reject(row, 'rate', rate, rate.startsWith('-') || !/[1-9]/.test(rate) ? 'not-positive' : 'too-long');
  if (run.isRejected(row)) return null;
  return {
    kind,
    currency,
    day: dayOfRate(run.work.actor, { kind, day }),
    rate: normalRate(rate),
    source: run.text(row, 'source'),
  };
}

/** Exchange rates. One that stands already is changed; what waited for a rate of its day finds it. */
export async function writeRates(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { work } = run;
  await takeRates(work);
  const known = new Map<string, RateTable>();
  const keyOf = (rate: Read | RateTable) => `${rate.kind} ${rateKey(rate)}`;
  for await (const row of rates.each(work.db, work.actor, {})) known.set(keyOf(row), row);
  const seen = new Set<string>();
  const made: (Read & { id: string })[] = [];
  const days: string[] = [];
  for (const row of rows) {
    const read = readRate(run, row);
    if (!read) continue;
    if (seen.has(keyOf(read))) {
      run.reject(row, 'day', read.day, 'duplicate-in-file');
      continue;
    }
    seen.add(keyOf(read));
    if (read.kind === 'day') days.push(read.day);
    const before = known.get(keyOf(read));
    if (!before) {
      const id = work.newId();
      made.push({ ...read, id });
      run.created('rate', id);
      continue;
    }
    const said = { rate: read.rate, source: read.source ?? before.source };
    const after = await rates.update(work, before.id, before.version, said);
    if (after.version === before.version) run.counts.unchanged += 1;
    else
      run.updated('rate', before.id, { version: after.version, before: { rate: before.rate, source: before.source } });
  }
  await enterRecords<'rate'>(work, rates, made);
  await fillRates(work, days);
}

// What the overview costs an administrator of an organisation with 1,000,000 sales facts and 1,000,000 activities of three years, on
// SQLite and PostgreSQL: 30, 90 and 365 days, at the API without a network. The bar: 100 ms at the 95th percentile. Its floor is a bare
// query of the day facts that are shown. The same with a tenth of the records and as many days tells whether time grows with records.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThrowawayPostgres } from '@milepost/api/db/throwaway-postgres';
import { bareDayFacts, seedDashboards } from './dashboard-seed.ts';
import type { Figure, Run } from './figure.ts';
import { openBenchHouseAt } from './seed-organisation.ts';
import { takeTurns } from './take-turns.ts';

const bar = 100;
const asks = 60;

async function measure(
  databaseUrl: string,
  { kind, records }: { kind: string; records: number },
  report: (figure: Figure) => void,
): Promise<void> {
  const start = performance.now();
  const { cookie, orgId } = await seedDashboards(databaseUrl, records);
  const size = `${records.toLocaleString('en')} sales and as many activities`;
  report({ name: `seeding ${size} on ${kind}`, value: (performance.now() - start) / 1000, unit: 's' });
  const { app, deps, close } = await openBenchHouseAt(databaseUrl);
  for (const days of [30, 90, 365]) {
    const ask = async () => {
      const response = await app.request(`/api/v1/overview?days=${days}`, { headers: { cookie } });
      const text = await response.text();
      if (!response.ok) throw new Error(`The overview answered ${response.status}: ${text}`);
    };
    const times = await takeTurns({ real: ask, bare: () => bareDayFacts(deps.db, orgId, days) }, asks);
    const name = `overview of ${days} days on ${kind}, ${size}`;
    for (const part of ['median', 'p95'] as const)
      report({
        name: `${name}: ${part}, floor bare query of the day facts`,
        value: times.real[part],
        unit: 'ms',
        floor: times.bare[part],
      });
    report({ name: `${name}: p95 of the bar of ${bar} ms`, value: times.real.p95 / bar, unit: 'ratio' });
  }
  await close();
}

/** Measures both databases with all records, and with a tenth of them. */
export async function measureDashboards(records: number, report: (figure: Figure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    for (const some of [Math.round(records / 10), records]) {
      const file = join(folder, `${some}.db`);
      await measure(`sqlite:${file}`, { kind: 'SQLite', records: some }, report);
      rmSync(file, { force: true });
      const postgres = await startThrowawayPostgres();
      await measure(postgres.url, { kind: 'PostgreSQL', records: some }, report);
      await postgres.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `MILEPOST_BENCH_RECORDS` states another number of records; of `api` too, which makes do with few. */
export const recordsOr = (usual: number): number => Number(process.env['MILEPOST_BENCH_RECORDS'] ?? usual);

export const run: Run = (report) => measureDashboards(recordsOr(1_000_000), report);

import { createHash } from 'node:crypto';
import type { ImportReport } from '@milepost/contract/imports';
import { type RowIssue, readRow } from '@milepost/core/imports/read-row';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { byteChunks, type FileSource } from './file-source.ts';
import { ImportRun, type ReadRecord } from './import-run.ts';
import type { ImportKind } from './kinds.ts';
import { ownFieldsOf } from './own-fields.ts';
import { demandPlan, type FileToImport, ignoredOf, planImport } from './plan-import.ts';
import { imports } from './store.ts';
import { writers } from './writers/writers.ts';

export type ImportToRun = FileToImport & {
  acceptsLikely?: boolean;
  isDryRun?: boolean;
  /** Told how many of the file's rows have been read and written. */
  onProgress?: (progress: { done: number; total: number }) => void;
};

/** A dry run does everything and takes it back: what it would report is what an import reports. */
class DryRun extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('a dry run is taken back');
    this.report = report;
  }
}

const kindsOfAdmins: ReadonlySet<ImportKind> = new Set<ImportKind>(['people', 'rates']);

/** Managers and administrators import; people and exchange rates are brought in by administrators only. */
export function demandImporter(actor: Actor, kind: ImportKind): void {
  const isAllowed = actor.role === 'admin' || (actor.role === 'manager' && !kindsOfAdmins.has(kind));
  if (!isAllowed) throw new Failure('not-allowed');
}

async function sha256(source: FileSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of byteChunks(source)) hash.update(chunk);
  return hash.digest('hex');
}

const progressEvery = 1000;

/**
 * Imports a file in one transaction: all that can be read comes in, each row that cannot is reported with its column, value
 * and reason, and whatever interrupts it leaves nothing behind.
 * @throws Failure `file-unreadable`, `too-large`, `mapping-incomplete`, `import-needs-answer`, `not-allowed`
 */
export async function runImport(deps: Deps, actor: Actor, file: ImportToRun): Promise<ImportReport> {
  const { kind, fileName, options = {}, acceptsLikely = false, isDryRun = false, onProgress = () => {} } = file;
  demandImporter(actor, kind);
  const fields = await ownFieldsOf(deps.db, actor, kind);
  const planned = await planImport({ ...file, fields }, actor.organisation);
  const { plan } = demandPlan(planned);
  const { survey, table } = planned;
  const total = survey.rows * 2;
  const rows: ReadRecord[] = [];
  const unread: { line: number; issues: RowIssue[] }[] = [];
  let lines = 0;
  for await (const line of table.lines()) {
    if (line.kind !== 'row') continue;
    lines += 1;
    if (lines % progressEvery === 0) onProgress({ done: lines, total });
    for (const reading of readRow(plan, line.cells))
      if (reading.status === 'read')
        rows.push({ line: line.line, values: withLookups(reading.values, options.lookups) });
      else unread.push({ line: line.line, issues: [...reading.issues] });
  }
  const hash = await sha256(file.source);
  onProgress({ done: survey.rows, total });
  try {
    const report = await deps.transact(actor, async (work) => {
      await imports.take(work);
      const run = new ImportRun(work, {
        today: deps.clock.today(actor.organisation.timeZone),
        fileName,
        options,
        acceptsLikely,
        headers: headersByField(planned.columns),
        fields,
      });
      for (const { line, issues } of unread)
        for (const { column, value, reason } of issues) run.rejected.push({ row: line, column, value, reason });
      for (const broken of survey.broken)
        run.rejected.push({ row: broken.line, column: '', value: broken.text, reason: broken.because });
      await writers[kind](run, rows);
      const id = work.newId();
      const report: ImportReport = {
        id: isDryRun ? null : id,
        kind,
        isDryRun,
        rows: survey.rows,
        ...run.counts,
        likely: run.likely,
        rejected: run.rejected.toSorted((a, b) => a.row - b.row),
        rounded: run.rounded,
        ignored: ignoredOf(survey),
        notes: run.notes,
      };
      const records = await run.close(id);
      if (isDryRun) throw new DryRun(report);
      await imports.create(work, {
        id,
        kind,
        file_name: fileName,
        file_sha256: hash,
        state: 'done',
        started_at: work.at,
        finished_at: deps.clock.now(),
        report: imports.reportOf(report),
      });
      await imports.addRecords(work, records);
      work.changed({ subject: 'import', recordId: id, action: 'created', after: { kind, fileName, ...run.counts } });
      return report;
    });
    onProgress({ done: total, total });
    return report;
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

const headersByField = (columns: readonly { header: string; field: string | null }[]): Map<string, string> => {
  const headers = new Map<string, string>();
  for (const { header, field } of columns) if (field !== null && !headers.has(field)) headers.set(field, header);
  return headers;
};

/** Texts of the source replaced by what they mean, field by field. */
function withLookups(
  values: ReadRecord['values'],
  lookups: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined,
): ReadRecord['values'] {
  if (!lookups) return values;
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const table = lookups[field] ?? {};
      const meant = typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
      return [field, meant ?? value];
    }),
  );
}

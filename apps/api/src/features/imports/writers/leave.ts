import type { LeaveTable } from '../../../db/tables/planning.ts';
import { conflictOf } from '../../leave/overlap-store.ts';
import { leaves } from '../../leave/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { saying } from '../record-writer.ts';

const blank = { kind: 'other', half_days: 'none', note: null } as const;

/** Leave of people in reach, known again by person and first day. A row that overlaps another leave stays out, and says so. */
export async function writeLeave(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { work } = run;
  const known = new Map<string, LeaveTable>();
  for await (const row of leaves.each(work.db, work.actor, {})) known.set(`${row.person_id}\n${row.from_day}`, row);
  const touched = new Set<string>();
  for (const row of rows) {
    const owner = await run.owner(row);
    const from = run.text(row, 'from');
    if (run.isRejected(row) || owner.id === null || from === null) continue;
    const key = `${owner.id}\n${from}`;
    if (touched.has(key)) {
      run.reject(row, 'from', from, 'duplicate-in-file');
      continue;
    }
    const before = known.get(key);
    const said = saying({
      to_day: run.text(row, 'to') ?? (before ? null : from),
      kind: run.text(row, 'leaveKind'),
      half_days: run.text(row, 'halfDays'),
      note: run.text(row, 'notes'),
    });
    const after = { ...blank, ...before, ...said, person_id: owner.id, from_day: from } as LeaveTable;
    const conflict = await conflictOf(work, after, before?.id ?? null);
    if (conflict !== null) {
      run.reject(
        row,
        conflict.reason === 'overlaps' || conflict.reason === 'covers' ? 'from' : 'to',
        after.to_day,
        conflict.reason,
      );
      continue;
    }
    touched.add(key);
    await save(run, after, before, said);
  }
}

async function save(
  run: ImportRun,
  after: LeaveTable,
  before: LeaveTable | undefined,
  said: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!before) {
    const { row } = await leaves.create(run.work, { ...after, id: run.work.newId() });
    run.created('leave', row.id);
    return;
  }
  const was = before as unknown as Record<string, unknown>;
  const changed = Object.keys(said).filter((column) => said[column] !== was[column]);
  if (changed.length === 0) {
    run.counts.unchanged += 1;
    return;
  }
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((column) => [column, from[column] ?? null]));
  const { version } = await leaves.update(run.work, before.id, before.version, pick(said) as Partial<LeaveTable>);
  run.updated('leave', before.id, { version, before: pick(was) });
}

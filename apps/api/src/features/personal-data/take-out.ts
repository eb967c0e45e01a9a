import type { DataSubject, PersonalData } from '@milepost/contract/personal-data';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { linkedRows, rowsWithTrace } from './trace-store.ts';
import { tracesOf } from './traces.ts';
import { whoItIs } from './who-it-is.ts';

/** Whose work it is, and not about whom it is: of such rows the number is told. */
const ofWork = new Set([
  'owner_id',
  'backup_id',
  'actor_id',
  'manager_id',
  'answerable_id',
  'by_id',
  'decided_by',
  'reimbursed_by',
  'done_by_id',
  'assessor_id',
  'signed_by_id',
  'observer_id',
  'host_id',
  'chair_id',
]);
const secret = /_hash$|^(secret|former)$/;

/** Everything about somebody: their own rows, the rows that are about them, and those in which their addresses stand. */
export async function takeOut(
  { db, clock }: Deps,
  actor: Actor,
  subject: DataSubject,
  id: string,
): Promise<PersonalData> {
  const { own, ids, tables } = await whoItIs(db, actor, subject, id);
  const traces = tracesOf(own.map(({ row }) => row));
  const rows: Record<string, Record<string, unknown>[]> = {};
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const about = table.links.filter((column) => !ofWork.has(column));
    const found = [
      ...(await linkedRows(db, actor.orgId, { table, ids, by: about })),
      ...(await rowsWithTrace(db, actor.orgId, { table, traces: traces.everywhere })),
    ];
    const unique = [...new Map(found.map((row) => [JSON.stringify(row), row])).values()];
    if (unique.length > 0)
      rows[table.name] = unique.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !secret.test(name))),
      );
    const worked = table.links.filter((column) => ofWork.has(column));
    const count = (await linkedRows(db, actor.orgId, { table, ids, by: worked })).length;
    if (count > 0) counts[table.name] = count;
  }
  return { subject, id, at: clock.now(), rows, counts };
}

import type { ImportReport } from '@milepost/contract/imports';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { ImportTable } from '../../db/tables/imports.ts';
import { Failure } from '../../http/failure.ts';
import { imports } from './store.ts';

/** Whose imports somebody sees: an administrator everybody's, a manager their own. */
export const seesImport = (actor: Actor, row: ImportTable): boolean =>
  actor.role === 'admin' || (actor.role === 'manager' && row.actor_id === actor.personId);

/** An import in sight. @throws Failure `not-found` */
export async function findImport(db: Db, actor: Actor, id: string): Promise<ImportTable> {
  const row = await imports.find(db, actor.orgId, id);
  if (!row || !seesImport(actor, row)) throw new Failure('not-found');
  return row;
}

export const reportOf = (row: ImportTable): ImportReport => fromJson<ImportReport>(row.report);

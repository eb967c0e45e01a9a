import type { RegroupingView, TerritoryAsked } from '@milepost/contract/territory';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { RegroupingTable } from '../../db/tables/hand-over.ts';

export async function regroupingViews(
  db: Db,
  actor: Actor,
  rows: readonly RegroupingTable[],
): Promise<RegroupingView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.owner_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    by: nameOf(names.person, row.owner_id),
    balance: fromJson<TerritoryAsked>(row.asked).balance,
    accounts: fromJson<unknown[]>(row.moves).length,
    ...fromJson<Pick<RegroupingView, 'imbalanceBefore' | 'imbalanceAfter' | 'marginDisturbed'>>(row.outcome),
    undoneAt: row.undone_at,
  }));
}

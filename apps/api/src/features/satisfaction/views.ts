import type { SatisfactionView } from '@milepost/contract/satisfaction';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { SatisfactionTable } from '../../db/tables/satisfaction.ts';

export async function satisfactionViews(
  db: Db,
  actor: Actor,
  rows: readonly SatisfactionTable[],
): Promise<SatisfactionView[]> {
  const names = await namesOf(db, actor, {
    account: rows.map((row) => row.account_id),
    contact: rows.map((row) => row.contact_id),
    person: rows.map((row) => row.owner_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ accountId: row.account_id, account: nameOf(names.account, row.account_id) },
    ...{ contactId: row.contact_id, contact: nameOf(names.contact, row.contact_id) },
    owner: nameOf(names.person, row.owner_id),
    ...{ onDay: row.on_day, scale: row.scale, score: row.score, words: row.words },
  }));
}

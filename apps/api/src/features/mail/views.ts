import type { MailView } from '@milepost/contract/mail';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { MailTable } from '../../db/tables/mail.ts';

export async function mailViews(db: Db, actor: Actor, rows: readonly MailTable[]): Promise<MailView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    to: row.to_address,
    subject: row.title,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at,
    sentAt: row.sent_at,
    lastError: row.last_error,
    by: nameOf(names.person, row.person_id),
  }));
}

import type { MailboxView, ReceivedMailView } from '@milepost/contract/mailboxes';
import { countsOf, mailboxStateOf } from '@milepost/core/mailboxes/sync-state';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { MailboxTable, ReceivedMailTable } from '../../db/tables/mailboxes.ts';
import { activitiesOf } from './activities-of-store.ts';
import { mailboxStates, receivedMails } from './store.ts';

/** Mailboxes as they are told: never with a password. */
export async function mailboxViews(db: Db, actor: Actor, rows: readonly MailboxTable[]): Promise<MailboxView[]> {
  const ids = rows.map(({ id }) => id);
  const [states, found] = await Promise.all([
    mailboxStates.of(db, actor.orgId, ids),
    receivedMails.counts(db, actor.orgId, ids),
  ]);
  return rows.map((row) => {
    const { synced_at: syncedAt = null, error = null, waiting = 0 } = states.get(row.id) ?? {};
    const standing = found
      .filter(({ mailbox_id }) => mailbox_id === row.id)
      .flatMap(({ state, is_left_out, n }) =>
        Array.from({ length: Number(n) }, () => ({ state, isLeftOut: isSet(is_left_out) })),
      );
    const counts = countsOf(standing, waiting);
    const isEnabled = isSet(row.is_enabled) && row.archived_at === null;
    return {
      ...recordFields(row),
      name: row.name,
      host: row.host,
      port: row.port,
      isSecure: isSet(row.is_secure),
      username: row.username,
      folder: row.folder,
      isEnabled: isSet(row.is_enabled),
      state: mailboxStateOf({ isEnabled, syncedAt, error, counts }),
      error,
      syncedAt,
      ...counts,
    };
  });
}

/** Mails that came in; with whom they were logged as far as the reader sees it. */
export async function receivedMailViews(
  db: Db,
  actor: Actor,
  rows: readonly ReceivedMailTable[],
): Promise<ReceivedMailView[]> {
  const activities = await activitiesOf(
    db,
    actor,
    rows.flatMap(({ activity_id }) => activity_id ?? []),
  );
  const all = [...activities.values()];
  const names = await namesOf(db, actor, {
    account: all.map(({ account_id }) => account_id),
    contact: all.map(({ contact_id }) => contact_id),
    lead: all.map(({ lead_id }) => lead_id),
  });
  return rows.map((row) => {
    const activity = activities.get(row.activity_id ?? '');
    return {
      id: row.id,
      state: row.state,
      reason: row.reason,
      subject: row.subject,
      from: row.from_address,
      sentAt: row.sent_at,
      at: row.at,
      attempts: row.attempts,
      isLeftOut: isSet(row.is_left_out),
      activity: activity
        ? {
            id: activity.id,
            account: nameOf(names.account, activity.account_id),
            contact: nameOf(names.contact, activity.contact_id),
            lead: nameOf(names.lead, activity.lead_id),
          }
        : null,
    };
  });
}

import type { ReceivedMailQuery } from '@milepost/contract/mailboxes';
import type { MailStanding } from '@milepost/core/mailboxes/sync-state';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { MailboxStateTable, ReceivedMailTable } from '../../db/tables/mailboxes.ts';
import type { Work } from '../../db/work.ts';

export const mailboxes = recordStore({
  table: 'mailbox',
  sort: { name: 'name_key', createdAt: 'created_at' },
  filter: { name: 'name_key', isEnabled: 'is_enabled' },
  search: ['name_key'],
});

/** The password and how reading goes: apart from the record, so that they stand in no change. */
export const mailboxStates = {
  async of(db: Db, orgId: string, ids: readonly string[]): Promise<Map<string, MailboxStateTable>> {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom('mailbox_state')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('mailbox_id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.mailbox_id, row]));
  },

  async create(work: Work, mailboxId: string, password: string): Promise<void> {
    const nothing = { uid_validity: null, waiting: 0, synced_at: null, error: null };
    await work.db
      .insertInto('mailbox_state')
      .values({ org_id: work.actor.orgId, mailbox_id: mailboxId, password, ...nothing })
      .execute();
  },

  async set(work: Work, mailboxId: string, columns: Partial<MailboxStateTable>): Promise<void> {
    await work.db
      .updateTable('mailbox_state')
      .set(columns)
      .where('org_id', '=', work.actor.orgId)
      .where('mailbox_id', '=', mailboxId)
      .execute();
  },

  /** One mail fewer waits, for what became of it was written down. */
  async waitsNoMore(work: Work, mailboxId: string): Promise<void> {
    await work.db
      .updateTable('mailbox_state')
      .set((eb) => ({ waiting: eb('waiting', '-', 1) }))
      .where('org_id', '=', work.actor.orgId)
      .where('mailbox_id', '=', mailboxId)
      .where('waiting', '>', 0)
      .execute();
  },
};

type Place = { mailboxId: string } | { personId: string };

export const receivedMails = {
  /** What became of every mail of a folder, in the numbering of its server. */
  async standing(
    db: Db,
    orgId: string,
    mailboxId: string,
    uidValidity: string,
  ): Promise<(MailStanding & { id: string })[]> {
    const rows = await db
      .selectFrom('received_mail')
      .select(['id', 'uid', 'state', 'reason', 'attempts', 'is_left_out'])
      .where('org_id', '=', orgId)
      .where('mailbox_id', '=', mailboxId)
      .where('uid_validity', '=', uidValidity)
      .execute();
    return rows.map(({ id, uid, state, reason, attempts, is_left_out }) => ({
      ...{ id, uid: uid ?? 0, state, reason, attempts },
      isLeftOut: isSet(is_left_out),
    }));
  },

  /** How many stand in each state, of each mailbox in its present numbering. */
  async counts(db: Db, orgId: string, mailboxIds: readonly string[]) {
    if (mailboxIds.length === 0) return [];
    return db
      .selectFrom('received_mail as r')
      .innerJoin('mailbox_state as s', (join) =>
        join
          .onRef('s.org_id', '=', 'r.org_id')
          .onRef('s.mailbox_id', '=', 'r.mailbox_id')
          .onRef('s.uid_validity', '=', 'r.uid_validity'),
      )
      .select(({ fn }) => ['s.mailbox_id', 'r.state', 'r.is_left_out', fn.countAll<number>().as('n')])
      .where('r.org_id', '=', orgId)
      .where('s.mailbox_id', 'in', [...mailboxIds])
      .groupBy(['s.mailbox_id', 'r.state', 'r.is_left_out'])
      .execute();
  },

  find: (db: Db, orgId: string, id: string): Promise<ReceivedMailTable | undefined> =>
    db.selectFrom('received_mail').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  async write(work: Work, row: Omit<ReceivedMailTable, 'org_id' | 'at'>): Promise<void> {
    const values = { ...row, org_id: work.actor.orgId, at: work.at };
    const { org_id: _, id: __, ...changed } = values;
    await work.db
      .insertInto('received_mail')
      .values(values)
      .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(changed))
      .execute();
  },

  async leaveOut(work: Work, id: string, isLeftOut: 0 | 1): Promise<void> {
    await work.db
      .updateTable('received_mail')
      .set({ is_left_out: isLeftOut })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .execute();
  },

  /** Mails of a folder in its present numbering, or of a person's drop address, newest first. */
  async list(db: Db, { orgId }: Actor, place: Place, { state, after, limit }: ReceivedMailQuery) {
    let rows = db.selectFrom('received_mail').selectAll().where('org_id', '=', orgId);
    if ('personId' in place) rows = rows.where('person_id', '=', place.personId);
    else
      rows = rows
        .where('mailbox_id', '=', place.mailboxId)
        .where('uid_validity', '=', (eb) =>
          eb
            .selectFrom('mailbox_state')
            .select('uid_validity')
            .where('org_id', '=', orgId)
            .where('mailbox_id', '=', place.mailboxId),
        );
    if (state !== undefined) rows = rows.where('state', '=', state);
    if (after !== undefined) rows = rows.where('id', '<', after);
    const found = await rows
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
};

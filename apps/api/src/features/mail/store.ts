import type { MailQuery } from '@milepost/contract/mail';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { MailLetterTable, MailTable } from '../../db/tables/mail.ts';
import type { Work } from '../../db/work.ts';

/** Mails as records: to whom, about what, and what became of them. What they say is in their letters. */
export const mails = recordStore({
  table: 'mail',
  sort: { createdAt: 'created_at' },
  filter: { state: 'state' },
  search: [],
});

/** What is to be sent, and what it is about: a newer mail about the same takes the place of one that waits. */
export type NewMail = {
  to: string;
  subject: string;
  plain: string;
  html: string;
  about: { subject: string; id: string };
  expiresAt: string | null;
  /** Several are told of the same, each by a mail of their own: only an earlier one to the same address gives way. */
  isOneOfSeveral?: boolean;
  /** The instant before which it does not leave; at once when left out. */
  notBefore?: string;
};

export const letters = {
  of: (db: Db, orgId: string, mailId: string): Promise<MailLetterTable | undefined> =>
    db
      .selectFrom('mail_letter')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('mail_id', '=', mailId)
      .executeTakeFirst(),

  /** Takes a letter to deliver it. True for the one who gets it; who held it too long has died. */
  async take(work: Work, mailId: string, until: string): Promise<boolean> {
    const taken = await work.db
      .updateTable('mail_letter')
      .set({ held_until: until })
      .where('org_id', '=', work.actor.orgId)
      .where('mail_id', '=', mailId)
      .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', work.at)]))
      .executeTakeFirst();
    return Number(taken.numUpdatedRows) === 1;
  },

  async leave(work: Work, mailId: string): Promise<void> {
    await work.db
      .updateTable('mail_letter')
      .set({ held_until: null })
      .where('org_id', '=', work.actor.orgId)
      .where('mail_id', '=', mailId)
      .execute();
  },

  async burn(work: Work, mailId: string): Promise<void> {
    await work.db
      .deleteFrom('mail_letter')
      .where('org_id', '=', work.actor.orgId)
      .where('mail_id', '=', mailId)
      .execute();
  },
};

/** Puts a mail into the outbox, in the transaction of what it tells about: it leaves if, and only if, that happened. */
export async function queueMail(work: Work, mail: NewMail): Promise<void> {
  const { orgId, personId } = work.actor;
  const earlier = await work.db
    .selectFrom('mail')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('about_subject', '=', mail.about.subject)
    .where('about_id', '=', mail.about.id)
    .where('state', '=', 'queued')
    .$if(mail.isOneOfSeveral === true, (query) => query.where('to_address', '=', mail.to))
    .execute();
  // Who caused the earlier one does not matter: it gives way all the same.
  const whole: Work = { ...work, actor: { ...work.actor, reach: 'all', isConfined: false } };
  for (const row of earlier) {
    await mails.update(whole, row.id, row.version, { state: 'cancelled', next_at: null }, { action: 'cancelled' });
    await letters.burn(work, row.id);
  }
  const id = work.newId();
  await mails.create(work, {
    id,
    to_address: mail.to,
    title: mail.subject,
    state: 'queued',
    attempts: 0,
    next_at: mail.notBefore ?? work.at,
    sent_at: null,
    expires_at: mail.expiresAt,
    last_error: null,
    about_subject: mail.about.subject,
    about_id: mail.about.id,
    person_id: personId,
  });
  await work.db
    .insertInto('mail_letter')
    .values({ org_id: orgId, mail_id: id, plain: mail.plain, html: mail.html, held_until: null })
    .execute();
}

/** Mails whose time has come, the longest waiting first. */
export const dueMails = (db: Db, orgId: string, now: string, limit: number): Promise<MailTable[]> =>
  db
    .selectFrom('mail')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'queued')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(limit)
    .execute();

/** The outbox, newest first. */
export async function outbox(db: Db, { orgId }: Actor, { state, after, limit }: MailQuery) {
  let rows = db.selectFrom('mail').selectAll().where('org_id', '=', orgId);
  if (state !== undefined) rows = rows.where('state', '=', state);
  if (after !== undefined) rows = rows.where('id', '<', after);
  const found = await rows
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

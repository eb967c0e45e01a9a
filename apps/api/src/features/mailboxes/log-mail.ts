import { mailContentKey } from '@milepost/capture/mail/content-key';
import { type Filing, fileMail, type KnownAs, type SkipReason } from '@milepost/core/mailboxes/file-mail';
import type { Actor } from '../../auth/actor.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { accounts } from '../accounts/store.ts';
import { activities, nothingSaid } from '../activities/store.ts';
import { contacts } from '../contacts/store.ts';
import { leads } from '../leads/store.ts';
import { colleaguesAmong, knownAmong } from './known-addresses-store.ts';
import type { ReadMail } from './read-mail.ts';

/** What became of a mail that was read. */
export type Logged =
  | { state: 'stored' | 'known'; reason: null; activityId: string }
  | { state: 'skipped'; reason: SkipReason; activityId: null };

const skipped = (reason: SkipReason): Logged => ({ state: 'skipped', reason, activityId: null });

/** Whose the record is that a mail is about, so that the same people see the mail. */
async function ownersOf({ db, actor }: Work, { kind, id, accountId }: KnownAs) {
  const row =
    accountId !== null
      ? await accounts.find(db, actor, accountId)
      : await (kind === 'lead' ? leads : contacts).find(db, actor, id);
  return { owner_id: row?.owner_id ?? null, backup_id: row?.backup_id ?? null };
}

async function write(
  work: Work,
  {
    mail,
    filing,
    today,
    timeZone,
    colleagueId,
    content,
  }: {
    mail: ReadMail;
    filing: Filing & { outcome: 'logged' };
    today: string;
    timeZone: string;
    colleagueId: string | null;
    content: string | null;
  },
): Promise<string> {
  const { about } = filing;
  const owners = await ownersOf(work, about);
  const day = mail.sentAt === null ? today : dayIn(mail.sentAt, timeZone);
  const body = [mail.text, mail.fileNames.map((name) => `[${name}]`).join('\n')].filter(Boolean).join('\n\n');
  const values = {
    ...nothingSaid,
    id: work.newId(),
    kind: 'email',
    message_id: mail.key,
    mail_content: content,
    // A clock that goes wrong elsewhere puts nothing into our future.
    on_day: day > today ? today : day,
    is_done: 1,
    done_on: day > today ? today : day,
    subject: mail.subject || mail.from || '–',
    body: body || null,
    account_id: about.accountId,
    contact_id: about.kind === 'contact' ? about.id : null,
    lead_id: about.kind === 'lead' ? about.id : null,
    ...owners,
    // Whoever wrote or got it; where no colleague takes part, whose customer it is.
    person_id: colleagueId ?? owners.owner_id,
  };
  const { row } = await activities.create(work, values as Parameters<typeof activities.create>[1]);
  return row.id;
}

const dayIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));

/**
 * Logs a mail with the customer it is with, once for its Message-ID, inside a transaction that is under way. The colleague who takes
 * part is whose activity it is: who wrote it, else who got it first.
 * @param actor as far as whom it is looked for: the house for a folder of the organisation, a person for their drop address
 */
export async function logMail(
  { clock }: Pick<Deps, 'clock'>,
  work: Work,
  mail: ReadMail,
  actor: Actor,
): Promise<Logged> {
  const { timeZone } = actor.organisation;
  const day = mail.sentAt === null ? '' : dayIn(mail.sentAt, timeZone);
  const content = await mailContentKey({ from: mail.from ?? '', subject: mail.subject, day, text: mail.whole });
  const before = await activities.ofMail(work, mail.key, content);
  if (before) return { state: 'known', reason: null, activityId: before.id };
  const colleagues = await colleaguesAmong(work.db, actor, mail.correspondents);
  const known = await knownAmong(work.db, actor, mail.correspondents);
  const filing = fileMail(mail, { own: new Set(colleagues.keys()), known });
  if (filing.outcome === 'skipped') return skipped(filing.reason);
  const first = mail.correspondents.find(({ key }) => colleagues.has(key));
  const colleagueId = actor.personId ?? (first ? (colleagues.get(first.key) ?? null) : null);
  const activityId = await write(work, { mail, filing, today: clock.today(timeZone), timeZone, colleagueId, content });
  return { state: 'stored', reason: null, activityId };
}

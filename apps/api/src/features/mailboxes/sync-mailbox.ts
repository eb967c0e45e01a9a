import type { MailboxError } from '@milepost/contract/mailboxes';
import { uidsToFetch } from '@milepost/core/mailboxes/sync-state';
import type { Actor } from '../../auth/actor.ts';
import { CannotUnseal } from '../../auth/vault.ts';
import { isSet } from '../../db/columns.ts';
import type { MailboxStateTable, MailboxTable } from '../../db/tables/mailboxes.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { leases } from '../jobs/store.ts';
import { type Logged, logMail } from './log-mail.ts';
import { type FetchedMail, FolderClosed, type MailFolder } from './mail-source.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import { mailboxStates, receivedMails } from './store.ts';

/** Longer than a mail takes: who reads on holds on, and who has died stands in nobody's way for long. */
const leaseMinutes = 3;
const renewEverySeconds = 30;
/** A run reads so many mails; the rest waits, is counted, and comes with the next. */
const mostAtOnce = 500;
const later = (iso: string, minutes: number) => new Date(Date.parse(iso) + minutes * 60_000).toISOString();

export type SyncCounts = { fetched: number; stored: number };

/**
 * Reads what is missing of a folder: what nobody has seen, and what was skipped for a reason that may have gone. What was read is
 * written down mail by mail, each with its activity in one transaction, so that a run that is cut off loses nothing and doubles nothing.
 * @param isAsked a person wants everything tried again that is missing
 * @returns undefined when somebody else is at it
 */
export async function syncMailbox(
  deps: Deps,
  actor: Actor,
  mailbox: MailboxTable,
  { isAsked }: { isAsked: boolean },
): Promise<SyncCounts | undefined> {
  const [name, holder] = [`sync-mailbox ${mailbox.id}`, deps.newId()];
  const hold = () =>
    deps.transact(actor, (work) => leases.take(work, { name, holder, until: later(work.at, leaseMinutes) }));
  if (!(await hold())) return undefined;
  let heldAt = Date.parse(deps.clock.now());
  /** False once somebody else has the folder. */
  const stillHolds = async (): Promise<boolean> => {
    const now = Date.parse(deps.clock.now());
    if (now - heldAt < renewEverySeconds * 1000) return true;
    heldAt = now;
    return hold();
  };
  try {
    return await readFolder(deps, actor, mailbox, { isAsked, stillHolds });
  } finally {
    await deps.transact(actor, (work) => leases.leave(work, { name, holder }));
  }
}

async function readFolder(
  deps: Deps,
  actor: Actor,
  mailbox: MailboxTable,
  { isAsked, stillHolds }: { isAsked: boolean; stillHolds: () => Promise<boolean> },
): Promise<SyncCounts> {
  const state = (await mailboxStates.of(deps.db, actor.orgId, [mailbox.id])).get(mailbox.id);
  if (!state) throw new Error(`The mailbox ${mailbox.id} has no state.`);
  const counts = { fetched: 0, stored: 0 };
  const noted = (columns: Partial<MailboxStateTable>) =>
    deps.transact(actor, (work) => mailboxStates.set(work, mailbox.id, columns));
  let folder: MailFolder;
  try {
    folder = await openFolder(deps, mailbox, state);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    await noted({ synced_at: deps.clock.now(), error: reason });
    return counts;
  }
  try {
    // Under another numbering all uids are new; what had been logged is known again by its Message-ID.
    const standing = await receivedMails.standing(deps.db, actor.orgId, mailbox.id, folder.uidValidity);
    const waitingIn = (known: readonly { uid: number }[]): number => {
      const seen = new Set(known.map(({ uid }) => uid));
      return folder.uids.filter((uid) => !seen.has(uid)).length;
    };
    // Told before the first mail is fetched, so that it is true as well of a run that is cut off.
    await noted({ uid_validity: folder.uidValidity, waiting: waitingIn(standing) });
    const wanted = uidsToFetch(folder.uids, standing, { isAsked }).slice(0, mostAtOnce);
    const before = new Map(standing.map((one) => [one.uid, one]));
    for await (const fetched of folder.fetch(wanted)) {
      if (!(await stillHolds())) return counts;
      const { id = deps.newId(), attempts = 0 } = before.get(fetched.uid) ?? {};
      const logged = await take(deps, actor, fetched, {
        id,
        mailbox,
        uidValidity: folder.uidValidity,
        attempts: attempts + 1,
      });
      counts.fetched += 1;
      if (logged.state === 'stored') counts.stored += 1;
    }
    const after = await receivedMails.standing(deps.db, actor.orgId, mailbox.id, folder.uidValidity);
    await noted({ synced_at: deps.clock.now(), error: null, waiting: waitingIn(after) });
    return counts;
  } catch (error) {
    deps.log.warn({ mailbox: mailbox.id, err: error }, 'reading a mailbox broke off');
    await noted({ synced_at: deps.clock.now(), error: 'not-reached' });
    return counts;
  } finally {
    await folder.close();
  }
}

const openFolder = ({ mailSource, vault }: Deps, mailbox: MailboxTable, { password }: MailboxStateTable) => {
  const { host, port, is_secure, username, folder } = mailbox;
  return mailSource.open({
    host,
    port,
    isSecure: isSet(is_secure),
    username,
    folder,
    password: vault.unseal(password),
  });
};

function reasonOf(error: unknown): MailboxError | undefined {
  if (error instanceof CannotUnseal) return 'secret-changed';
  return error instanceof FolderClosed ? error.reason : undefined;
}

/** Writes one mail down, with what became of it. */
async function take(
  deps: Deps,
  actor: Actor,
  fetched: FetchedMail,
  { id, mailbox, uidValidity, attempts }: { id: string; mailbox: MailboxTable; uidValidity: string; attempts: number },
): Promise<Logged> {
  const mail = 'bytes' in fetched ? await readMail(fetched.bytes) : undefined;
  const problem = 'problem' in fetched ? fetched.problem : 'unreadable';
  const row = (logged: Logged) => ({
    ...{ id, mailbox_id: mailbox.id, person_id: null, uid_validity: uidValidity, uid: fetched.uid, attempts },
    ...toldOf(mail),
    ...{ state: logged.state, reason: logged.reason, activity_id: logged.activityId, is_left_out: 0 as const },
  });
  try {
    return await deps.transact(actor, async (work) => {
      const logged: Logged = mail
        ? await logMail(deps, work, mail, actor)
        : { state: 'skipped', reason: problem, activityId: null };
      await writeDown(work, row(logged));
      return logged;
    });
  } catch (error) {
    deps.log.warn({ mailbox: mailbox.id, uid: fetched.uid, err: error }, 'a mail was not written down');
    const logged: Logged = { state: 'skipped', reason: 'not-stored', activityId: null };
    await deps.transact(actor, (work) => writeDown(work, row(logged)));
    return logged;
  }
}

async function writeDown(work: Work, row: Parameters<typeof receivedMails.write>[1]): Promise<void> {
  await receivedMails.write(work, row);
  if (row.attempts === 1 && row.mailbox_id !== null) await mailboxStates.waitsNoMore(work, row.mailbox_id);
}

/** What is told of a mail beside what became of it. */
export const toldOf = (mail: ReadMail | undefined) => ({
  subject: mail?.subject ?? '',
  from_address: mail?.from ?? null,
  sent_at: mail?.sentAt ?? null,
});

import type { Actor } from '../../auth/actor.ts';
import type { MailTable } from '../../db/tables/mail.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { letters, mails } from './store.ts';

/** The mail, while nobody delivers it. @throws Failure `not-found`, `version-clash`, `mail-not-waiting` */
async function taken(
  work: Work,
  id: string,
  { seen, states }: { seen: number; states: readonly MailTable['state'][] },
): Promise<MailTable> {
  const mail = await mails.get(work.db, work.actor, id);
  if (mail.version !== seen) throw new Failure('version-clash', { row: mail });
  if (!states.includes(mail.state) || !(await letters.take(work, id, work.at))) throw new Failure('mail-not-waiting');
  return mail;
}

/** Has a mail tried again now that failed, or that waits for its next attempt. */
export const resendMail = (deps: Deps, actor: Actor, id: string, seen: number): Promise<MailTable> =>
  deps.transact(actor, async (work) => {
    const mail = await taken(work, id, { seen, states: ['failed', 'queued'] });
    await letters.leave(work, id);
    const attempts = mail.state === 'failed' ? 0 : mail.attempts;
    return mails.update(work, id, seen, { state: 'queued', attempts, next_at: work.at }, { action: 'queued' });
  });

/** Keeps a mail from leaving, for good. */
export const cancelMail = (deps: Deps, actor: Actor, id: string, seen: number): Promise<MailTable> =>
  deps.transact(actor, async (work) => {
    await taken(work, id, { seen, states: ['failed', 'queued'] });
    await letters.burn(work, id);
    return mails.update(work, id, seen, { state: 'cancelled', next_at: null }, { action: 'cancelled' });
  });

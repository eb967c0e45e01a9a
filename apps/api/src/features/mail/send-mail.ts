import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import type { MailTable } from '../../db/tables/mail.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { nextAttempt } from './back-off.ts';
import { type Post, Refused } from './post.ts';
import { dueMails, letters, mails } from './store.ts';

const atOnce = 100;
/** Longer than a delivery takes: who holds a letter for longer has died, and somebody else delivers it. */
const leaseMinutes = 10;
const longestError = 300;

/**
 * Delivers what is due. A letter is taken before it is sent and burnt after, so nobody else sends it meanwhile; where a node dies
 * between the server's "accepted" and our note of it, the mail is sent once more with the same Message-ID: at least once, and known
 * as one. Without a mail server everything waits.
 */
export const sendMail: Job = {
  name: 'send-mail',
  every: '* * * * *',
  async run(deps, orgId) {
    const { post } = deps;
    const counts = { sent: 0, delayed: 0, failed: 0, expired: 0 };
    if (post === null) return counts;
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    const due = await dueMails(deps.db, orgId, deps.clock.now(), atOnce);
    for (const mail of due) {
      const outcome = await deliver(deps, actor, post, mail);
      if (outcome) counts[outcome] += 1;
    }
    return counts;
  },
};

type Outcome = 'sent' | 'delayed' | 'failed' | 'expired';

/** Undefined when somebody else is at it, or was. */
async function deliver(deps: Deps, actor: Actor, post: Post, { id }: MailTable): Promise<Outcome | undefined> {
  const until = new Date(Date.parse(deps.clock.now()) + leaseMinutes * 60_000).toISOString();
  const mail = await deps.transact(actor, async (work) => {
    if (!(await letters.take(work, id, until))) return undefined;
    const row = await mails.get(work.db, actor, id);
    if (row.state === 'queued') return row;
    await letters.leave(work, id);
    return undefined;
  });
  const letter = mail && (await letters.of(deps.db, actor.orgId, id));
  if (!letter) return undefined;
  if (mail.expires_at !== null && mail.expires_at <= deps.clock.now())
    return settle(deps, actor, mail, 'expired', { next_at: null });
  const attempts = mail.attempts + 1;
  try {
    await post.send({ id, to: mail.to_address, subject: mail.title, plain: letter.plain, html: letter.html });
  } catch (error) {
    const last_error = (error instanceof Error ? error.message : String(error)).slice(0, longestError);
    const next_at = error instanceof Refused ? null : nextAttempt(attempts, deps.clock.now());
    return settle(deps, actor, mail, next_at === null ? 'failed' : 'delayed', { attempts, next_at, last_error });
  }
  return settle(deps, actor, mail, 'sent', { attempts, next_at: null, sent_at: deps.clock.now(), last_error: null });
}

const stateAfter = { sent: 'sent', delayed: 'queued', failed: 'failed', expired: 'expired' } as const;

/** Notes what became of a mail. One that failed keeps its letter, so that it can be sent again. */
async function settle(
  deps: Deps,
  actor: Actor,
  { id }: MailTable,
  outcome: Outcome,
  said: Partial<MailTable>,
): Promise<Outcome> {
  await deps.transact(actor, async (work: Work) => {
    const { version } = await mails.get(work.db, actor, id);
    await mails.update(work, id, version, { ...said, state: stateAfter[outcome] }, { action: outcome });
    if (outcome === 'sent' || outcome === 'expired') await letters.burn(work, id);
    else await letters.leave(work, id);
  });
  return outcome;
}

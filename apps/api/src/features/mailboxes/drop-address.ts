import { createHash, randomBytes } from 'node:crypto';
import type { DropAddressView, NewDropAddress } from '@milepost/contract/mailboxes';
import type { Actor } from '../../auth/actor.ts';
import { actorOfPerson, operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { dropAddresses } from './drop-address-store.ts';
import { type Logged, logMail } from './log-mail.ts';
import { readMail } from './read-mail.ts';
import { receivedMails } from './store.ts';
import { toldOf } from './sync-mailbox.ts';

/** Hexadecimal: whatever a mail server makes of capitals, the address stays the same. */
const tokenBytes = 16;
const hashOf = (token: string) => createHash('sha256').update(token.toLowerCase()).digest('hex');

/** Is there an address, and is it in use? */
export async function readDropAddress({ db, dropDomain }: Deps, actor: Actor): Promise<DropAddressView> {
  const row = actor.personId === null ? undefined : await dropAddresses.of(db, actor.orgId, actor.personId);
  return { isOffered: dropDomain !== null, since: row?.created_at ?? null, usedAt: row?.used_at ?? null };
}

/** Makes an address that takes mails for oneself. @throws Failure `drop-not-offered` */
export const openDropAddress = (deps: Deps, actor: Actor): Promise<NewDropAddress> =>
  deps.transact(actor, async (work) => {
    const { personId } = actor;
    if (deps.dropDomain === null) throw new Failure('drop-not-offered');
    if (personId === null) throw new Failure('not-allowed');
    const token = randomBytes(tokenBytes).toString('hex');
    await dropAddresses.replace(work, personId, hashOf(token));
    work.changed({ subject: 'person', recordId: personId, action: 'drop-address-opened' });
    const { name } = await people.get(work.db, actor, personId);
    return { address: `drop-${token}@${deps.dropDomain}`, since: work.at, person: { id: personId, name } };
  });

/** The address stops working. @throws Failure `not-found` when there is none */
export const closeDropAddress = (deps: Deps, actor: Actor): Promise<void> =>
  deps.transact(actor, async (work) => {
    if (actor.personId === null || !(await dropAddresses.revoke(work, actor.personId))) throw new Failure('not-found');
    work.changed({ subject: 'person', recordId: actor.personId, action: 'drop-address-closed' });
  });

/** Whose address this is: undefined for one that is unknown, was closed, or belongs to somebody who is gone. */
export async function personOfAddress(deps: Deps, address: string): Promise<Actor | undefined> {
  const token = /^drop-([0-9a-f]+)@/i.exec(address.trim())?.[1];
  const row = token === undefined ? undefined : await dropAddresses.byHash(deps.db, hashOf(token));
  if (!row) return undefined;
  const organisation = await organisations.get(deps.db, row.org_id);
  const person = await people.find(deps.db, operatorOf(organisation), row.person_id);
  return person?.is_active === 1 && person.archived_at === null ? actorOfPerson(deps.db, person) : undefined;
}

/** Takes a mail that was sent to somebody's address: it is logged as theirs, as far as they see, and what became of it is kept. */
export async function takeDropped(deps: Deps, actor: Actor, bytes: Uint8Array): Promise<Logged> {
  const mail = await readMail(bytes);
  return deps.transact(actor, async (work) => {
    const logged = await logMail(deps, work, mail, actor);
    await receivedMails.write(work, {
      ...{ id: work.newId(), mailbox_id: null, person_id: actor.personId, uid_validity: null, uid: null, attempts: 1 },
      ...toldOf(mail),
      ...{ state: logged.state, reason: logged.reason, activity_id: logged.activityId, is_left_out: 0 },
    });
    if (actor.personId !== null) await dropAddresses.noteUse(work, actor.personId);
    return logged;
  });
}

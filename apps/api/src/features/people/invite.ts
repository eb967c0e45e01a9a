import { createHash, randomBytes } from 'node:crypto';
import type { InvitationView, NewInvitation } from '@milepost/contract/people';
import { hashPassword } from 'better-auth/crypto';
import type { Actor } from '../../auth/actor.ts';
import { refuseWeak } from '../../auth/password.ts';
import { operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { queueMail } from '../mail/store.ts';
import { organisations } from '../organisation/store.ts';
import { invitationLetter } from './invitation-letter.ts';
import { invitations, people, signIns } from './store.ts';

const validDays = 7;
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const daysLater = (iso: string, days: number) => new Date(Date.parse(iso) + days * 86_400_000).toISOString();

/** Makes a link by which a person chooses a password, and a mail with it; an earlier link of theirs stops working. */
export const invite = (deps: Deps, actor: Actor, { id, personId }: NewInvitation): Promise<InvitationView> =>
  deps.transact(actor, async (work) => {
    const person = await people.get(work.db, actor, personId);
    if (!person.email)
      throw new Failure('invalid-input', fieldIssue('/personId', 'no-email', 'the person has no e-mail address'));
    if (person.user_id)
      throw new Failure('email-taken', fieldIssue('/personId', 'has-sign-in', 'the person signs in already'));
    const token = randomBytes(32).toString('base64url');
    const expiresAt = daysLater(work.at, validDays);
    await invitations.replace(work, { id, personId, tokenHash: hashOf(token), expiresAt });
    work.changed({ subject: 'person', recordId: personId, action: 'invited' });
    const link = `${deps.baseUrl}/invitations/${token}`;
    const { name: organisation, locale, timeZone } = actor.organisation;
    const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(Date.parse(expiresAt));
    await queueMail(work, {
      to: person.email,
      ...invitationLetter(locale, { name: person.name, organisation, link, until }),
      about: { subject: 'person', id: personId },
      expiresAt,
    });
    return { id, personId, email: person.email, expiresAt, link, isMailed: deps.post !== null };
  });

/** What an invitation offers. @throws Failure `invitation-gone` */
export async function offerOf({ db, clock }: Pick<Deps, 'db' | 'clock'>, token: string) {
  const found = await invitations.byHash(db, hashOf(token), clock.now());
  if (!found) throw new Failure('invitation-gone');
  const organisation = await organisations.get(db, found.org_id);
  const person = await people.get(db, operatorOf(organisation), found.person_id);
  if (!person.email || person.is_active === 0 || person.user_id) throw new Failure('invitation-gone');
  return { invitation: found, organisation, person: { id: person.id, name: person.name, email: person.email } };
}

/** Gives the person a password, once. @throws Failure `invitation-gone`, `weak-password`, `email-taken` */
export async function acceptInvitation(deps: Deps, token: string, password: string): Promise<void> {
  const { organisation, person, invitation } = await offerOf(deps, token);
  refuseWeak(password, [person.name, person.email, organisation.name]);
  const hash = await hashPassword(password);
  await deps.transact({ ...operatorOf(organisation), personId: person.id }, async (work) => {
    if (!(await invitations.use(work, invitation.id))) throw new Failure('invitation-gone');
    if (await signIns.exists(work, person.email)) throw new Failure('email-taken');
    await signIns.create(work, person, hash);
    work.changed({ subject: 'person', recordId: person.id, action: 'joined' });
  });
}

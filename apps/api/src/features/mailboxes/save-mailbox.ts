import type { MailboxPatch, NewMailbox } from '@milepost/contract/mailboxes';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { flag } from '../../db/columns.ts';
import type { MailboxTable } from '../../db/tables/mailboxes.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { mailboxes, mailboxStates } from './store.ts';

const columnsOf = ({ name, isSecure, isEnabled, password: _, ...same }: MailboxPatch): Partial<MailboxTable> => ({
  ...same,
  ...(name === undefined ? {} : { name, name_key: foldName(name) }),
  ...(isSecure === undefined ? {} : { is_secure: flag(isSecure) }),
  ...(isEnabled === undefined ? {} : { is_enabled: flag(isEnabled) }),
});

/** Makes a mailbox once, switched on. Its password is sealed, and never told again. */
export const createMailbox = (deps: Deps, actor: Actor, { id, ...input }: NewMailbox) =>
  deps.transact(actor, async (work) => {
    const values = { ...columnsOf({ ...input, isEnabled: true }), id, person_id: actor.personId };
    const made = await mailboxes.create(work, values as Parameters<typeof mailboxes.create>[1]);
    if (made.isNew) await mailboxStates.create(work, id, deps.vault.seal(input.password));
    return made;
  });

/** What tells which server a password is for: whoever changes it has to know the password. */
const whereTo = ['host', 'port', 'username'] as const;

/**
 * Changes a mailbox. With another server, port or name to sign in by the password has to be given again: it is never sent to a
 * server that whoever entered it did not mean.
 * @throws Failure `invalid-input` where the password is missing
 */
export const changeMailbox = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: MailboxPatch,
): Promise<MailboxTable> =>
  deps.transact(actor, async (work) => {
    const before = await mailboxes.get(work.db, actor, id);
    const { password } = patch;
    const isElsewhere = whereTo.some((key) => patch[key] !== undefined && patch[key] !== before[key]);
    if (isElsewhere && password === undefined)
      throw new Failure('invalid-input', fieldIssue('/password', 'missing', 'another server needs it again'));
    const beside = password === undefined ? {} : { beside: {} };
    const row = await mailboxes.update(work, id, seen, columnsOf(patch), beside);
    if (password !== undefined) await mailboxStates.set(work, id, { password: deps.vault.seal(password), error: null });
    return row;
  });

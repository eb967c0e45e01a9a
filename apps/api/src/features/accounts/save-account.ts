import type { AccountPatch, NewAccount } from '@milepost/contract/accounts';
import type { Actor } from '../../auth/actor.ts';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { fieldColumns } from '../fields/record-fields-store.ts';
import { statuses } from './status-store.ts';
import { accountColumns, accounts, blankAccount } from './store.ts';

const checkParent = async (work: Work, id: string, parentId: string | null | undefined) => {
  if (!parentId) return;
  if (parentId === id || !(await accounts.find(work.db, work.actor, parentId)))
    throw new Failure('reference-unknown', fieldIssue('/parentId', 'unknown', 'no such account in your sight'));
};

/** Nobody stands in for themselves. */
const refuseOwnBackup = (ownerId: string | null, backupId: string | null) => {
  if (backupId !== null && backupId === ownerId)
    throw new Failure('invalid-input', fieldIssue('/backupId', 'same-as-owner', 'the owner stands in for nobody'));
};

/** Creates an account once; a second call with the same id answers the first one's record. */
export const createAccount = (deps: Deps, actor: Actor, input: NewAccount) =>
  deps.transact(actor, async (work) => {
    const { ownerId } = await permitOwner(work.db, actor, input.ownerId);
    if (input.backupId) await permitBackup(work.db, actor, input.backupId);
    await checkParent(work, input.id, input.parentId);
    refuseOwnBackup(ownerId, input.backupId ?? null);
    const { id, ...rest } = input;
    const values = {
      ...blankAccount,
      ...accountColumns({ ...rest, ownerId }, work.actor.organisation.country),
      ...(await fieldColumns(work, 'account', rest, null)),
      id,
    };
    const { row, isNew } = await accounts.create(work, values as Parameters<typeof accounts.create>[1]);
    if (!isNew || !input.status) return { row, isNew };
    const today = deps.clock.today(actor.organisation.timeZone);
    const said = { cause: 'said' as const, reason: input.statusReason ?? null, today };
    return { row: (await statuses.say(work, new Map([[id, input.status]]), said))[0]?.row ?? row, isNew };
  });

/** Changes an account; giving it to somebody else takes its contacts and activities along. */
export const changeAccount = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: AccountPatch,
): Promise<AccountTable> =>
  deps.transact(actor, async (work) => {
    if (patch.ownerId !== undefined) await permitOwner(work.db, actor, patch.ownerId);
    if (patch.backupId !== undefined) await permitBackup(work.db, actor, patch.backupId);
    await checkParent(work, id, patch.parentId);
    const before = await accounts.get(work.db, actor, id);
    const ownerId = patch.ownerId === undefined ? before.owner_id : patch.ownerId;
    refuseOwnBackup(ownerId, patch.backupId === undefined ? null : patch.backupId);
    // Whoever stood in and has it now stands in no longer.
    const columns = {
      ...accountColumns(patch, work.actor.organisation.country),
      ...(await fieldColumns(work, 'account', patch, before)),
      ...(ownerId !== null && ownerId === before.backup_id && patch.backupId === undefined ? { backup_id: null } : {}),
    };
    const row = await accounts.update(work, id, seen, columns);
    if (row.owner_id !== before.owner_id || row.backup_id !== before.backup_id) await accounts.handOver(work, row);
    if (row.backup_id !== before.backup_id) await accounts.lendBackup(work, before, row);
    if (patch.status === undefined || patch.status === row.status) return row;
    const reason = patch.statusReason ?? null;
    if (!reason) throw new Failure('reason-missing', fieldIssue('/statusReason', 'required', 'say why'));
    const today = deps.clock.today(actor.organisation.timeZone);
    return (await statuses.say(work, new Map([[id, patch.status]]), { cause: 'said', reason, today }))[0]?.row ?? row;
  });

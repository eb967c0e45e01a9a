import type { NewRegrouping } from '@milepost/contract/territory';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { permitOwner } from '../../auth/permit.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { RegroupingTable } from '../../db/tables/hand-over.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { giveAccount, type Hung, takeBack } from '../hand-over/give-store.ts';
import { regroupings } from './store.ts';
import { territoryFacts } from './territory-facts.ts';

type Kept = {
  accountId: string;
  fromId: string | null;
  toId: string;
  /** Version of the account after it moved. */
  version: number;
  backupId: string | null;
  hung: Hung[];
};

/** What is said of a move that cannot be done: which account. */
const about = (accountId: string, name: string) => fieldIssue(`/moves/${accountId}`, 'changed', name);

/**
 * Moves accounts to new owners, all or none: with each go its contacts and what is open at it; credits stay. Only versions that were
 * seen. The same id again answers what was done.
 * @throws Failure `version-clash` naming accounts that changed meanwhile, `owner-unknown`, `not-found`
 */
export const regroup = (
  deps: Deps,
  actor: Actor,
  { id, asked, moves }: NewRegrouping,
): Promise<{ row: RegroupingTable; isNew: boolean }> => {
  const today = deps.clock.today(actor.organisation.timeZone);
  return deps.transact(actor, async (work) => {
    const there = await regroupings.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    const facts = await territoryFacts(work.db, actor, today, asked);
    const kept: Kept[] = [];
    for (const { accountId, version, fromId, toId } of moves) {
      const before = await accounts.get(work.db, actor, accountId);
      if (fromId !== null && !reaches(actor, fromId))
        throw new Failure('owner-unknown', fieldIssue('/moves', 'out-of-reach', 'not a person of your teams'));
      await permitOwner(work.db, actor, toId);
      if (before.version !== version || before.owner_id !== fromId)
        throw new Failure('version-clash', about(accountId, before.name));
      const { row, hung } = await giveAccount(work, accountId, { from: fromId, to: toId, day: today, seen: version });
      kept.push({ accountId, fromId, toId, version: row.version, backupId: before.backup_id, hung });
    }
    const [first, last] = [facts.chosen.choices[0], facts.chosen.choices.at(-1)];
    return regroupings.create(work, {
      id,
      owner_id: actor.personId,
      asked: toJson(asked),
      moves: toJson(kept),
      outcome: toJson({
        imbalanceBefore: first?.imbalance ?? null,
        imbalanceAfter: last?.imbalance ?? null,
        marginDisturbed: last?.marginDisturbed ?? 0,
      }),
      undone_at: null,
    });
  });
};

/**
 * Undoes a regrouping while nobody has touched what it moved: everything goes back exactly as it was, or nothing does.
 * @throws Failure `regrouping-touched` naming the accounts, `version-clash` when it was undone already
 */
export const undoRegrouping = (deps: Deps, actor: Actor, id: string, seen: number): Promise<RegroupingTable> =>
  deps.transact(actor, async (work) => {
    const row = await regroupings.get(work.db, actor, id);
    if (row.version !== seen || row.undone_at !== null) throw new Failure('version-clash', { row });
    const touched: { path: string; code: string; message: string }[] = [];
    for (const { accountId, fromId, version, backupId, hung } of fromJson<Kept[]>(row.moves)) {
      const name = (await accounts.find(work.db, actor, accountId))?.name ?? '';
      try {
        const after = await accounts.get(work.db, actor, accountId);
        const back = { owner_id: fromId, backup_id: backupId };
        await accounts.handOver(work, await accounts.update(work, accountId, version, back, { action: 'undone' }));
        for (const one of hung) await takeBack(work, one, fromId ?? (after.owner_id as string));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        touched.push({ path: `/accounts/${accountId}`, code: 'changed', message: name });
      }
    }
    if (touched.length > 0) throw new Failure('regrouping-touched', { issues: touched });
    return regroupings.update(work, id, seen, { undone_at: work.at }, { action: 'undone' });
  });

import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { toJson } from './columns.ts';
import { indexFields } from './field-index.ts';
import { tallyInvoices } from './receivable-tally-store.ts';
import { indexRecords } from './search-index.ts';
import { stageEntriesOf } from './stage-entries.ts';
import type { ChangeTable } from './tables/changes.ts';
import { tallyContacts } from './tally-store.ts';
import type { NewChange, Work } from './work.ts';

const rowsAtOnce = 500;

/** Hears of the changes of a transaction before its commit, and may write what follows from them. */
export type BeforeCommit = (work: Work, changes: readonly ChangeTable[]) => Promise<void>;

/** Makes `transact` for a database: changes are written at the end of the transaction, and announced after the commit. */
export const transactor =
  (
    { db, dialect, clock, newId, live }: Pick<Deps, 'db' | 'dialect' | 'clock' | 'newId' | 'live'>,
    beforeCommit: BeforeCommit,
  ): Deps['transact'] =>
  async <T>(actor: Actor, deed: (work: Work) => Promise<T>): Promise<T> => {
    const at = clock.now();
    const changes: ChangeTable[] = [];
    const touched: { subject: string; record_id: string }[] = [];
    const setId = newId();
    const changed = (change: NewChange) => {
      changes.push({
        org_id: actor.orgId,
        id: newId(),
        at,
        actor_id: actor.personId,
        subject: change.subject,
        record_id: change.recordId,
        action: change.action,
        version: change.version ?? null,
        account_id: change.accountId ?? null,
        owner_id: change.ownerId ?? null,
        backup_id: change.backupId ?? null,
        before: change.before ? toJson(change.before) : null,
        after: change.after ? toJson(change.after) : null,
        reason: change.reason ?? null,
        set_id: setId,
        api_key_id: actor.key?.id ?? null,
      });
    };
    const result = await db.transaction().execute(async (trx) => {
      const work: Work = {
        db: trx,
        dialect,
        actor,
        at,
        setId,
        newId,
        changed,
        touched: (subject, ids) => touched.push(...ids.map((record_id) => ({ subject, record_id }))),
      };
      const value = await deed(work);
      for (let from = 0; from < changes.length; from += rowsAtOnce)
        await trx
          .insertInto('change')
          .values(changes.slice(from, from + rowsAtOnce))
          .execute();
      const entries = stageEntriesOf(changes, () => clock.today(actor.organisation.timeZone));
      for (let from = 0; from < entries.length; from += rowsAtOnce)
        await trx
          .insertInto('stage_entry')
          .values(entries.slice(from, from + rowsAtOnce))
          .execute();
      await tallyContacts(trx, actor.orgId, changes);
      await tallyInvoices(trx, dialect, actor.orgId, [...changes, ...touched]);
      await indexFields(trx, actor.orgId, changes);
      await indexRecords(trx, actor.orgId, [...changes, ...touched]);
      if (changes.length > 0) await beforeCommit(work, changes);
      return value;
    });
    live.publish(changes);
    return result;
  };

import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ExpenseReceiptTable } from '../../db/tables/spend.ts';
import type { Work } from '../../db/work.ts';

export type NewReceipt = { id: string; fileName: string; mediaType: string; bytes: Uint8Array };

/** The files of receipts. Whoever sees a claim sees its receipt: ask for the claim first. */
export const receipts = {
  /** Keeps a file as the receipt of a claim, in place of the one before. */
  async put(work: Work, expenseId: string, { id, fileName, mediaType, bytes }: NewReceipt): Promise<void> {
    await receipts.drop(work, expenseId);
    await work.db
      .insertInto('expense_receipt')
      .values({
        org_id: work.actor.orgId,
        id,
        expense_id: expenseId,
        file_name: fileName,
        media_type: mediaType,
        size: bytes.length,
        content: Buffer.from(bytes).toString('base64'),
        created_at: work.at,
      })
      .execute();
  },

  async drop(work: Work, expenseId: string): Promise<void> {
    await work.db
      .deleteFrom('expense_receipt')
      .where('org_id', '=', work.actor.orgId)
      .where('expense_id', '=', expenseId)
      .execute();
  },

  /** Is this id in use, by whomever? */
  isTaken: async (work: Work, id: string): Promise<boolean> =>
    (await work.db
      .selectFrom('expense_receipt')
      .select('id')
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .executeTakeFirst()) !== undefined,

  /** What is known of some receipts, without their files. */
  of: (db: Db, actor: Actor, ids: readonly string[]): Promise<Omit<ExpenseReceiptTable, 'content'>[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('expense_receipt')
          .select(['org_id', 'id', 'expense_id', 'file_name', 'media_type', 'size', 'created_at'])
          .where('org_id', '=', actor.orgId)
          .where('id', 'in', [...ids])
          .execute(),

  find: (db: Db, actor: Actor, id: string): Promise<ExpenseReceiptTable | undefined> =>
    db
      .selectFrom('expense_receipt')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('id', '=', id)
      .executeTakeFirst(),
};

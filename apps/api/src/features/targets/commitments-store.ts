import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import type { Db } from '../../db/open.ts';
import type { CommitmentCellTable, CommitmentTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';

type Year = { measure: AdditiveMeasure; fiscalYear: number };
type Whose = Year & { personId: string };

/** What people commit of a measure and fiscal year. Whose may be read is for the caller to say: the ids that are asked for. */
export const commitments = {
  of: (db: Db, orgId: string, { measure, fiscalYear }: Year, persons: readonly string[]): Promise<CommitmentTable[]> =>
    persons.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('commitment')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('measure', '=', measure)
          .where('fiscal_year', '=', fiscalYear)
          .where('person_id', 'in', [...persons])
          .execute(),

  cells: (
    db: Db,
    orgId: string,
    { measure, fiscalYear }: Year,
    persons: readonly string[],
  ): Promise<CommitmentCellTable[]> =>
    persons.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('commitment_cell')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('measure', '=', measure)
          .where('fiscal_year', '=', fiscalYear)
          .where('person_id', 'in', [...persons])
          .orderBy('person_id')
          .orderBy('month')
          .orderBy('line')
          .execute(),

  /** Makes the next version, if the one that was seen still stands; 0 is before there was one. True when it did. */
  async advance(work: Work, { measure, fiscalYear, personId }: Whose, seen: number): Promise<boolean> {
    if (seen === 0) {
      const inserted = await work.db
        .insertInto('commitment')
        .values({
          org_id: work.actor.orgId,
          measure,
          fiscal_year: fiscalYear,
          person_id: personId,
          version: 1,
          updated_at: work.at,
        })
        .onConflict((conflict) => conflict.columns(['org_id', 'measure', 'fiscal_year', 'person_id']).doNothing())
        .executeTakeFirst();
      return Number(inserted.numInsertedOrUpdatedRows ?? 0) === 1;
    }
    const updated = await work.db
      .updateTable('commitment')
      .set({ version: seen + 1, updated_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('measure', '=', measure)
      .where('fiscal_year', '=', fiscalYear)
      .where('person_id', '=', personId)
      .where('version', '=', seen)
      .executeTakeFirst();
    return Number(updated.numUpdatedRows) === 1;
  },

  async put(
    work: Work,
    { measure, fiscalYear, personId }: Whose,
    cell: { line: string; month: number; amount: number },
  ) {
    await work.db
      .insertInto('commitment_cell')
      .values({
        org_id: work.actor.orgId,
        measure,
        fiscal_year: fiscalYear,
        person_id: personId,
        line: cell.line,
        month: cell.month + 1,
        amount_minor: cell.amount,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'measure', 'fiscal_year', 'person_id', 'line', 'month'])
          .doUpdateSet((eb) => ({ amount_minor: eb.ref('excluded.amount_minor') })),
      )
      .execute();
  },

  async takeBack(
    work: Work,
    { measure, fiscalYear, personId }: Whose,
    cell: { line: string; month: number },
  ): Promise<void> {
    await work.db
      .deleteFrom('commitment_cell')
      .where('org_id', '=', work.actor.orgId)
      .where('measure', '=', measure)
      .where('fiscal_year', '=', fiscalYear)
      .where('person_id', '=', personId)
      .where('line', '=', cell.line)
      .where('month', '=', cell.month + 1)
      .execute();
  },
};

import type { ReceivablesDefinition, ReceivablesDefinitionPatch } from '@milepost/contract/receivables';
import type { Db } from '../../db/open.ts';
import type { ReceivablesDefinitionTable } from '../../db/tables/receivables.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';

/** What the figures mean where nobody has said otherwise. */
const usual: ReceivablesDefinition = {
  version: 0,
  termsDays: 30,
  withinDays: 60,
  withinFrom: 'issue',
  windowDays: 90,
};

const definitionOf = (row: ReceivablesDefinitionTable): ReceivablesDefinition => ({
  version: row.version,
  termsDays: row.terms_days,
  withinDays: row.within_days,
  withinFrom: row.within_from,
  windowDays: row.window_days,
});

/** The organisation's own definitions of its receivables. */
export const definitions = {
  async get(db: Db, orgId: string): Promise<ReceivablesDefinition> {
    const row = await db
      .selectFrom('receivables_definition')
      .selectAll()
      .where('org_id', '=', orgId)
      .executeTakeFirst();
    return row ? definitionOf(row) : usual;
  },

  /**
   * Changes the definition if the version seen is still the one that stands; 0 is the usual one.
   * @throws Failure `version-clash`
   */
  async update(work: Work, seen: number, patch: ReceivablesDefinitionPatch): Promise<ReceivablesDefinition> {
    const { orgId } = work.actor;
    const before = await definitions.get(work.db, orgId);
    if (before.version !== seen) throw new Failure('version-clash', { current: before });
    const after = { ...before, ...patch, version: seen + 1 };
    const columns = {
      version: after.version,
      updated_at: work.at,
      terms_days: after.termsDays,
      within_days: after.withinDays,
      within_from: after.withinFrom,
      window_days: after.windowDays,
    };
    const written =
      seen === 0
        ? Number(
            (
              await work.db
                .insertInto('receivables_definition')
                .values({ org_id: orgId, id: orgId, ...columns })
                .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
                .executeTakeFirst()
            ).numInsertedOrUpdatedRows ?? 0,
          )
        : Number(
            (
              await work.db
                .updateTable('receivables_definition')
                .set(columns)
                .where('org_id', '=', orgId)
                .where('version', '=', seen)
                .executeTakeFirst()
            ).numUpdatedRows,
          );
    if (written === 0) throw new Failure('version-clash', { current: await definitions.get(work.db, orgId) });
    const fields = Object.keys(patch) as (keyof ReceivablesDefinitionPatch)[];
    work.changed({
      subject: 'receivables_definition',
      recordId: orgId,
      action: 'updated',
      version: after.version,
      before: Object.fromEntries(fields.map((field) => [field, before[field]])),
      after: { ...patch },
    });
    return after;
  },
};

import { fiscalLabel } from '@milepost/contract/calendar';
import type { ChecklistItemView, ExitCriterion, KeyDate, MilestoneView } from '@milepost/contract/milestones';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ChecklistItemTable, MilestoneTable } from '../../db/tables/planning.ts';
import { progressOf, spanOf, type YearFacts, yearFacts } from './measure-milestone.ts';
import { checklistItems } from './store.ts';

export async function checklistItemViews(
  db: Db,
  actor: Actor,
  rows: readonly ChecklistItemTable[],
): Promise<ChecklistItemView[]> {
  const names = await namesOf(db, actor, { person: rows.flatMap((row) => [row.owner_id, row.done_by_id]) });
  return rows.map((row) => ({
    ...recordFields(row),
    milestoneId: row.milestone_id,
    keyDateId: row.key_date_id,
    text: row.text,
    ownerId: row.owner_id,
    owner: nameOf(names.person, row.owner_id),
    dueOn: row.due_on,
    doneAt: row.done_at,
    doneBy: nameOf(names.person, row.done_by_id),
  }));
}

/** Rows → wire, each with where it stands as of today and its checklists. */
export const milestoneViewsOn =
  (today: (actor: Actor) => string) =>
  async (db: Db, actor: Actor, rows: readonly MilestoneTable[]): Promise<MilestoneView[]> => {
    const years = new Map<number, YearFacts>();
    const items = await checklistItemViews(
      db,
      actor,
      await checklistItems.of(
        db,
        actor,
        rows.map(({ id }) => id),
      ),
    );
    const views: MilestoneView[] = [];
    for (const row of rows) {
      const year = years.get(row.fiscal_year) ?? (await yearFacts(db, actor, today(actor), row.fiscal_year));
      years.set(row.fiscal_year, year);
      const { from, to } = spanOf(year, row);
      views.push({
        ...recordFields(row),
        fiscalYear: row.fiscal_year,
        fiscalYearLabel: fiscalLabel(actor.organisation, year.months[0]?.from ?? from),
        name: row.name,
        fromMonth: row.from_month,
        toMonth: row.to_month,
        share: row.share_bp === null ? null : row.share_bp / 10_000,
        focus: row.focus,
        criteria: fromJson<ExitCriterion[]>(row.criteria),
        keyDates: fromJson<KeyDate[]>(row.key_dates),
        startsOn: from,
        endsOn: to,
        asOf: year.asOf,
        isWhole: year.isWhole,
        ...(await progressOf(db, actor, year, row)),
        items: items.filter(({ milestoneId }) => milestoneId === row.id),
      });
    }
    return views;
  };

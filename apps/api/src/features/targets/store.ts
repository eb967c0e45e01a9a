import type { ListQuery } from '@milepost/contract/page';
import type { Plan } from '@milepost/core/targets/plan';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { TargetCellTable, TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';
import { type PlanFrame, type PlanParts, partsOf, planOf } from './plan-wire.ts';

const rowsAtOnce = 1000;

const base = recordStore({
  table: 'target',
  sort: { fiscalYear: 'fiscal_year', name: 'name', createdAt: 'created_at' },
  filter: { fiscalYear: 'fiscal_year', status: 'status', basis: 'basis' },
  search: ['name'],
});

export const targets = {
  /** Drafts are the work of those who plan: for a rep they are not there. */
  list: (db: Db, actor: Actor, query: ListQuery) =>
    base.list(db, actor, {
      ...query,
      sort: query.sort ?? '-fiscalYear',
      filter: [
        ...(query.filter ?? []),
        ...(actor.role === 'rep' ? [{ field: 'status', op: 'is-not' as const, value: 'draft' }] : []),
      ],
    }),

  async find(db: Db, actor: Actor, id: string): Promise<TargetTable | undefined> {
    const row = await base.find(db, actor, id);
    return row?.status === 'draft' && actor.role === 'rep' ? undefined : row;
  },

  /** @throws Failure `not-found` */
  async get(db: Db, actor: Actor, id: string): Promise<TargetTable> {
    const row = await targets.find(db, actor, id);
    if (!row) throw new Failure('not-found');
    return row;
  },

  /** Creates a plan with its cells, once. */
  async create(
    work: Work,
    values: Parameters<typeof base.create>[1],
    plan: Plan,
  ): Promise<{ row: TargetTable; isNew: boolean }> {
    const made = await base.create(work, values);
    if (made.isNew) await writeCells(work, values.id, plan);
    return made;
  },

  /** Changes what is said of a plan, not the plan. */
  update: base.update,
  archive: base.archive,
  each: base.each,

  /**
   * Puts a plan in the place of another: columns, frame and the cells that differ, as one new version, whether or not a total changed.
   * @param story what was done, for the change record
   */
  async replace(
    work: Work,
    { id, seen, before, plan }: { id: string; seen: number; before: Plan; plan: Plan },
    {
      columns = {},
      ...story
    }: { columns?: Partial<TargetTable>; action: string; reason?: string; beside: Record<string, unknown> },
  ): Promise<TargetTable> {
    const row = await base.update(
      work,
      id,
      seen,
      { total_minor: plan.total, shape: targets.frameOf(plan), ...columns },
      story,
    );
    await writeCells(work, id, plan, before);
    return row;
  },

  /** The published plan of a fiscal year, undefined when there is none. */
  published: (db: Db, orgId: string, fiscalYear: number): Promise<TargetTable | undefined> =>
    db
      .selectFrom('target')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('fiscal_year', '=', fiscalYear)
      .where('status', '=', 'published')
      .where('archived_at', 'is', null)
      .orderBy('published_at', 'desc')
      .executeTakeFirst(),

  /** What a fiscal year is to bring in: its published plan, or the latest draft that shares out a total. */
  async ofYear(db: Db, orgId: string, fiscalYear: number): Promise<TargetTable | undefined> {
    const published = await targets.published(db, orgId, fiscalYear);
    if (published) return published;
    return db
      .selectFrom('target')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('fiscal_year', '=', fiscalYear)
      .where('status', '=', 'draft')
      .where('basis', '=', 'spread')
      .where('archived_at', 'is', null)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
  },

  cells: (db: Db, orgId: string, targetId: string): Promise<TargetCellTable[]> =>
    db
      .selectFrom('target_cell')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('target_id', '=', targetId)
      .orderBy('person_id')
      .orderBy('line')
      .orderBy('month')
      .execute(),

  /** The plan of a target that was spread from a total. */
  async plan(db: Db, row: TargetTable): Promise<Plan> {
    const [cells, segmentCells] = await Promise.all([
      targets.cells(db, row.org_id, row.id),
      db
        .selectFrom('target_segment')
        .selectAll()
        .where('org_id', '=', row.org_id)
        .where('target_id', '=', row.id)
        .execute(),
    ]);
    return planOf(fromJson<PlanFrame>(row.shape), row.total_minor, {
      leaves: cells.map((cell) => ({
        person: cell.person_id,
        line: cell.line,
        month: cell.month - 1,
        amount: cell.amount_minor,
      })),
      segmentMonths: segmentCells.map((cell) => ({
        segment: cell.segment,
        month: cell.month - 1,
        amount: cell.amount_minor,
      })),
    });
  },

  frameOf: (plan: Plan): string => toJson(partsOf(plan).frame),
};

/** Writes the leaves that differ from what is stored; a leaf of zero is no row. */
async function writeCells(work: Work, targetId: string, plan: Plan, before?: Plan): Promise<void> {
  const parts = partsOf(plan);
  const changed = before ? differing(parts, partsOf(before)) : parts;
  const org_id = work.actor.orgId;
  const target_id = targetId;
  const leaves = changed.leaves.map((leaf) => ({
    org_id,
    target_id,
    person_id: leaf.person,
    line: leaf.line,
    month: leaf.month + 1,
    amount_minor: leaf.amount,
  }));
  const segments = changed.segmentMonths.map((cell) => ({
    org_id,
    target_id,
    segment: cell.segment,
    month: cell.month + 1,
    amount_minor: cell.amount,
  }));
  for (let from = 0; from < leaves.length; from += rowsAtOnce)
    await work.db
      .insertInto('target_cell')
      .values(leaves.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'target_id', 'person_id', 'line', 'month'])
          .doUpdateSet((eb) => ({ amount_minor: eb.ref('excluded.amount_minor') })),
      )
      .execute();
  for (let from = 0; from < segments.length; from += rowsAtOnce)
    await work.db
      .insertInto('target_segment')
      .values(segments.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'target_id', 'segment', 'month'])
          .doUpdateSet((eb) => ({ amount_minor: eb.ref('excluded.amount_minor') })),
      )
      .execute();
  for (const table of ['target_cell', 'target_segment'] as const)
    await work.db
      .deleteFrom(table)
      .where('org_id', '=', org_id)
      .where('target_id', '=', target_id)
      .where('amount_minor', '=', 0)
      .execute();
}

function differing(now: PlanParts, before: PlanParts): PlanParts {
  const known = new Map(before.leaves.map((leaf) => [`${leaf.person}\n${leaf.line}\n${leaf.month}`, leaf.amount]));
  const knownSegments = new Map(before.segmentMonths.map((cell) => [`${cell.segment}\n${cell.month}`, cell.amount]));
  return {
    frame: now.frame,
    leaves: now.leaves.filter((leaf) => known.get(`${leaf.person}\n${leaf.line}\n${leaf.month}`) !== leaf.amount),
    segmentMonths: now.segmentMonths.filter(
      (cell) => knownSegments.get(`${cell.segment}\n${cell.month}`) !== cell.amount,
    ),
  };
}

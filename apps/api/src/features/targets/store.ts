import type { ListQuery } from '@milepost/contract/page';
import { type AdditiveMeasure, isRate, type RateMeasure, type TargetMeasure } from '@milepost/core/targets/measures';
import { leafPlace, MONTHS_IN_YEAR, type Plan } from '@milepost/core/targets/plan';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { TargetCellTable, TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';
import { writeCells } from './cells-store.ts';
import { madeFromOf } from './made-from.ts';
import { type PlanFrame, partsOf, planOf } from './plan-wire.ts';

/** What a row plans, of a measure that sums. @throws Failure `target-not-shared` of a share, which is inherited */
export function demandShared(row: TargetTable): AdditiveMeasure {
  if (isRate(row.measure)) throw new Failure('target-not-shared');
  return row.measure;
}

/** @throws Failure `target-shared` of a total that is shared out */
export function demandRate(row: TargetTable): RateMeasure {
  if (!isRate(row.measure)) throw new Failure('target-shared');
  return row.measure;
}

const base = recordStore({
  table: 'target',
  sort: { fiscalYear: 'fiscal_year', name: 'name', createdAt: 'created_at' },
  filter: { fiscalYear: 'fiscal_year', status: 'status', basis: 'basis', measure: 'measure' },
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

  /** Creates a plan with its cells, once; `cores` are their core parts, leaf by leaf, where there are any. */
  async create(
    work: Work,
    values: Parameters<typeof base.create>[1],
    plan: Plan,
    cores: Float64Array | null = null,
  ): Promise<{ row: TargetTable; isNew: boolean }> {
    const made = await base.create(work, values);
    if (made.isNew) await writeCells(work, values.id, plan, { cores });
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
    await writeCells(work, id, plan, { before });
    return row;
  },

  /** What is published of a measure for a fiscal year, undefined when nothing is; with a day, the version that counted on it. */
  published: (
    db: Db,
    orgId: string,
    { fiscalYear, day, measure = 'revenue' }: { fiscalYear: number; day?: string; measure?: TargetMeasure },
  ): Promise<TargetTable | undefined> =>
    db
      .selectFrom('target')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('measure', '=', measure)
      .where('fiscal_year', '=', fiscalYear)
      .where('published_at', 'is not', null)
      .where((eb) =>
        day === undefined
          ? eb('status', '=', 'published')
          : eb.or([eb('effective_on', 'is', null), eb('effective_on', '<=', day)]),
      )
      .where('archived_at', 'is', null)
      .orderBy('published_at', 'desc')
      .executeTakeFirst(),

  /** The fiscal years for which something of a measure was published. */
  publishedYears: async (db: Db, orgId: string, measure: TargetMeasure): Promise<number[]> =>
    (
      await db
        .selectFrom('target')
        .select('fiscal_year')
        .distinct()
        .where('org_id', '=', orgId)
        .where('measure', '=', measure)
        .where('published_at', 'is not', null)
        .where('archived_at', 'is', null)
        .execute()
    ).map((row) => row.fiscal_year),

  /** What a fiscal year is to bring in: its published plan, or the latest draft that shares out a total. */
  async ofYear(
    db: Db,
    orgId: string,
    fiscalYear: number,
    measure: AdditiveMeasure = 'revenue',
  ): Promise<TargetTable | undefined> {
    const published = await targets.published(db, orgId, { fiscalYear, measure });
    if (published) return published;
    return db
      .selectFrom('target')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('measure', '=', measure)
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

  /** What people in sight are to bring in by month (0–11): sums, but single cells in one month, where somebody rounds each of them. */
  async plannedByMonth(db: Db, actor: Actor, { id }: Pick<TargetTable, 'id'>, single = -1) {
    let cells = db.selectFrom('target_cell').where('org_id', '=', actor.orgId).where('target_id', '=', id);
    if (actor.reach !== 'all') cells = cells.where('person_id', 'in', [...actor.reach]);
    const [sums, alone] = await Promise.all([
      cells
        .where('month', '!=', single + 1)
        .select((eb) => ['month', eb.fn.sum<number>('amount_minor').as('amount')])
        .groupBy('month')
        .execute(),
      single < 0
        ? []
        : cells
            .where('month', '=', single + 1)
            .select(['month', 'amount_minor as amount'])
            .execute(),
    ]);
    return [...sums, ...alone].map(({ month, amount }) => ({
      ...{ personId: '', line: '', month: month - 1, amount: Number(amount) },
    }));
  },

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

  /** The core parts of the leaves; null where the plan was not made from history. */
  async cores(db: Db, row: TargetTable): Promise<Float64Array | null> {
    if (madeFromOf(row)?.core == null) return null;
    const { persons, lines } = fromJson<PlanFrame>(row.shape);
    const cores = new Float64Array(persons.length * lines.length * MONTHS_IN_YEAR);
    const places = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
    const [person, line] = [places(persons), places(lines)];
    for (const cell of await targets.cells(db, row.org_id, row.id)) {
      const [p, l] = [person.get(cell.person_id), line.get(cell.line)];
      if (p !== undefined && l !== undefined) cores[leafPlace({ lines }, p, l, cell.month - 1)] = cell.core_minor ?? 0;
    }
    return cores;
  },

  frameOf: (plan: Plan): string => toJson(partsOf(plan).frame),
};

import type { MixPlanPatch } from '@milepost/contract/mix';
import type { ListQuery, Page } from '@milepost/contract/page';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { MixPlanTable } from '../../db/tables/mix.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';

const base = recordStore({
  table: 'mix_plan',
  sort: { fiscalYear: 'fiscal_year', name: 'name', createdAt: 'created_at' },
  filter: { fiscalYear: 'fiscal_year', name: 'name' },
  search: ['name'],
});

/** Margins of the lines and what the year is to bring in are the affair of those who plan: for a rep a mix is not there. */
const plans = (actor: Actor): boolean => actor.role !== 'rep';

export const mixPlans = {
  ...base,

  list: async (db: Db, actor: Actor, query: ListQuery): Promise<Page<MixPlanTable>> =>
    plans(actor)
      ? base.list(db, actor, { ...query, sort: query.sort ?? '-fiscalYear' })
      : { items: [], next: null, total: query.count === '1' ? 0 : null },

  find: async (db: Db, actor: Actor, id: string): Promise<MixPlanTable | undefined> =>
    plans(actor) ? base.find(db, actor, id) : undefined,

  /** @throws Failure `not-found` */
  async get(db: Db, actor: Actor, id: string): Promise<MixPlanTable> {
    const row = await mixPlans.find(db, actor, id);
    if (!row) throw new Failure('not-found');
    return row;
  },

  /**
   * The one mix of a year. Deciders about the year of an organisation come one after the other.
   * @throws Failure `year-taken` when another one stands
   */
  async demandFreeYear(work: Work, fiscalYear: number, exceptId: string): Promise<void> {
    await work.dialect.lock(`mix:${work.actor.orgId}`)?.execute(work.db);
    const other = await work.db
      .selectFrom('mix_plan')
      .select('id')
      .where('org_id', '=', work.actor.orgId)
      .where('fiscal_year', '=', fiscalYear)
      .where('archived_at', 'is', null)
      .where('id', '!=', exceptId)
      .executeTakeFirst();
    if (other) throw new Failure('year-taken');
  },
};

type Rules = Pick<Required<MixPlanPatch>, 'hours' | 'highShare' | 'trafficShare' | 'pairings'>;
export type MixDetails = Required<MixPlanPatch>;

/** What a row says, as core and the wire read it. */
export const detailsOf = (row: MixPlanTable): MixDetails => ({
  name: row.name,
  lines: fromJson<MixDetails['lines']>(row.lines),
  targetMinor: row.target_minor,
  ...fromJson<Rules>(row.rules),
});

export const columnsOf = ({ name, lines, targetMinor, hours, highShare, trafficShare, pairings }: MixDetails) => ({
  name,
  lines: toJson(lines),
  target_minor: targetMinor,
  rules: toJson({ hours, highShare, trafficShare, pairings } satisfies Rules),
});

import { sql } from 'kysely';
import type { Db } from '../../db/open.ts';
import type { TallyMeasure } from '../../db/tables/overview.ts';
import type { CreditTable, SaleTable } from '../../db/tables/sales.ts';
import { addToTally, bothGrains } from '../../db/tally-store.ts';
import type { Work } from '../../db/work.ts';
import { dayRates, rateKey } from '../money/store.ts';
import type { Bearings } from './credit-rows.ts';
import { type Fact, factsOf } from './daily-facts.ts';

/** Below the number of values that one statement may bind, on either database. */
const rowsAtOnce = 500;
const idsAtOnce = 5000;

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Money of the organisation's currency, what other money is in it, and sales: what the tally sums of the books. */
const inTally: Readonly<Partial<Record<Fact['measure'], TallyMeasure>>> = {
  ...{ revenue: 'revenue', costed_revenue: 'costed_revenue', cost: 'cost', sales: 'sales' },
  ...{ org_revenue: 'org_revenue', org_costed_revenue: 'org_costed_revenue', org_cost: 'org_cost' },
};
const ofHome: ReadonlySet<Fact['measure']> = new Set<Fact['measure']>(['revenue', 'costed_revenue', 'cost']);

function tallied({ measure, day, person_id, currency, value }: Fact, home: string) {
  const known = inTally[measure];
  if (known === undefined || (ofHome.has(measure) && currency !== home)) return [];
  return bothGrains({ measure: known, day, personId: person_id, value });
}

/** The books: sales, the credits that divide them, and the daily facts that sum the credits. Nothing else writes there. */
export const books = {
  /**
   * Posters of one organisation come one after the other: two that add to the same days in different order would wait
   * for each other for ever.
   */
  async take(work: Work): Promise<void> {
    await work.dialect.lock(`books:${work.actor.orgId}`)?.execute(work.db);
  },

  /** Writes sales that are not there yet, and says which those were. */
  async enter(work: Work, rows: readonly SaleTable[]): Promise<Set<string>> {
    const entered = new Set<string>();
    for (const some of chunks(rows, rowsAtOnce)) {
      const inserted = await work.db
        .insertInto('sale')
        .values(some)
        .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
        .returning('id')
        .execute();
      for (const { id } of inserted) entered.add(id);
    }
    return entered;
  },

  /** Appends credits, and adds them to the daily facts in the same transaction. */
  async append(work: Work, credits: readonly CreditTable[]): Promise<void> {
    for (const some of chunks(credits, rowsAtOnce)) await work.db.insertInto('credit').values(some).execute();
    await books.addFacts(work, factsOf(credits));
  },

  /** Adds to the daily facts, and to the tally. */
  async addFacts(work: Work, facts: readonly Fact[]): Promise<void> {
    for (const some of chunks(facts, rowsAtOnce))
      await work.db
        .insertInto('fact_day')
        .values(some.map((fact) => ({ org_id: work.actor.orgId, ...fact })))
        .onConflict((conflict) =>
          conflict
            .columns(['org_id', 'measure', 'day', 'person_id', 'line', 'segment', 'currency'])
            .doUpdateSet({ value: sql`fact_day.value + excluded.value` }),
        )
        .execute();
    await addToTally(
      work.db,
      work.actor.orgId,
      facts.flatMap((fact) => tallied(fact, work.actor.organisation.currency)),
    );
  },

  /** Sales as they stand, whoever may see them: what is owed to the books does not hang on who asks. */
  async salesOf(work: Work, ids: readonly string[]): Promise<SaleTable[]> {
    const found: SaleTable[] = [];
    for (const some of chunks(ids, idsAtOnce))
      found.push(
        ...(await work.db
          .selectFrom('sale')
          .selectAll()
          .where('org_id', '=', work.actor.orgId)
          .where('id', 'in', some)
          .execute()),
      );
    return found;
  },

  /** The sales that stand in the books for deals: at most one for each. */
  async salesOfOpportunities(work: Work, opportunityIds: readonly string[]): Promise<Map<string, SaleTable>> {
    const found = new Map<string, SaleTable>();
    for (const some of chunks(opportunityIds, idsAtOnce)) {
      const rows = await work.db
        .selectFrom('sale')
        .selectAll()
        .where('org_id', '=', work.actor.orgId)
        .where('opportunity_id', 'in', some)
        .where('archived_at', 'is', null)
        .execute();
      for (const row of rows) if (row.opportunity_id) found.set(row.opportunity_id, row);
    }
    return found;
  },

  /** All credits of sales, oldest first. */
  async creditsOf(db: Db, orgId: string, saleIds: readonly string[]): Promise<CreditTable[]> {
    const found: CreditTable[] = [];
    for (const some of chunks(saleIds, idsAtOnce))
      found.push(
        ...(await db
          .selectFrom('credit')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('sale_id', 'in', some)
          .orderBy('id')
          .execute()),
      );
    return found;
  },

  /** Overwrites a sale's row if the version seen still stands. False when somebody else was first. */
  async rewrite(work: Work, row: SaleTable, seen: number): Promise<boolean> {
    const { org_id: _, id: __, created_at: ___, ...set } = row;
    const updated = await work.db
      .updateTable('sale')
      .set(set)
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', row.id)
      .where('version', '=', seen)
      .executeTakeFirst();
    return Number(updated.numUpdatedRows) === 1;
  },

  /** What credits freeze of accounts, products and people, as it is now. */
  async bearings(work: Work, rows: readonly SaleTable[]): Promise<Bearings> {
    const { orgId } = work.actor;
    const accountIds = [...new Set(rows.flatMap((row) => row.account_id ?? []))];
    const accounts: Bearings['accounts'] = new Map();
    for (const some of chunks(accountIds, idsAtOnce)) {
      const query = work.db.selectFrom('account').select(['id', 'segment', 'region']);
      for (const row of await query.where('org_id', '=', orgId).where('id', 'in', some).execute())
        accounts.set(row.id, row);
    }
    const products = await work.db.selectFrom('product').select(['id', 'line']).where('org_id', '=', orgId).execute();
    const people = await work.db
      .selectFrom('person')
      .select(['id', 'team_id', 'office'])
      .where('org_id', '=', orgId)
      .execute();
    const { currency: home } = work.actor.organisation;
    const abroad = rows.filter((row) => row.currency !== home);
    const rates = await dayRates(work, [...new Set(abroad.map((row) => row.day))]);
    return {
      home,
      rates: new Map(rates.map((rate) => [rateKey(rate), rate.rate])),
      accounts,
      products: new Map(products.map((row) => [row.id, row])),
      people: new Map(people.map((row) => [row.id, row])),
    };
  },
};

import type { CreditTable } from '../../db/tables/sales.ts';
import type { Work } from '../../db/work.ts';
import { dayRates, rateKey } from '../money/store.ts';
import { books } from './books-store.ts';
import { ratedAt } from './credit-rows.ts';
import { factsOf, inOrganisationCurrency } from './daily-facts.ts';

/** Credits of other currencies on these days that have no rate yet, with the reversals that took them back since. */
async function unratedOn(work: Work, days: readonly string[]): Promise<CreditTable[]> {
  const { orgId, organisation } = work.actor;
  const found: CreditTable[] = [];
  for (let from = 0; from < days.length; from += 500) {
    const unrated = () =>
      work.db
        .selectFrom('credit')
        .where('org_id', '=', orgId)
        .where('kind', '=', 'sale')
        .where('rate', 'is', null)
        .where('currency', '!=', organisation.currency)
        .where('day', 'in', days.slice(from, from + 500));
    found.push(...(await unrated().selectAll().orderBy('id').execute()));
    found.push(
      ...(await work.db
        .selectFrom('credit')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('rate', 'is', null)
        .where('reverses_id', 'in', unrated().select('id'))
        .execute()),
    );
  }
  return found;
}

/**
 * Freezes credits that had no rate at the rate of their day, now that there may be one, and adds what they are in the
 * organisation's currency to the daily facts. A credit that has its rate keeps it; a reversal follows what it took back.
 * Doing it twice does nothing more.
 * @returns how many credits found their rate, by `rateKey`
 */
export async function fillRates(work: Work, days: readonly string[]): Promise<Map<string, number>> {
  await books.take(work);
  const wanted = [...new Set(days)];
  const rates = new Map((await dayRates(work, wanted)).map((rate) => [rateKey(rate), rate.rate]));
  const open = await unratedOn(work, wanted);
  const filled: CreditTable[] = [];
  const counts = new Map<string, number>();
  // The credits that divide a sale were posted together: they share one instant.
  const sales = Map.groupBy(
    open.filter(({ kind }) => kind === 'sale'),
    (credit) => `${credit.sale_id} ${credit.created_at} ${rateKey(credit)}`,
  );
  for (const credits of sales.values()) {
    const key = rateKey(credits[0] as CreditTable);
    const rate = rates.get(key);
    if (rate === undefined) continue;
    filled.push(...ratedAt(credits, rate, work.actor.organisation.currency));
    counts.set(key, (counts.get(key) ?? 0) + credits.length);
  }
  const origins = new Map(filled.map((credit) => [credit.id, credit]));
  for (const reversal of open) {
    const origin = reversal.reverses_id === null ? undefined : origins.get(reversal.reverses_id);
    if (!origin) continue;
    const { rate, org_minor, org_cost_minor } = origin;
    const taken = (value: number | null) => (value === null ? null : 0 - value);
    filled.push({ ...reversal, rate, org_minor: taken(org_minor), org_cost_minor: taken(org_cost_minor) });
  }
  for (const { id, rate, org_minor, org_cost_minor } of filled)
    await work.db
      .updateTable('credit')
      .set({ rate, org_minor, org_cost_minor })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .where('rate', 'is', null)
      .execute();
  await books.addFacts(work, factsOf(filled, inOrganisationCurrency));
  return counts;
}

import { costResults, type ReturnsView, type ReturnsWhyQuery } from '@milepost/contract/budget';
import type { ExplainedView } from '@milepost/contract/explain';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { facts as dailyFacts } from '../sales/facts-store.ts';
import { burnEntries } from './burn-entries.ts';
import { type BurnFacts, burnFacts, yearAsked } from './burn-facts.ts';
import { figureWhy, labelsOf } from './explain-burn.ts';
import { firstInstant } from './first-instant.ts';
import { results } from './results-store.ts';

type Result = (typeof costResults)[number];

/** How many of a result there were, as a derivation down to its records. */
async function resultWhy(db: Db, actor: Actor, { months }: BurnFacts, result: Result): Promise<Why> {
  const span = { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '' };
  if (result === 'revenue') {
    const sums = Map.groupBy(await dailyFacts.byMonth(db, actor, span), ({ month }) => month);
    const byMonth = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return derive(
      'sum',
      { rule: 'budget.revenue', unit: 'money' },
      byMonth.map(([month, some]) =>
        stored(
          'revenue-month',
          month,
          some.reduce((sum, { value }) => sum + Number(value), 0),
          'money',
          month,
        ),
      ),
    );
  }
  const { timeZone } = actor.organisation;
  const instants = {
    from: firstInstant(span.from, timeZone),
    to: firstInstant(toIso(toDay(span.to) + 1), timeZone),
  };
  const [kind, found] =
    result === 'lead'
      ? (['lead', await results.leads(db, actor, instants)] as const)
      : result === 'visit'
        ? (['activity', await results.visits(db, actor, span)] as const)
        : (['opportunity', await results.wonDeals(db, actor, span)] as const);
  return derive(
    'count',
    { rule: `budget.${result}-count`, unit: 'count' },
    found.map(({ id, name, day }) => record(kind, id, 1, 'count', `${day} · ${name}`)),
  );
}

const approvedWhy = async (db: Db, actor: Actor, facts: BurnFacts): Promise<Why> =>
  figureWhy('approved', burnEntries(facts, 'month'), { facts, label: await labelsOf(db, actor, facts) });

/** Approved spend of a fiscal year by lead, visit, won deal and unit of revenue of the same people. */
export async function readReturns(
  db: Db,
  actor: Actor,
  today: string,
  fiscalYear: number | undefined,
): Promise<ReturnsView> {
  const facts = await burnFacts(db, actor, yearAsked(actor, today, fiscalYear));
  const spent = (await approvedWhy(db, actor, facts)).value;
  const rows: ReturnsView['rows'] = [];
  for (const result of costResults) {
    const count = (await resultWhy(db, actor, facts, result)).value;
    rows.push({ result, numeratorMinor: spent, denominator: count, cost: count > 0 ? spent / count : null });
  }
  return { fiscalYear: facts.fiscalYear, currency: actor.organisation.currency, rows };
}

/** @throws Failure `not-found` where there is no result to divide by */
export async function explainReturns(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { fiscalYear, result }: ReturnsWhyQuery,
): Promise<ExplainedView> {
  const facts = await burnFacts(db, actor, yearAsked(actor, today, fiscalYear));
  const count = await resultWhy(db, actor, facts, result);
  if (count.value <= 0) throw new Failure('not-found');
  const unit = result === 'revenue' ? 'ratio' : 'money';
  const why = derive('quotient', { rule: `budget.cost-per-${result}`, unit }, [
    await approvedWhy(db, actor, facts),
    count,
  ]);
  return { why, asOf: now };
}

import type { ExplainedView } from '@milepost/contract/explain';
import type { ReceivablesWhyQuery } from '@milepost/contract/receivables';
import { civilDateOf, dayOf, toDay, toIso, type Weekday } from '@milepost/core/calendar/civil-day';
import { record } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { agedAmounts, collectedShare } from '@milepost/core/receivables/collected-share';
import { weeksAfter } from '@milepost/core/receivables/expected-cash';
import { type Standing, standingsOn } from '@milepost/core/receivables/invoice';
import { effectivenessIn } from '@milepost/core/receivables/receivables-on';
import { whyCollected, whyOwed } from '@milepost/core/receivables/why-collected';
import { whyExpected, whyLater, whyUnknown } from '@milepost/core/receivables/why-expected';
import { whyDaysToSettle, whyLateShare } from '@milepost/core/receivables/why-lateness';
import {
  type ReceivableSources,
  sumByInvoice,
  whyBucket,
  whyCountBack,
  whyDaysOutstanding,
  whyDelinquent,
  whyEffectiveness,
  whyOpen,
  whyOpenInvoices,
} from '@milepost/core/receivables/why-receivables';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { curveOfPast, effectivenessFrom, weeksAhead } from './read-receivables.ts';
import { type Part, type ReceivablesFacts, receivablesFacts } from './receivables-facts.ts';
import { receivablesRow } from './receivables-row.ts';

/** Invoices and receipts by what they are called: number, and day. */
export const sourcesOf = ({ rows }: ReceivablesFacts): ReceivableSources => ({
  invoice: ({ id }, value, unit) => record('invoice', id, value, unit, rows.get(id)?.number ?? id),
  receipt: ({ receipt, day }, invoice, value, unit) =>
    record(receipt.kind, receipt.id, value, unit, `${rows.get(invoice.id)?.number ?? ''} · ${toIso(day)}`),
});

const must = <T>(found: T | null | undefined): T => {
  if (found === null || found === undefined) throw new Failure('not-found');
  return found;
};

/** Day of a query's `at`; what is no day is nothing that is there. */
const dayAt = (at: string | undefined) => (at && /^\d{4}-\d\d-\d\d$/.test(at) ? toDay(at) : must(null));

function whyOf(facts: ReceivablesFacts, part: Part, query: ReceivablesWhyQuery, weekStart: Weekday): Why {
  const { on, begins, definition } = facts;
  const { withinDays: days, withinFrom: from, windowDays: window } = definition;
  const sources = sourcesOf(facts);
  const { standings } = part;
  const row = receivablesRow(facts, part);
  const ratios = { daysOutstanding: row.daysOutstanding, bestPossible: row.bestPossible, delinquent: row.delinquent };
  if (query.figure in ratios) must(ratios[query.figure as keyof typeof ratios]);
  switch (query.figure) {
    case 'open':
      return whyOpen(standings, on, sources);
    case 'overdue':
      return whyOpen(standings, on, sources, true);
    case 'bucket': {
      const at = Number(query.at);
      return whyBucket(standings, on, at in row.buckets ? at : must<number>(null), sources);
    }
    case 'daysOutstanding':
      return whyDaysOutstanding(standings, { on, window }, sources);
    case 'bestPossible':
      return whyDaysOutstanding(standings, { on, window, isBest: true }, sources);
    case 'delinquent':
      return whyDelinquent(standings, { on, window }, sources);
    case 'countBack':
      return must(whyCountBack(standings, { on, begins }, sources));
    case 'collected':
      must(row.collected);
      return whyCollected(standings, { on, from, days, by: 'amount' }, sources);
    case 'collectedByCount':
      must(row.collectedByCount);
      return whyCollected(standings, { on, from, days, by: 'count' }, sources);
    case 'effectiveness':
      return effectivenessWhy(standings, { first: effectivenessFrom(query, on), last: on }, sources);
    case 'cohort':
    case 'cohortOwed':
    case 'cohortOpen':
      return cohortWhy(facts, part, query, sources);
    case 'week': {
      const first = dayAt(query.at);
      const week = must(weeksAfter(on, weeksAhead, weekStart).find((one) => one.first === first));
      return whyExpected(standings, curveOfPast(facts), { on, ...week }, sources);
    }
    case 'later': {
      const last = must(weeksAfter(on, weeksAhead, weekStart).at(-1)).last;
      return whyLater(standings, curveOfPast(facts), { on, last }, sources);
    }
    case 'unknown':
      return whyUnknown(standings, curveOfPast(facts), on, sources);
    case 'disputed': {
      const disputed = standings.filter(({ invoice }) => isSet(facts.rows.get(invoice.id)?.is_disputed ?? 0));
      return whyOpenInvoices({ rule: 'receivables.disputed', unit: 'money' }, disputed, sources);
    }
    case 'overpaid':
      return sumByInvoice(
        { rule: 'receivables.overpaid', unit: 'money' },
        standings.filter(({ overpaid }) => overpaid > 0),
        ({ invoice, overpaid }) => sources.invoice(invoice, overpaid, 'money'),
      );
    case 'late':
      must(row.late);
      return whyLateShare(standings, on, sources);
    case 'daysToSettle':
      must(row.daysToSettle);
      return whyDaysToSettle(standings, sources);
  }
}

function effectivenessWhy(
  standings: readonly Standing[],
  span: { first: number; last: number },
  sources: ReceivableSources,
): Why {
  const invoices = standings.map(({ invoice }) => invoice);
  must(effectivenessIn(invoices, span).ratio);
  const before = standingsOn(invoices, span.first - 1);
  return whyEffectiveness({ before, after: standings }, span, sources);
}

function cohortWhy(
  { on }: ReceivablesFacts,
  { standings }: Part,
  { figure, at, age: days = -1 }: ReceivablesWhyQuery,
  sources: ReceivableSources,
): Why {
  const month = dayAt(at);
  const some = standings.filter(({ invoice }) => dayOf({ ...civilDateOf(invoice.issued), dayOfMonth: 1 }) === month);
  must(some.length || null);
  if (figure === 'cohortOwed') return whyOwed(some, sources);
  if (figure === 'cohortOpen') return whyOpenInvoices({ rule: 'receivables.open', unit: 'money' }, some, sources);
  must(days < 0 ? null : collectedShare(agedAmounts(some, on, 'issue'), days));
  return whyCollected(some, { on, from: 'issue', days, by: 'amount' }, sources);
}

/**
 * How a figure of receivables comes about, down to invoices and what was posted against them.
 * @throws Failure `not-found` for a row that is not there or a figure that nobody can know, `mixed-currencies`
 */
export async function explainReceivables(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  query: ReceivablesWhyQuery,
): Promise<ExplainedView> {
  const facts = await receivablesFacts(db, actor, today, query);
  const part = query.id === undefined ? facts.whole : must(facts.parts.find(({ id }) => id === query.id));
  return { why: whyOf(facts, part, query, actor.organisation.weekStart as Weekday), asOf: now };
}

import { toDay } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import { agedAmounts } from '@milepost/core/receivables/collected-share';
import { whyCollected } from '@milepost/core/receivables/why-collected';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sourcesOf } from './explain-receivables.ts';
import { type Part, receivablesFacts } from './receivables-facts.ts';
import { receivablesRow } from './receivables-row.ts';

/** What of the invoices of a time came in within the days of the definition, of one part of them. */
export type CollectedPart = {
  id: string;
  name: string;
  /** Null while nobody can know. */
  collected: { share: number; low: number; high: number; collected: number; owed: number } | null;
  why(): Why;
};

/**
 * The invoices that were issued between two days, watched up to today: what came in within so many days, in total and by an axis. Younger
 * ones are censored, neither failures nor left out.
 * @throws Failure `mixed-currencies`
 */
export async function collectedOf(
  db: Db,
  actor: Actor,
  today: string,
  {
    from,
    to,
    by,
    currency,
  }: { from: string; to: string; by: 'total' | 'rep' | 'team' | 'account'; currency?: string | undefined },
): Promise<{ days: number; since: 'issue' | 'due'; total: CollectedPart; parts: CollectedPart[] }> {
  const facts = await receivablesFacts(db, actor, today, { by, currency, disputed: 'with', asOf: today });
  const { withinDays: days, withinFrom: since } = facts.definition;
  const [first, last] = [toDay(from), toDay(to)];
  const partOf = (part: Part): CollectedPart => {
    const standings = part.standings.filter(({ invoice }) => invoice.issued >= first && invoice.issued <= last);
    const { collected } = receivablesRow(facts, { ...part, standings });
    const why = () => whyCollected(standings, { on: facts.on, from: since, days, by: 'amount' }, sourcesOf(facts));
    // What is not owed yet, or no longer, says nothing.
    const isKnown = collected !== null && agedAmounts(standings, facts.on, since).length > 0;
    // The share is told as its derivation gives it, to the last digit.
    return { id: part.id, name: part.name, collected: isKnown ? { ...collected, share: why().value } : null, why };
  };
  return {
    days,
    since,
    total: partOf(facts.whole),
    parts: facts.parts.map(partOf).filter((part) => part.collected !== null),
  };
}

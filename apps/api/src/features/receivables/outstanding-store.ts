import { earlierOf } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import { whyDaysOutstanding } from '@milepost/core/receivables/why-receivables';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sourcesOf } from './explain-receivables.ts';
import { type Part, receivablesFacts } from './receivables-facts.ts';
import { receivablesRow } from './receivables-row.ts';

/** Days that the receivables of a part stand for; null while nobody can know. */
export type OutstandingPart = { id: string; name: string; days: number | null; why(): Why };

/**
 * Days sales outstanding at the end of a day, today at the latest, in total and by an axis: the same figure as on the page of cash.
 * @throws Failure `mixed-currencies`
 */
export async function outstandingOf(
  db: Db,
  actor: Actor,
  today: string,
  { on, by, currency }: { on: string; by: 'total' | 'rep' | 'team' | 'account'; currency?: string | undefined },
): Promise<{ window: number; total: OutstandingPart; parts: OutstandingPart[] }> {
  const asOf = earlierOf(on, today);
  const facts = await receivablesFacts(db, actor, today, { by, currency, disputed: 'with', asOf });
  const { windowDays: window } = facts.definition;
  const partOf = (part: Part): OutstandingPart => ({
    ...{ id: part.id, name: part.name, days: receivablesRow(facts, part).daysOutstanding },
    why: () => whyDaysOutstanding(part.standings, { on: facts.on, window }, sourcesOf(facts)),
  });
  return { window, total: partOf(facts.whole), parts: facts.parts.map(partOf) };
}

import { workingOf } from '@milepost/contract/calendar';
import { toDay } from '@milepost/core/calendar/civil-day';
import { capacityHoursWhy } from '@milepost/core/capacity/capacity-why';
import { derive } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sellersIn } from '../capacity/term-store.ts';

type Span = { from: string; to: string };

/** Hours of selling that some people have between two days, by their terms and leave; undefined means all in reach who sell. */
export async function hoursHad(
  db: Db,
  actor: Actor,
  persons: ReadonlySet<string> | undefined,
  { from, to }: Span,
): Promise<{ people: number; why: Why }> {
  const span = { first: toDay(from), last: toDay(to) };
  const calendar = workingOf(actor.organisation);
  const sellers = (await sellersIn(db, actor, [{ from, to }])).filter(({ person }) => persons?.has(person.id) ?? true);
  const each = sellers.map(({ person }) => capacityHoursWhy(person, span, calendar, person.name));
  return { people: sellers.length, why: derive('sum', { rule: 'funnel.hours-had', unit: 'hours' }, each) };
}

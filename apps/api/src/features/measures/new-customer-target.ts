import type { CountTargetView } from '@milepost/contract/measures';
import { civilDateOf, daysInMonth, toDay } from '@milepost/core/calendar/civil-day';
import { sharePerPeriod } from '@milepost/core/measures/count-target';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { people } from '../people/store.ts';
import { definitions } from './definition-store.ts';

const monthsInYear = 12;

/**
 * The new customers wanted in the month of a day: every month the organisation's count, shared among its active reps in whole
 * customers so that their years are as Webster shares them. Everybody reads the shares of those in their reach.
 */
export async function newCustomerTarget(db: Db, actor: Actor, today: string): Promise<CountTargetView> {
  const { year, month } = civilDateOf(toDay(today));
  const [from, to] = [`${today.slice(0, 7)}-01`, `${today.slice(0, 7)}-${daysInMonth(year, month)}`];
  const { newCustomer } = await definitions.inForce(db, actor);
  const reps = await activeReps(db, actor);
  if (newCustomer.targetPerMonth === null || reps.length === 0) return { from, to, target: null, rows: [] };
  const shares = sharePerPeriod(
    newCustomer.targetPerMonth,
    reps.map(({ id }) => ({ id, weight: 1 })),
    monthsInYear,
  );
  const rows = reps
    .filter(({ id }) => reaches(actor, id))
    .map(({ id, name }) => ({ id, name, target: shares.get(id)?.[month - 1] ?? 0 }));
  return { from, to, target: rows.reduce((sum, row) => sum + row.target, 0), rows };
}

async function activeReps(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  const reps: { id: string; name: string }[] = [];
  const filter = [
    { field: 'role', op: 'is' as const, value: 'rep' },
    { field: 'isActive', op: 'is' as const, value: 1 },
  ];
  for await (const { id, name } of people.each(db, actor, { filter })) reps.push({ id, name });
  return reps.sort((a, b) => (a.id < b.id ? -1 : 1));
}

import type { WeekDay, WeekView } from '@milepost/contract/week';
import { type Day, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { isWorkday } from '@milepost/core/calendar/workdays';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { participants } from '../activities/store.ts';
import { leaves } from '../leave/store.ts';
import { availableWhy, hourPriceWhy, loadWhy, lostWhy, neededWhy } from './explain-week.ts';
import { planWeek } from './plan-week.ts';
import { capacityOf, hoursEach, hoursOf, type WeekFacts } from './week-facts.ts';

/** The week of a person: what stands in it, what cadences propose, and what does not fit. */
export async function readWeek(db: Db, actor: Actor, facts: WeekFacts): Promise<WeekView> {
  const plan = planWeek(facts);
  const { week, person, quarter, open } = facts;
  const isInWeek = (day: Day) => day >= week.first && day <= week.last;
  const here = facts.agenda.filter(({ on_day }) => isInWeek(toDay(on_day)));
  const beside = await participants.of(
    db,
    actor.orgId,
    here.map(({ id }) => id),
  );
  const away = (await leaves.between(db, actor.orgId, { from: toIso(week.first), to: toIso(week.last) })).filter(
    ({ person_id }) => person_id === person.id,
  );
  const names = await namesOf(db, actor, {
    person: [person.id, ...here.map(({ person_id }) => person_id), ...[...beside.values()].flat()],
    account: here.map(({ account_id }) => account_id),
  });
  const dayView = (day: Day): WeekDay => {
    const [span, text] = [{ first: day, last: day }, toIso(day)];
    return {
      day: text,
      isWorkday: isWorkday(day, facts.working),
      leave: away.find(({ from_day, to_day }) => from_day <= text && to_day >= text)?.kind ?? null,
      capacity: capacityOf(facts, span, text).value,
      load: loadWhy(facts, plan, span).value,
      activities: here
        .filter(({ on_day }) => on_day === text)
        .map((one) => ({
          ...{ id: one.id, version: one.version, kind: one.kind, subject: one.subject, onDay: one.on_day },
          startsAt: one.starts_at,
          hours: hoursOf(one, facts),
          isDone: isSet(one.is_done),
          isJoined: one.person_id !== person.id,
          account: nameOf(names.account, one.account_id),
          people: [one.person_id, ...(beside.get(one.id) ?? [])].flatMap((id) => nameOf(names.person, id) ?? []),
        })),
      proposals: plan.proposals
        .filter((one) => one.day === day)
        .map(({ promised: { row } }) => ({
          account: { id: row.id, name: row.name },
          tier: row.tier,
          district: row.region,
          hours: hoursEach(facts.settings),
        })),
    };
  };
  const { over } = plan;
  const refOf = (id: string) => ({ id, name: facts.promised.find(({ row }) => row.id === id)?.row.name ?? '' });
  return {
    person: { id: person.id, name: person.name },
    isOwn: person.id === actor.personId,
    from: toIso(week.first),
    to: toIso(week.last),
    asOf: toIso(facts.today),
    capacity: capacityOf(facts, week, toIso(week.first)).value,
    load: loadWhy(facts, plan, week).value,
    days: Array.from({ length: 7 }, (_, n) => dayView(week.first + n)),
    horizon: {
      from: toIso(open[0]?.first ?? quarter.first),
      to: toIso(open.at(-1)?.last ?? quarter.last),
      neededHours: neededWhy(facts).value,
      availableHours: availableWhy(facts).value,
      hourPriceMinor: hourPriceWhy(facts, plan)?.value ?? 0,
      unmet: plan.allocation.unmet
        .map(({ id, visits }) => ({
          account: refOf(id),
          tier: facts.promised.find(({ row }) => row.id === id)?.row.tier ?? null,
          visits,
          lostMinor: lostWhy(facts, plan, id)?.value ?? 0,
        }))
        .sort((a, b) => b.lostMinor - a.lostMinor || (a.account.id < b.account.id ? -1 : 1)),
      over:
        over.status === 'over'
          ? { needed: over.needed, capacity: over.capacity, short: over.short, calls: over.calls.map(refOf) }
          : null,
    },
  };
}

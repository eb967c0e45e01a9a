import { fiscalLabel, workingOf } from '@milepost/contract/calendar';
import type { PacingQuery, PacingView } from '@milepost/contract/pacing';
import { toDay } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import type { Actor } from '../../auth/actor.ts';
import { sees } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { actions } from '../actions/store.ts';
import { measured } from '../figures/measured-store.ts';
import { type ActionStanding, bestRun, cumulative, pacePart, plannedByMonth, soldByMonth } from './pace-part.ts';
import { factsByPart, pacingFacts } from './pacing-facts.ts';
import { pacePeriods } from './period-facts.ts';

const yearsOfRuns = 2;

/** What kind of scope a row of an axis is to an action. */
const scopeOf = { rep: 'person', team: 'team', line: 'line', total: 'organisation' } as const;

type ScopeKind = (typeof scopeOf)[keyof typeof scopeOf];

/** What the total is to an action: of a rep it is their own pace. */
const totalScope = ({ role, personId }: Actor): [ScopeKind, string] =>
  role === 'rep' && personId ? ['person', personId] : ['organisation', ''];

/** Pace of everybody in sight, by an axis and in total, as of a day. */
export async function readPacing(db: Db, actor: Actor, today: string, query: PacingQuery): Promise<PacingView> {
  const found = await pacingFacts(db, actor, today, query);
  const calendar = workingOf(actor.organisation);
  const { asOf, months, target, whole } = found;
  const end = months.at(-1)?.to ?? asOf;
  const left = workdays(toDay(asOf) + 1, toDay(end), calendar);
  const past = { from: `${Number(asOf.slice(0, 4)) - yearsOfRuns}${asOf.slice(4)}`, to: asOf };
  const best = bestRun(await measured(db, actor, found.measure, asOf, { converted: true }).byDay(past), left, calendar);
  const open = await actions.openFor(db, actor, found.measure);
  const actionOf = (kind: ScopeKind, id: string): ActionStanding => {
    const isOwn = kind === 'person' || (kind === 'team' && actor.role !== 'rep');
    const mayOpen = isOwn ? id !== '' : actor.reach === 'all';
    const found = open.find((one) => one.scope_kind === kind && one.scope_id === id);
    if (!found) return { mayOpen, open: null };
    const isSeen = sees(actor, { owner_id: found.owner_id, backup_id: found.answerable_id });
    return { mayOpen, open: { id: isSeen ? found.id : null } };
  };
  const plan = plannedByMonth(found, whole);
  const sold = soldByMonth(found, whole);
  const [planSoFar, soldSoFar] = [cumulative(plan), cumulative(sold)];
  return {
    asOf,
    measure: found.measure,
    unit: found.unit,
    currency: actor.organisation.currency,
    fiscalYear: found.fiscalYear,
    fiscalYearLabel: fiscalLabel(actor.organisation, months[0]?.from ?? asOf),
    target: target && { id: target.id, name: target.name, status: target.status },
    workdaysLeft: left,
    rows: factsByPart(found).map(({ part, facts: own }) =>
      pacePart(own, part, calendar, null, actionOf(scopeOf[query.by], part.id)),
    ),
    total: pacePart(found, whole, calendar, best, actionOf(...totalScope(actor))),
    periods: pacePeriods(found, calendar),
    months: months.map(({ from }, month) => ({
      startsOn: from,
      plan: plan[month] ?? 0,
      actual: sold[month] ?? null,
      cumulativePlan: planSoFar[month] ?? 0,
      cumulativeActual: soldSoFar[month] ?? null,
    })),
  };
}

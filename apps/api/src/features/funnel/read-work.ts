import { fiscalLabel } from '@milepost/contract/calendar';
import type { WorkQuery, WorkStep, WorkView } from '@milepost/contract/funnel';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import { backSolve, type Need, weeksLeft } from '@milepost/core/funnel/back-solve';
import { chancesOfWin } from '@milepost/core/funnel/funnel-step';
import { levers } from '@milepost/core/funnel/velocity';
import { whatGives } from '@milepost/core/funnel/what-gives';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { priorTrials } from './rates.ts';
import { calendarOf, type FoundStep, type WorkFacts, workFacts } from './work-facts.ts';

/** What is missing: nothing without a plan, and never less than nothing. */
export function gapOf({ standing, pipeline }: WorkFacts): { remaining: number; weighted: number; gap: number } {
  const remaining = standing.target ? standing.planned - standing.actual : 0;
  const weighted = pipeline.reduce((sum, one) => sum + one.weighted, 0);
  return { remaining, weighted, gap: Math.max(0, remaining - weighted) };
}

/** The chance of a win from the first stage on; leads stand before it. */
export const winRateOf = ({ steps }: WorkFacts): number | null =>
  chancesOfWin(steps)[steps[0]?.id === 'leads' ? 1 : 0] ?? null;

export const cycleOf = ({ history: { cycles } }: WorkFacts): number | null =>
  cycles.length === 0 ? null : cycles.reduce((sum, days) => sum + days, 0) / cycles.length;

function stepView(step: FoundStep, need: Need | undefined, weeks: number): WorkStep {
  return {
    id: step.id,
    name: step.name,
    passed: step.own.successes,
    stood: step.own.trials,
    rate: step.rate,
    prior: step.prior.from,
    evidence: step.evidence,
    days: step.days,
    daysFrom: step.daysFrom,
    daysToWin: step.daysToWin ?? null,
    hours: step.hours,
    count: need?.count ?? null,
    safe: need?.safe ?? null,
    perWeek: need?.perWeek ?? null,
    lastStart: need?.lastStart == null ? null : toIso(need.lastStart),
    isReachable: need?.isReachable ?? null,
    byWeek: need ? [...need.byWeek] : new Array<number>(weeks).fill(0),
    standing: step.standing,
  };
}

/** From the gap of somebody to the work that closes it, as of today. */
export async function readWork(db: Db, actor: Actor, today: string, query: WorkQuery): Promise<WorkView> {
  const facts = await workFacts(db, actor, today, query);
  const { standing, steps, size, until } = facts;
  const { remaining, weighted, gap } = gapOf(facts);
  const calendar = calendarOf(actor);
  const [day, end] = [toDay(today), toDay(until)];
  const weeks = weeksLeft(day, end, calendar);
  const working = end < day ? 0 : workdays(day, end, calendar) / (calendar.workingWeekdays.length || 7);
  const solved =
    size === null ? null : backSolve({ gap, size, steps, today: day, end, calendar, confidence: query.confidence });
  const fit =
    size === null
      ? { status: 'unknown' as const, needed: null, had: facts.hoursHad.why.value, unsaid: [], relaxations: [] }
      : whatGives({ gap, size, steps, had: facts.hoursHad.why.value, weeks: working });
  const winRate = winRateOf(facts);
  const cycle = cycleOf(facts);
  const flow = size !== null && winRate !== null && cycle !== null && cycle > 0;
  const daysLeft = end - day + 1;
  return {
    asOf: today,
    until,
    currency: actor.organisation.currency,
    fiscalYear: standing.fiscalYear,
    fiscalYearLabel: fiscalLabel(actor.organisation, standing.months[0]?.from ?? today),
    scope: {
      kind: facts.scope.kind,
      id: facts.scope.id,
      name: facts.scope.name,
      people: facts.hoursHad.people,
    },
    target: standing.target,
    confidence: query.confidence,
    remaining,
    pipeline: weighted,
    gap,
    size,
    winRate,
    cycleDays: cycle,
    status: standing.target === null ? 'noPlan' : (solved?.status ?? (gap === 0 ? 'met' : 'insufficientData')),
    wins: solved?.wins ?? null,
    steps: steps.map((step, at) => stepView(step, solved?.needs[at], weeks.length)),
    weeks: weeks.map(({ first, last, workdays: days }) => ({ from: toIso(first), to: toIso(last), workdays: days })),
    reachableFrom: solved?.reachableFrom ?? null,
    hours: { ...fit, unsaid: [...fit.unsaid], relaxations: [...fit.relaxations] },
    weeksLeft: working,
    levers:
      flow && remaining > 0 && daysLeft > 0
        ? levers({ count: facts.openCount, size, winRate, days: cycle }, remaining / daysLeft)
        : [],
    peers: facts.peers,
    won: facts.won,
    closed: facts.closed,
    isPeersLed: facts.closed < priorTrials,
    unplacedLosses: facts.history.unplaced.length,
    dueLater: facts.dueLater,
  };
}

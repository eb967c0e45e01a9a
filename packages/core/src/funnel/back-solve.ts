import { cascade } from '../apportion/cascade.ts';
import type { Day } from '../calendar/civil-day.ts';
import { type WorkingCalendar, workdays } from '../calendar/workdays.ts';
import { safeCount } from '../pacing/safe-count.ts';
import { chanceOfAll, chancesOfWin, type FunnelStep } from './funnel-step.ts';
import { uncertainCount } from './uncertain-count.ts';

/** A week of the time that is left: from its first day, today at the earliest, with its working days. */
export type WorkWeek = { readonly first: Day; readonly last: Day; readonly workdays: number };

/** What a stage has to see for the gap to close. Counts are null when a rate between it and the win is unknown or none. */
export type Need = {
  readonly id: string;
  /** Chance of a win from here. */
  readonly chance: number | null;
  /** Unrounded: integers only at the end. */
  readonly exact: number | null;
  readonly count: number | null;
  /** So many for the wins to come with the confidence; never below `count`. Null too when no number is safe. */
  readonly safe: number | null;
  /** The day on which the last of them must stand here, for four in five to close in time; null when a duration is unknown. */
  readonly lastStart: Day | null;
  /** False: what starts here today closes after the end. Null when a duration is unknown. */
  readonly isReachable: boolean | null;
  /** Per working week until the last start; null when the count is, or nothing can start in time. */
  readonly perWeek: number | null;
  /** `count` over the weeks by their working days, in whole numbers; nothing after the last start. */
  readonly byWeek: readonly number[];
};

export type GapAsk = {
  /** What is missing, minor units. */
  readonly gap: number;
  /** Mean size of a win, minor units, above 0. */
  readonly size: number;
  /** In the order in which they are passed. */
  readonly steps: readonly FunnelStep[];
  readonly today: Day;
  /** The day by which the gap is to be closed. */
  readonly end: Day;
  readonly calendar: WorkingCalendar;
  /** Of the safe counts, 0.9 when left out. */
  readonly confidence?: number;
};

export type BackSolved = {
  /** `met`: nothing is missing. `insufficientData`: some rate is unknown or none. `unreachable`: no stage closes in time. */
  readonly status: 'ok' | 'met' | 'insufficientData' | 'unreachable';
  readonly wins: number;
  readonly needs: readonly Need[];
  readonly weeks: readonly WorkWeek[];
  /** The earliest step from which it can still come; null when from none. What new leads cannot do, deals under way may. */
  readonly reachableFrom: string | null;
};

const weekDays = 7;

/**
 * From a gap to the work that closes it (rule 2): `wins = ⌈gap ÷ size⌉`, and upward `need_{j−1} = need_j ÷ p_j`, whole only at the end;
 * the safe count of each stage by the beta-binomial of the chance of a win from there; the last start as
 * `end − Σ Q80 of this and all later steps`, or by the Q80 of the whole way where one of them is unknown.
 *
 * 1,200,000 at 40,000 with 25 %, 50 % and 40 % is 30 wins, 120 proposals, 240 visits, 600 leads. A gap of 0 or less needs no work.
 * Throws RangeError on numbers that are not finite, a size that is not above 0 and a confidence outside 0–1.
 */
export function backSolve({ gap, size, steps, today, end, calendar, confidence = 0.9 }: GapAsk): BackSolved {
  if (!Number.isFinite(gap)) throw new RangeError(`A gap is a finite number; got ${gap}.`);
  if (!(size > 0 && Number.isFinite(size))) throw new RangeError(`A win has a size above 0; got ${size}.`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence lies between 0 and 1; got ${confidence}.`);
  const wins = gap <= 0 ? 0 : Math.ceil(gap / size);
  const weeks = weeksLeft(today, end, calendar);
  const perWeekDays = calendar.workingWeekdays.length || weekDays;
  const chances = chancesOfWin(steps);
  const needs: Need[] = [];
  let [exact, days]: [number | null, number | null] = [wins, 0];
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at] as FunnelStep;
    exact = wins === 0 ? 0 : exact === null || !step.rate ? null : exact / step.rate;
    days = days === null || step.days === null ? (step.daysToWin ?? null) : days + step.days;
    const lastStart: Day | null = days === null ? null : end - Math.ceil(days);
    const isReachable = lastStart === null ? null : lastStart >= today;
    const count = exact === null ? null : Math.ceil(exact);
    const until = Math.min(end, lastStart ?? end);
    const left = until < today ? 0 : workdays(today, until, calendar);
    needs.unshift({
      id: step.id,
      chance: chances[at] ?? null,
      exact,
      count,
      safe: count === null ? null : safeOf(wins, count, steps.slice(at), confidence),
      lastStart,
      isReachable,
      perWeek: exact === null || isReachable === false ? null : left > 0 ? exact / (left / perWeekDays) : exact,
      byWeek: count === null || isReachable === false ? weeks.map(() => 0) : spreadOver(count, weeks, until, calendar),
    });
  }
  const open = needs.find(({ isReachable }) => isReachable !== false);
  const status =
    wins === 0
      ? 'met'
      : needs.length === 0 || needs.some(({ count }) => count === null)
        ? 'insufficientData'
        : open
          ? 'ok'
          : 'unreachable';
  return { status, wins, needs, weeks, reachableFrom: open?.id ?? null };
}

/** The weeks from today to the end, cut on Mondays. */
export function weeksLeft(today: Day, end: Day, calendar: WorkingCalendar): WorkWeek[] {
  const weeks: WorkWeek[] = [];
  // 1970-01-01 was a Thursday: day 4 is a Monday.
  for (let first = today; first <= end; ) {
    const last = Math.min(end, first + 6 - ((((first - 4) % weekDays) + weekDays) % weekDays));
    weeks.push({ first, last, workdays: workdays(first, last, calendar) });
    first = last + 1;
  }
  return weeks;
}

function safeOf(wins: number, count: number, steps: readonly FunnelStep[], confidence: number): number | null {
  if (wins === 0) return 0;
  const chance = chanceOfAll(steps);
  if (chance) {
    const safe = uncertainCount(wins, chance, confidence);
    return safe === null ? null : Math.max(count, safe);
  }
  const certain = steps.reduce((product, { rate }) => product * (rate ?? 0), 1);
  return certain >= 1 ? count : Math.max(count, safeCount(wins, certain, confidence));
}

/** Whole counts by the working days up to the last start; all in the first week when no working day is left until then. */
function spreadOver(count: number, weeks: readonly WorkWeek[], until: Day, calendar: WorkingCalendar): number[] {
  const weights = weeks.map(({ first, last }) =>
    first > until ? 0 : workdays(first, Math.min(last, until), calendar),
  );
  if (weights.some((weight) => weight > 0)) return cascade(count, weights).map((one) => one + 0);
  return weeks.map((_, at) => (at === 0 ? count : 0));
}

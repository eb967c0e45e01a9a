import { type Day, weekdayOf } from '../calendar/civil-day.ts';
import { orderOf } from './order.ts';

/** A step of a personal path. A live session has the days on which it is held; it is taken on the first that can be reached. */
export type PathStep = {
  readonly id: string;
  readonly hours: number;
  readonly after: readonly string[];
  readonly sessions?: readonly Day[];
};

export type ScheduledStep = {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  /** Days it may end later without the last step ending later. */
  readonly slackDays: number;
};

export type Schedule =
  | {
      readonly status: 'ok';
      readonly steps: readonly ScheduledStep[];
      /** The day on which the last step ends; the first day when there is nothing to do. */
      readonly finish: Day;
      /** The steps that decide it, in their order. */
      readonly chain: readonly string[];
    }
  | { readonly status: 'cycle'; readonly cycle: readonly string[] }
  /** Steps that cannot be placed: no session is left for them, or there are no hours. */
  | { readonly status: 'never'; readonly steps: readonly string[] };

/** Hours a week, and which share of each week from the first on is there, 0–1: leave and part-time. A week not named is whole. */
export type LearningTime = { readonly start: Day; readonly hoursPerWeek: number; readonly shares?: readonly number[] };

const longest = 520;

/** Time as a line of hours: what stands at the end of so many hours, and how many there are by the end of a day. */
function lineOfHours({ start, hoursPerWeek, shares = [] }: LearningTime) {
  const monday = start - (weekdayOf(start) - 1);
  const share = (week: number): number => shares[week] ?? 1;
  /** Working days of the first week that are left, Monday to Friday. */
  const firstDays = Math.max(0, 5 - (start - monday));
  const inWeek = (week: number): number => (hoursPerWeek * share(week) * (week === 0 ? firstDays : 5)) / 5;
  const sums = [0];
  for (let week = 0; week < longest; week += 1) sums.push((sums[week] as number) + inWeek(week));
  return {
    total: sums[longest] as number,
    /** The day on which the last of so many hours is spent. */
    dayAfter(hours: number): Day {
      if (hours <= 1e-9) return start;
      // The weeks are few enough to halve.
      let [low, high] = [0, longest];
      while (low + 1 < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] as number) >= hours - 1e-9) high = middle;
        else low = middle;
      }
      const days = low === 0 ? firstDays : 5;
      const into = Math.ceil(((hours - (sums[low] as number)) / inWeek(low)) * days - 1e-9);
      return monday + 7 * low + (5 - days) + Math.max(1, into) - 1;
    },
    /** Hours that have passed by the end of a day. */
    hoursBy(day: Day): number {
      if (day < start) return 0;
      const week = Math.min(longest - 1, Math.floor((day - monday) / 7));
      const days = week === 0 ? firstDays : 5;
      const gone = Math.min(5, day - (monday + 7 * week) + 1) - (5 - days);
      return (sums[week] as number) + (days === 0 ? 0 : (inWeek(week) * Math.max(0, gone)) / days);
    },
  };
}

/**
 * A personal path within weekly hours: steps one after the other, each when what it needs is done, the one that may wait least first
 * (serial schedule generation by latest start, Kolisch 1996). A session waits for its day. Of several ways to order the steps the one
 * that ends first is kept, so that more hours never end later by the order alone.
 * @throws RangeError for hours below 0, a step that stands twice, or one that nobody knows
 */
export function schedulePath(steps: readonly PathStep[], time: LearningTime): Schedule {
  if (steps.some(({ hours }) => !(hours >= 0)) || !(time.hoursPerWeek >= 0))
    throw new RangeError('Hours are 0 or more.');
  const order = orderOf(steps);
  if (order.status === 'cycle') return order;
  const line = lineOfHours(time);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const total = steps.reduce((sum, { hours }) => sum + hours, 0);
  // By when a step has to be done so that what follows can be: hours of the chain behind it, or the day of a session.
  const due = new Map<string, number>();
  for (const id of order.order.toReversed()) {
    const { hours, after, sessions } = byId.get(id) as PathStep;
    const own = (due.get(id) ?? total) - hours;
    const last = sessions?.at(-1);
    const start = last === undefined ? own : Math.min(own, line.hoursBy(last - 1));
    due.set(id, start);
    for (const one of after) due.set(one, Math.min(due.get(one) ?? total, start));
  }
  const tail = (id: string): number => due.get(id) ?? total;
  const rules: ((a: string, b: string) => number)[] = [
    (a, b) => tail(a) - tail(b),
    // What leads to a session first.
    (a, b) => Number(!leadsToSession.has(a)) - Number(!leadsToSession.has(b)) || tail(a) - tail(b),
  ];
  const leadsToSession = new Set<string>();
  for (const id of order.order.toReversed()) {
    const { after, sessions } = byId.get(id) as PathStep;
    if (sessions || leadsToSession.has(id)) for (const one of [id, ...after]) leadsToSession.add(one);
  }
  let best: Schedule | null = null;
  for (const rule of leadsToSession.size > 0 ? rules : rules.slice(0, 1)) {
    const made = place(
      [...byId.keys()].sort((a, b) => rule(a, b) || (a < b ? -1 : 1)),
      byId,
      line,
      time.start,
    );
    if (best?.status !== 'ok' || (made.status === 'ok' && made.finish < best.finish)) best = made;
  }
  return best as Schedule;
}

function place(
  ranked: readonly string[],
  byId: ReadonlyMap<string, PathStep>,
  line: ReturnType<typeof lineOfHours>,
  start: Day,
): Schedule {
  type Placed = { from: Day; to: Day; because: string | null };
  const placed = new Map<string, Placed>();
  let used = 0;
  let latest: string | null = null;
  const left = [...ranked];
  while (left.length > 0) {
    let [at, soonest] = [-1, Number.POSITIVE_INFINITY];
    for (const [index, id] of left.entries()) {
      const { hours, after, sessions } = byId.get(id) as PathStep;
      if (!after.every((one) => placed.has(one))) continue;
      if (used + hours > line.total + 1e-9) continue;
      const ready = Math.max(start, ...after.map((one) => placed.get(one)?.to ?? start));
      // A session is taken on a day after everything it needs is done.
      const day = sessions?.find((one) => (after.length > 0 ? one > ready : one >= ready) && one >= start);
      if (sessions && day === undefined) continue;
      const begin = day === undefined ? used : Math.max(used, line.hoursBy(day - 1));
      if (begin < soonest - 1e-9) [at, soonest] = [index, begin];
      if (soonest <= used + 1e-9) break;
    }
    if (at < 0) return { status: 'never', steps: [...left].sort() };
    const id = left[at] as string;
    left.splice(at, 1);
    const { hours, after, sessions } = byId.get(id) as PathStep;
    const ready = Math.max(start, ...after.map((one) => placed.get(one)?.to ?? start));
    const day = sessions?.find((one) => (after.length > 0 ? one > ready : one >= ready) && one >= start);
    const isWaiting = soonest > used + 1e-9;
    used = soonest + hours;
    const own: Placed =
      day === undefined
        ? {
            from: line.dayAfter(soonest + Math.min(hours, 1e-6)),
            to: line.dayAfter(used),
            because: isWaiting ? null : latest,
          }
        : { from: day, to: day, because: after.find((one) => placed.get(one)?.to === ready) ?? null };
    placed.set(id, own);
    latest = id;
  }
  const finish = Math.max(start, ...[...placed.values()].map(({ to }) => to));
  return {
    status: 'ok',
    finish,
    steps: [...placed].map(([id, { from, to }]) => ({ id, from, to, slackDays: slackOf(id, placed, byId, finish) })),
    chain: chainOf(placed, finish),
  };
}

/** How far a step could end later: to the start of what needs it, else to the end of the whole. */
function slackOf(
  id: string,
  placed: ReadonlyMap<string, { from: Day; to: Day }>,
  byId: ReadonlyMap<string, PathStep>,
  finish: Day,
): number {
  let latest = finish;
  for (const [other, { from }] of placed) if (byId.get(other)?.after.includes(id)) latest = Math.min(latest, from);
  return Math.max(0, latest - (placed.get(id)?.to ?? finish));
}

/** From the step that ends last back to what it waited for. */
function chainOf(placed: ReadonlyMap<string, { to: Day; because: string | null }>, finish: Day): string[] {
  const chain: string[] = [];
  let at: string | null = [...placed].filter(([, { to }]) => to === finish).at(-1)?.[0] ?? null;
  while (at !== null) {
    chain.unshift(at);
    at = placed.get(at)?.because ?? null;
  }
  return chain;
}

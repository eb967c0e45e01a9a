import { type CallResponse, callResponse, firstJudgement, type Judgement } from './call-response.ts';

/** An account that was promised visits. `worth` is its margin in the stretch at the visits promised, minor units. */
export type PromisedVisits = {
  readonly id: string;
  readonly worth: number;
  readonly visits: number;
  /** So many of them can be made at all, as somebody is away on the days of the others; all when left out. */
  readonly most?: number;
  /** Hours of one visit with its way. */
  readonly hours: number;
};

/** Visits that stay unmet, with what they cost: margin lost a visit, and an hour of it. */
export type UnmetVisits = {
  readonly id: string;
  readonly visits: number;
  /** Minor units of margin that the first of them would bring. */
  readonly lost: number;
  /** Minor units an hour. */
  readonly hourPrice: number;
};

export type VisitAllocation = {
  readonly granted: ReadonlyMap<string, number>;
  readonly unmet: readonly UnmetVisits[];
  readonly hoursUsed: number;
  /** Minor units of margin that one more selling hour would bring: the best price that was not granted; 0 when all are met. */
  readonly hourPrice: number;
  /** What would be granted next: these visits of this account, from so many made on; null when all are met. */
  readonly next: { readonly id: string; readonly from: number; readonly to: number } | null;
};

/**
 * Which promised visits are made when hours do not suffice (CALLPLAN, Lodish 1971): each account answers to visits with its
 * response curve, and again and again the visit is granted that brings most margin an hour, on the concave envelope of the
 * curve, so that a start that pays only together with what follows is not missed. Ties by id. All are granted when the hours
 * suffice; what is not stands in `unmet` with its price, nothing vanishes silently.
 *
 * @param hours of selling in the stretch, all together
 * Throws RangeError on negative hours, worth or visits, on visits that take no time and on an id that stands there twice.
 */
export function allocateVisits(
  accounts: readonly PromisedVisits[],
  hours: number,
  judgement: Judgement = firstJudgement,
): VisitAllocation {
  demand(accounts, hours);
  const response = callResponse(judgement);
  const steps = accounts
    .flatMap((account) => stepsOf(account, response))
    .sort((a, b) => b.hourPrice - a.hourPrice || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.from - b.from));
  const granted = new Map(accounts.map(({ id }) => [id, 0]));
  const stopped = new Set<string>();
  let left = hours;
  let hourPrice = 0;
  let next: VisitAllocation['next'] = null;
  for (const { id, from, to, hoursEach, hourPrice: price } of steps) {
    if (stopped.has(id)) continue;
    // A hair of rounding is no lack of an hour.
    const fits = Math.min(to - from, Math.floor((left + 1e-9) / hoursEach));
    granted.set(id, from + fits);
    left -= fits * hoursEach;
    if (fits === to - from) continue;
    stopped.add(id);
    // Steps come dearest first, so the first that does not fit is the dearest.
    if (next !== null) continue;
    hourPrice = price;
    next = { id, from, to };
  }
  const unmet = accounts.flatMap((account): UnmetVisits[] => {
    const has = granted.get(account.id) as number;
    if (has >= account.visits) return [];
    const lost = returnOf(account, response, has + 1) - returnOf(account, response, has);
    return [{ id: account.id, visits: account.visits - has, lost, hourPrice: lost / account.hours }];
  });
  return { granted, unmet, hoursUsed: hours - left, hourPrice, next };
}

type Step = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly hoursEach: number;
  readonly hourPrice: number;
};

const returnOf = ({ worth, visits }: PromisedVisits, { at }: CallResponse, made: number): number =>
  worth * at(made / visits);

/** The concave envelope over 0 … promised: stretches of visits that each bring the same an hour, the dearest first. */
function stepsOf(account: PromisedVisits, response: CallResponse): Step[] {
  const { id, visits, hours, most = visits } = account;
  const values = Array.from({ length: visits + 1 }, (_, made) =>
    visits === 0 ? 0 : returnOf(account, response, made),
  );
  const steps: Step[] = [];
  for (let from = 0; from < most; ) {
    let to = from + 1;
    const slopeTo = (end: number): number => ((values[end] as number) - (values[from] as number)) / (end - from);
    for (let end = from + 2; end <= most; end += 1) if (slopeTo(end) >= slopeTo(to)) to = end;
    steps.push({ id, from, to, hoursEach: hours, hourPrice: slopeTo(to) / hours });
    from = to;
  }
  return steps;
}

function demand(accounts: readonly PromisedVisits[], hours: number): void {
  if (!(hours >= 0 && hours < Number.POSITIVE_INFINITY)) throw new RangeError(`Hours are none or more; got ${hours}.`);
  const ids = new Set<string>();
  for (const { id, worth, visits, most = visits, hours: each } of accounts) {
    if (!(Number.isInteger(most) && most >= 0 && most <= visits))
      throw new RangeError(`Account ${id} can be visited ${most} of ${visits} times.`);
    if (!(worth >= 0) || !(Number.isInteger(visits) && visits >= 0) || !(each > 0) || ids.has(id))
      throw new RangeError(`Account ${id} has ${visits} visits of ${each} hours, worth ${worth}.`);
    ids.add(id);
  }
}

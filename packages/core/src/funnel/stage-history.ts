import type { Day } from '../calendar/civil-day.ts';
import type { Watched } from '../survival/kaplan-meier.ts';

/** An opportunity came into a stage on a day. */
export type StageEntry = { readonly stageId: string; readonly day: Day };

/** The way of one opportunity: its entries in order, the stage in which it stands, and how it ended. */
export type StageWay = {
  readonly id: string;
  readonly entries: readonly StageEntry[];
  readonly outcome: 'open' | 'won' | 'lost';
  /** Null when nobody has said. */
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
};

/** What history says of one stage: who stood in it and who of those went on, of the closed; and how long going on took. */
export type StageRecord = {
  readonly id: string;
  readonly stood: readonly string[];
  readonly passed: readonly string[];
  readonly watched: readonly Watched[];
};

export type StageHistory = {
  readonly stages: readonly StageRecord[];
  /** From opening to winning, days. */
  readonly cycles: readonly number[];
  /** Lost, and nobody knows how far they had come: counted as lost in the first stage. */
  readonly unplaced: readonly string[];
};

/**
 * Stage-to-stage history of opportunities (rule 2). Only the closed ones count in rates, so that young ones are no losses; a won one has
 * passed every stage, a lost one stood in all up to the furthest it ever entered. The product of the shares thus is the share that was
 * won of those closed. Times are for Kaplan–Meier: moving on is the event, what is lost, moved back or still stands is watched so long.
 *
 * The first entry counts from the day of opening where it is into the first stage. Into a later one it counts only when the opportunity
 * was not opened before: what is read in from elsewhere has stood there since nobody knows when.
 * @param stages ids of the open stages, in their order @param today until when open ones are watched
 */
export function stageHistory(stages: readonly string[], ways: readonly StageWay[], today: Day): StageHistory {
  const place = new Map(stages.map((id, at) => [id, at]));
  const found = stages.map((id) => ({ id, stood: [] as string[], passed: [] as string[], watched: [] as Watched[] }));
  const unplaced: string[] = [];
  const cycles: number[] = [];
  for (const way of ways) {
    if (way.outcome === 'won' && way.openedOn !== null && way.closedOn !== null && way.closedOn >= way.openedOn)
      cycles.push(way.closedOn - way.openedOn);
    if (way.outcome !== 'open') {
      const known = way.entries.flatMap(({ stageId }) => place.get(stageId) ?? []);
      if (way.outcome === 'lost' && known.length === 0) unplaced.push(way.id);
      const furthest = way.outcome === 'won' ? stages.length : Math.max(0, ...known);
      for (const [at, stage] of found.entries()) {
        if (at <= furthest) stage.stood.push(way.id);
        if (at < furthest) stage.passed.push(way.id);
      }
    }
    for (const { at, ...watched } of timesOf(way, place, today)) found[at]?.watched.push(watched);
  }
  return { stages: found, cycles, unplaced };
}

/** How long an opportunity stood in each stage it entered, as far as that is known. */
function timesOf(way: StageWay, place: ReadonlyMap<string, number>, today: Day): (Watched & { at: number })[] {
  const { entries, outcome, openedOn, closedOn } = way;
  return entries.flatMap(({ stageId, day }, nth) => {
    const at = place.get(stageId);
    if (at === undefined) return [];
    const wasOpenBefore = openedOn !== null && openedOn < day;
    if (nth === 0 && at > 0 && wasOpenBefore) return [];
    const since = nth === 0 && at === 0 && openedOn !== null ? openedOn : day;
    const next = entries[nth + 1];
    if (!next && outcome !== 'open') return [];
    const to = next ? place.get(next.stageId) : undefined;
    const isClosing = next !== undefined && to === undefined;
    const until = next === undefined ? today : isClosing ? (closedOn ?? next.day) : next.day;
    const isEvent = isClosing ? outcome === 'won' : to !== undefined && to > at;
    return [{ at, time: Math.max(0, until - since), isEvent }];
  });
}

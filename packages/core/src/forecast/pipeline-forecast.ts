import type { Day } from '../calendar/civil-day.ts';
import { type Spell, stageHazards, winsBy } from './stage-hazards.ts';

/** A deal by what was known of it when: its stages in order, how it ended and when. */
export type PipelineOpportunity = {
  readonly id: string;
  readonly createdOn: Day;
  /** Entries into open stages, in order; none when only the life as a whole is known. */
  readonly entries?: readonly { readonly stage: string; readonly day: Day }[];
  readonly outcome: 'open' | 'won' | 'lost';
  readonly closedOn: Day | null;
  /** Null when nobody has said. */
  readonly amount: number | null;
  /** False for an amount that was first written down when the deal closed: an open deal then counts with the mean of those won. */
  readonly isAmountKnownOpen?: boolean;
};

export type OpportunityExpectation = {
  readonly id: string;
  readonly amount: number;
  /** True where the amount is the mean of the deals won. */
  readonly isAmountAssumed: boolean;
  readonly chance: number;
};

export type PipelineForecast =
  | {
      readonly status: 'ok';
      readonly open: readonly OpportunityExpectation[];
      /** Σ amount × chance of the open deals. */
      readonly expectedOpen: number;
      /** Of deals that are not there yet: new ones a day × chance that they are won in time × mean of those won. */
      readonly expectedNew: number;
      readonly newPerDay: number;
      /** Days that a new deal has had to be won, weighed by the chance: Σ over the days of the horizon of the chance to be won by its end. */
      readonly chanceDays: number;
      readonly meanWon: number;
    }
  | { readonly status: 'insufficientData'; readonly won: number; readonly need: number };

/** With fewer wins to learn from, hazards say nothing. */
const winsNeeded = 20;
/** New deals are counted over the last quarter. */
const countedDays = 90;
const whole = '';

/**
 * What the pipeline brings in the `horizon` days after `asOf`: open deals by the hazards of their stage and age, and those that are still to
 * come. Nothing after `asOf` is looked at: a deal that closed later stood open then, one created later was not there. Closings begin to be
 * recorded on some day; lives count from it, or old deals would look as if they never closed before.
 */
export function pipelineForecast(
  deals: readonly PipelineOpportunity[],
  { asOf, horizon }: { readonly asOf: Day; readonly horizon: number },
): PipelineForecast {
  const known = deals.filter(({ createdOn }) => createdOn <= asOf);
  const isClosed = ({ closedOn, outcome }: PipelineOpportunity): boolean =>
    outcome !== 'open' && closedOn !== null && closedOn <= asOf;
  const closed = known.filter(isClosed);
  const won = closed.filter(({ outcome, amount }) => outcome === 'won' && amount !== null);
  if (won.length < winsNeeded) return { status: 'insufficientData', won: won.length, need: winsNeeded };
  // What was read in closed tells no stages: then those of the open ones would look as if nothing were ever won in them.
  const isStaged = closed.filter(({ entries }) => (entries?.length ?? 0) > 0).length * 2 > closed.length;
  const entriesOf = (deal: PipelineOpportunity) => (isStaged ? (deal.entries ?? []) : []);
  const since = closed.reduce((first, { closedOn }) => Math.min(first, closedOn as Day), asOf);
  const hazards = stageHazards(
    known.flatMap((deal) => spellsOf({ ...deal, entries: entriesOf(deal) }, { since, asOf, isClosed: isClosed(deal) })),
  );
  const meanWon = won.reduce((sum, { amount }) => sum + (amount as number), 0) / won.length;
  const paths = new Map<string, number>();
  const chanceOf = (stage: string, age: number): number => {
    const key = `${age} ${stage}`;
    const chance = paths.get(key) ?? winsBy({ stage, age }, horizon, hazards)[horizon] ?? 0;
    paths.set(key, chance);
    return chance;
  };
  const open = known
    .filter((deal) => !isClosed(deal))
    .map((deal): OpportunityExpectation => {
      const stage = entriesOf(deal).findLast(({ day }) => day <= asOf)?.stage ?? whole;
      const isAmountAssumed = deal.amount === null || deal.isAmountKnownOpen === false;
      return {
        id: deal.id,
        amount: isAmountAssumed ? meanWon : (deal.amount as number),
        isAmountAssumed,
        chance: chanceOf(stage, asOf - deal.createdOn),
      };
    });
  const from = Math.max(since, asOf - countedDays);
  const fresh = known.filter(({ createdOn }) => createdOn > from);
  const newPerDay = asOf > from ? fresh.length / (asOf - from) : 0;
  const first = fresh.map((deal) => entriesOf(deal)[0]?.stage ?? whole);
  const usual = [...Map.groupBy(first, (stage) => stage)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  const entry = usual[0]?.[0] ?? whole;
  const wins = winsBy({ stage: entry, age: 0 }, horizon, hazards);
  const chanceDays = wins.slice(0, horizon).reduce((sum, chance) => sum + chance, 0);
  return {
    status: 'ok',
    open,
    expectedOpen: open.reduce((sum, { amount, chance }) => sum + amount * chance, 0),
    expectedNew: newPerDay * chanceDays * meanWon,
    newPerDay,
    chanceDays,
    meanWon,
  };
}

/** The life of a deal, from when it was watched, cut at its moves and at the day. */
function spellsOf(
  { createdOn, entries = [], outcome, closedOn }: PipelineOpportunity,
  { since, asOf, isClosed }: { since: Day; asOf: Day; isClosed: boolean },
): Spell[] {
  const until = isClosed ? (closedOn as Day) : asOf;
  const seen = entries.filter(({ day }) => day <= until);
  const stops = seen.length > 0 ? seen : [{ stage: whole, day: createdOn }];
  return stops.flatMap(({ stage, day }, at): Spell[] => {
    const next = stops[at + 1];
    const start = Math.max(at === 0 ? createdOn : day, since, createdOn);
    const end = next ? next.day : until;
    if (end < start) return [];
    const ages = { stage, fromAge: start - createdOn, toAge: end - createdOn };
    if (next) return [{ ...ages, end: { kind: 'moved', to: next.stage } }];
    return [{ ...ages, end: { kind: isClosed ? outcome : 'open' } }];
  });
}

/** A stretch of the life of a deal in one stage, by its age in days; it ended in a win, a loss, another stage, or was still open. */
export type Spell = {
  readonly stage: string;
  readonly fromAge: number;
  readonly toAge: number;
  readonly end: { readonly kind: 'open' | 'won' | 'lost' } | { readonly kind: 'moved'; readonly to: string };
};

/** What may happen on one day to a deal in a stage: each a chance, together at most 1. */
export type DayChances = {
  readonly win: number;
  readonly lose: number;
  readonly moves: ReadonlyMap<string, number>;
};

export type StageHazards = {
  readonly stages: readonly string[];
  readonly chances: (stage: string, age: number) => DayChances;
};

/** Ages at which a new bin begins, in days: most is decided early, and after a year little differs. */
const binStarts = [0, 7, 14, 30, 45, 60, 90, 120, 180, 365] as const;
const binOf = (age: number): number => binStarts.findLastIndex((start) => start <= age);

/** How many deal-days of evidence the stage's mean over all ages is worth in a bin, and the mean of all stages in a stage. */
const priorDays = 60;

type Count = { days: number; won: number; lost: number; moves: Map<string, number> };
const nothing = (): Count => ({ days: 0, won: 0, lost: 0, moves: new Map() });

/**
 * Hazards of winning, losing and moving on by stage and age, for competing ends (Allison 1982): `h = (k + a₀) / (n + a₀ + b₀)`, with k ends
 * among n days at risk and a prior of 60 days at the mean hazard of the stage, itself drawn to that of all stages. Deals that are open
 * count for as long as they were watched: a rate among closed deals would leave out those that never close.
 *
 * Throws RangeError on ages that are not whole, negative or run backwards.
 */
export function stageHazards(spells: readonly Spell[]): StageHazards {
  const stages = [...new Set(spells.map(({ stage }) => stage))].sort();
  const overall = nothing();
  const ofStage = new Map(stages.map((stage) => [stage, nothing()]));
  const ofBin = new Map<string, Count>();
  for (const { stage, fromAge, toAge, end } of spells) {
    if (!(Number.isInteger(fromAge) && Number.isInteger(toAge) && fromAge >= 0 && toAge >= fromAge))
      throw new RangeError(`An age is a whole number of days that grows; got ${fromAge} to ${toAge}.`);
    const [whole, own] = [overall, ofStage.get(stage) as Count];
    // A deal that ended on its first day was at risk on that day.
    const last = end.kind === 'open' ? toAge - 1 : Math.max(fromAge, toAge - 1);
    for (let bin = binOf(fromAge); bin < binStarts.length && (binStarts[bin] as number) <= last; bin += 1) {
      const [from, to] = [
        Math.max(fromAge, binStarts[bin] as number),
        Math.min(last, (binStarts[bin + 1] ?? Number.POSITIVE_INFINITY) - 1),
      ];
      const days = Math.max(0, to - from + 1);
      for (const count of [whole, own, binCount(ofBin, stage, bin)]) count.days += days;
    }
    for (const count of [whole, own, binCount(ofBin, stage, binOf(Math.max(0, last)))]) {
      if (end.kind === 'won') count.won += 1;
      if (end.kind === 'lost') count.lost += 1;
      if (end.kind === 'moved') count.moves.set(end.to, (count.moves.get(end.to) ?? 0) + 1);
    }
  }
  const mean = chancesOf(overall, null);
  const known = new Map<string, DayChances>();
  const chances = (stage: string, age: number): DayChances => {
    const bin = binOf(Math.max(0, age));
    const key = `${bin} ${stage}`;
    const found = known.get(key);
    if (found) return found;
    const own = ofStage.get(stage);
    // Of a stage that nobody ever stood in, nothing is known but how deals end.
    const inStage = own ? chancesOf(own, { ...mean, moves: new Map() }) : { ...mean, moves: new Map<string, number>() };
    const made = chancesOf(ofBin.get(key) ?? nothing(), inStage);
    known.set(key, made);
    return made;
  };
  return { stages, chances };
}

function binCount(bins: Map<string, Count>, stage: string, bin: number): Count {
  const key = `${bin} ${stage}`;
  const found = bins.get(key) ?? nothing();
  bins.set(key, found);
  return found;
}

function chancesOf({ days, won, lost, moves }: Count, prior: DayChances | null): DayChances {
  const weight = days + (prior ? priorDays : 0);
  const share = (count: number, before: number): number => (weight === 0 ? 0 : (count + priorDays * before) / weight);
  const ends = new Set([...moves.keys(), ...(prior?.moves.keys() ?? [])]);
  return {
    win: share(won, prior?.win ?? 0),
    lose: share(lost, prior?.lose ?? 0),
    moves: new Map([...ends].map((to) => [to, share(moves.get(to) ?? 0, prior?.moves.get(to) ?? 0)])),
  };
}

/**
 * The chance that a deal which stands in `stage` at `age` days is won within the next days, 0 to `horizon`: entry h is the chance by day h.
 * Forward recursion over days; what moves on is carried along in its new stage.
 */
export function winsBy(
  { stage, age }: { readonly stage: string; readonly age: number },
  horizon: number,
  hazards: StageHazards,
): number[] {
  if (!Number.isInteger(horizon) || horizon < 0)
    throw new RangeError(`A horizon is a whole number of days; got ${horizon}.`);
  let open = new Map([[stage, 1]]);
  let won = 0;
  const byDay = [0];
  for (let day = 1; day <= horizon; day += 1) {
    const next = new Map<string, number>();
    const add = (to: string, share: number) => next.set(to, (next.get(to) ?? 0) + share);
    for (const [at, share] of open) {
      const { win, lose, moves } = hazards.chances(at, age + day - 1);
      let left = 1 - win - lose;
      won += share * win;
      for (const [to, chance] of moves) {
        left -= chance;
        add(to, share * chance);
      }
      add(at, share * Math.max(0, left));
    }
    open = next;
    byDay.push(Math.min(1, won));
  }
  return byDay;
}

/** The chance that a deal is won within `horizon` days. */
export function winBy(
  stage: string,
  { age, horizon }: { readonly age: number; readonly horizon: number },
  hazards: StageHazards,
): number {
  return winsBy({ stage, age }, horizon, hazards)[horizon] ?? 0;
}

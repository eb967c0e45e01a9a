import { workingOf } from '@milepost/contract/calendar';
import type { WorkQuery } from '@milepost/contract/funnel';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import type { FunnelStep } from '@milepost/core/funnel/funnel-step';
import { type StageHistory, stageHistory } from '@milepost/core/funnel/stage-history';
import { WHOLE_BP, weightedValue } from '@milepost/core/pipeline/stages';
import type { Counted } from '@milepost/core/rate/wilson';
import { kaplanMeier, survivalQuantile, type Watched } from '@milepost/core/survival/kaplan-meier';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { StageTable } from '../../db/tables/records.ts';
import { type Standing, standingOf } from '../pacing/standing-store.ts';
import { stageOrder } from '../pipeline/stage-store.ts';
import { type DecidedLead, decidedLeads, type Way, waysOf } from './history-store.ts';
import { hoursHad } from './hours-had.ts';
import { drawn, type Prior, priorOf, priorTrials } from './rates.ts';
import { peerGroups, scopeOf, type WorkScope } from './scope-store.ts';

const yearsOfHistory = 2;
/** Fewer people than this would be told apart by their common rate. */
const peersAtLeast = 3;
/** Four in five. */
const quantile = 0.8;
/** Times of fewer than so many who went on say little: then those of the peers are taken. */
const timesAtLeast = 5;

/** A step of the funnel with where its rate and its days come from. */
export type FoundStep = FunnelStep & {
  name: string;
  own: Counted;
  passed: readonly string[];
  stood: readonly string[];
  prior: Prior;
  daysFrom: 'own' | 'peers' | null;
  standing: number;
};

export type WorkFacts = {
  scope: WorkScope;
  standing: Standing;
  until: string;
  steps: FoundStep[];
  stages: ReadonlyMap<string, StageTable>;
  /** Own opportunities by id, and own leads. */
  own: ReadonlyMap<string, Way>;
  leads: ReadonlyMap<string, DecidedLead>;
  /** Open ones that count into the pipeline, with what each weighs. */
  pipeline: { way: Way; weighted: number }[];
  dueLater: number;
  openCount: number;
  sizes: { own: readonly Way[]; peerMean: number | null };
  size: number | null;
  history: StageHistory;
  peers: { name: string; people: number; won: number; closed: number } | null;
  won: number;
  closed: number;
  /** Hours of selling from today to the end, and how many people have them. */
  hoursHad: { people: number; why: Why };
};

const isOf = (persons: ReadonlySet<string> | undefined, ownerId: string | null) =>
  persons === undefined || (ownerId !== null && persons.has(ownerId));

/** Everything that the gap to work is computed from. */
export async function workFacts(db: Db, actor: Actor, today: string, query: WorkQuery): Promise<WorkFacts> {
  const scope = await scopeOf(db, actor, query);
  const standing = await standingOf(db, actor, {
    asOf: today,
    fiscalYear: query.fiscalYear,
    whose: { persons: scope.persons },
  });
  const stages = await stageOrder.named(db, actor.orgId);
  const open = [...stages.values()]
    .filter(({ category, archived_at }) => category === 'open' && archived_at === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const since = `${Number(today.slice(0, 4)) - yearsOfHistory}${today.slice(4)}`;
  const [ways, leads] = await Promise.all([
    waysOf(db, actor.orgId, stages, since),
    decidedLeads(db, actor.orgId, since),
  ]);
  const own = ways.filter(({ ownerId }) => isOf(scope.persons, ownerId));
  const groups = await peerGroups(db, actor, scope);
  const group = groups
    .map(({ name, persons }) => ({
      name,
      ways: ways.filter(({ ownerId }) => ownerId && isOf(persons, ownerId)),
      persons,
    }))
    .find(({ ways: some }) => closedBy(some).size >= peersAtLeast);
  const until = standing.months.at(-1)?.to ?? today;
  const ids = open.map(({ id }) => id);
  const day = toDay(today);
  const history = stageHistory(ids, own, day);
  const peerWays = group?.ways ?? [];
  const ofPeers = stageHistory(ids, peerWays, day);
  const byPeer = [...Map.groupBy(peerWays, ({ ownerId }) => ownerId)].map(([, some]) => stageHistory(ids, some, day));
  const isWeighed = ({ amount, currency, expectedCloseOn, outcome }: Way) =>
    outcome === 'open' &&
    amount !== null &&
    currency === actor.organisation.currency &&
    (expectedCloseOn === null || expectedCloseOn <= until);
  const openOnes = own.filter(({ outcome }) => outcome === 'open');
  const pipeline = own.filter(isWeighed).map((way) => ({
    way,
    weighted: weightedValue(way.amount ?? 0, stages.get(way.stageId)?.probability_bp ?? 0),
  }));
  const wonOf = (some: readonly Way[]) =>
    some.filter(
      ({ outcome, amount, currency }) =>
        outcome === 'won' && amount !== null && amount > 0 && currency === actor.organisation.currency,
    );
  const peerWins = wonOf(peerWays);
  const peerMean =
    peerWins.length > 0
      ? Math.round(peerWins.reduce((sum, one) => sum + (one.amount ?? 0), 0) / peerWins.length)
      : null;
  const sizes = { own: wonOf(own), peerMean };
  const steps = open.map((stage, at): FoundStep => {
    const next = open[at + 1];
    const record = history.stages[at] ?? { stood: [], passed: [], watched: [] };
    const counted = { successes: record.passed.length, trials: record.stood.length };
    const statedNext = next ? next.probability_bp : WHOLE_BP;
    const prior = priorOf(
      byPeer.map(({ stages: of }) => ({
        successes: of[at]?.passed.length ?? 0,
        trials: of[at]?.stood.length ?? 0,
      })),
      statedNext > 0 ? stage.probability_bp / statedNext : null,
    );
    const cycle = at === 0 ? q80([...history.cycles], [...ofPeers.cycles]) : null;
    return {
      id: stage.id,
      name: stage.name,
      own: counted,
      passed: record.passed,
      stood: record.stood,
      prior,
      ...drawn(counted, prior),
      ...daysOf(record.watched, ofPeers.stages[at]?.watched ?? []),
      ...(cycle === null ? {} : { daysToWin: cycle }),
      hours: stage.minutes_each === null ? null : stage.minutes_each / 60,
      standing: openOnes.filter(({ stageId }) => stageId === stage.id).length,
    };
  });
  const ownLeads = leads.filter(({ ownerId }) => isOf(scope.persons, ownerId));
  const leadStep = leadsStep(
    ownLeads,
    leads.filter(({ ownerId }) => ownerId && isOf(group?.persons, ownerId)),
    actor.organisation.hoursPerLead,
  );
  return {
    scope,
    standing,
    until,
    steps: leadStep ? [leadStep, ...steps] : steps,
    stages,
    own: new Map(own.map((way) => [way.id, way])),
    leads: new Map(ownLeads.map((lead) => [lead.id, lead])),
    pipeline,
    dueLater: openOnes.filter(({ expectedCloseOn }) => expectedCloseOn !== null && expectedCloseOn > until).length,
    openCount: openOnes.length,
    sizes,
    size: meanSize(sizes),
    history,
    peers: group
      ? {
          name: group.name,
          people: closedBy(peerWays).size,
          won: peerWays.filter(({ outcome }) => outcome === 'won').length,
          closed: peerWays.filter(({ outcome }) => outcome !== 'open').length,
        }
      : null,
    won: own.filter(({ outcome }) => outcome === 'won').length,
    closed: own.filter(({ outcome }) => outcome !== 'open').length,
    hoursHad: await hoursHad(db, actor, scope.persons, { from: today, to: until }),
  };
}

const closedBy = (ways: readonly Way[]) =>
  new Set(ways.filter(({ outcome }) => outcome !== 'open').map(({ ownerId }) => ownerId));

/** The mean of the own wins with ten of the peers' mean among them; null when nobody ever won anything. */
function meanSize({ own, peerMean }: WorkFacts['sizes']): number | null {
  const sum = own.reduce((all, { amount }) => all + (amount ?? 0), 0);
  if (peerMean === null) return own.length > 0 ? Math.round(sum / own.length) : null;
  return Math.round((sum + priorTrials * peerMean) / (own.length + priorTrials));
}

function daysOf(own: readonly Watched[], peers: readonly Watched[]): Pick<FoundStep, 'days' | 'daysFrom'> {
  for (const [watched, daysFrom] of [
    [own, 'own'],
    [peers, 'peers'],
  ] as const) {
    const days = survivalQuantile(kaplanMeier(watched), quantile);
    if (days !== null && watched.filter(({ isEvent }) => isEvent).length >= timesAtLeast) return { days, daysFrom };
  }
  return { days: null, daysFrom: null };
}

/** Days within which four in five were won, of one's own wins, else of the peers'; null with fewer than five of either. */
function q80(own: number[], peers: number[]): number | null {
  const times = (own.length >= timesAtLeast ? own : peers).map((time) => ({ time, isEvent: true }));
  return times.length >= timesAtLeast ? survivalQuantile(kaplanMeier(times), quantile) : null;
}

/** From a lead to an opportunity. No step where nobody ever decided on a lead, or none became anything. */
function leadsStep(own: readonly DecidedLead[], peers: readonly DecidedLead[], hours: number | null): FoundStep | null {
  const counted = (some: readonly DecidedLead[]) => ({
    successes: some.filter(({ days }) => days !== null).length,
    trials: some.length,
  });
  const prior = priorOf(
    [...Map.groupBy(peers, ({ ownerId }) => ownerId)].map(([, some]) => counted(some)),
    null,
  );
  const { rate, evidence } = drawn(counted(own), prior);
  if (rate === null || rate === 0) return null;
  const watched = (some: readonly DecidedLead[]) =>
    some.flatMap(({ days }) => (days === null ? [] : [{ time: days, isEvent: true }]));
  return {
    id: 'leads',
    name: '',
    own: counted(own),
    passed: own.filter(({ days }) => days !== null).map(({ id }) => id),
    stood: own.map(({ id }) => id),
    prior,
    rate,
    evidence,
    ...daysOf(watched(own), watched(peers)),
    hours,
    standing: 0,
  };
}

/** The organisation's calendar, for core. */
export const calendarOf = ({ organisation }: Actor) => workingOf(organisation);

import type { ExplainedView } from '@milepost/contract/explain';
import type { ReportAxis, ReportQuery, ReportStep, ReportView, ReportWhyQuery } from '@milepost/contract/funnel';
import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive, record } from '@milepost/core/explain/derive';
import { type StageRecord, stageHistory } from '@milepost/core/funnel/stage-history';
import { wilson } from '@milepost/core/rate/wilson';
import { kaplanMeier, survivalQuantile } from '@milepost/core/survival/kaplan-meier';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { StageTable } from '../../db/tables/records.ts';
import { Failure } from '../../http/failure.ts';
import { stageOrder } from '../pipeline/stage-store.ts';
import { type ReportedWay, reportedWays } from './report-store.ts';

/** Half of those who go on have gone on. */
const median = 0.5;
const months = 12;

type Window = { by: ReportAxis; from: string; to: string };
const windowOf = ({ by, from, to }: ReportQuery, today: string): Window => {
  const until = to ?? today;
  return { by, from: from ?? toIso(addMonths(toDay(until), -months) + 1), to: until };
};

/** Stage by stage: how many of the closed deals in sight went on, and how long it took, by an axis. */
export async function readReport(db: Db, actor: Actor, today: string, query: ReportQuery): Promise<ReportView> {
  const window = windowOf(query, today);
  const { stages, ways } = await reported(db, actor, window);
  const names = await keyNames(db, actor, window.by, ways);
  const groups = [...Map.groupBy(ways, ({ key }) => key)].map(([key, own]) => {
    const { stages: records, unplaced } = historyOf(stages, own, today);
    return {
      key,
      name: key === null ? null : (names.get(key) ?? null),
      won: own.filter(({ outcome }) => outcome === 'won').length,
      closed: own.length,
      unplaced: unplaced.length,
      steps: records.map(stepView),
    };
  });
  // The largest first; by name where they are alike, so that the order is always the same.
  groups.sort((a, b) => b.closed - a.closed || (a.name ?? '').localeCompare(b.name ?? ''));
  return { ...window, stages: stages.map(({ id, name }) => ({ id, name })), groups };
}

/** The rate of a stage as those who went on ÷ those who stood there. Throws `not-found` where nobody stood there. */
export async function explainReport(
  db: Db,
  actor: Actor,
  today: string,
  now: string,
  { stage, key, ...query }: ReportWhyQuery,
): Promise<ExplainedView> {
  const { stages, ways } = await reported(db, actor, windowOf(query, today));
  const own = ways.filter((way) => way.key === (query.by === 'all' ? 'all' : (key ?? null)));
  const found = historyOf(stages, own, today).stages.find(({ id }) => id === stage);
  if (found === undefined || found.stood.length === 0) throw new Failure('not-found');
  const names = new Map(own.map(({ id, name }) => [id, name]));
  const leaf = (id: string) => record('opportunity', id, 1, 'count', names.get(id));
  const why = derive('quotient', { rule: 'funnel.report-rate', unit: 'ratio' }, [
    derive('count', { rule: 'funnel.went-on', unit: 'count' }, found.passed.map(leaf)),
    derive('count', { rule: 'funnel.stood', unit: 'count' }, found.stood.map(leaf)),
  ]);
  return { why, asOf: now };
}

async function reported(db: Db, actor: Actor, window: Window): Promise<{ stages: StageTable[]; ways: ReportedWay[] }> {
  const named = await stageOrder.named(db, actor.orgId);
  const stages = [...named.values()]
    .filter(({ category, archived_at }) => category === 'open' && archived_at === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return { stages, ways: await reportedWays(db, actor, named, window) };
}

const historyOf = (stages: readonly StageTable[], ways: readonly ReportedWay[], today: string) =>
  stageHistory(
    stages.map(({ id }) => id),
    ways,
    toDay(today),
  );

function stepView({ id, stood, passed, watched }: StageRecord): ReportStep {
  const counted = { successes: passed.length, trials: stood.length };
  return {
    stageId: id,
    stood: stood.length,
    passed: passed.length,
    rate: stood.length === 0 ? null : passed.length / stood.length,
    ...wilson(counted),
    days: watched.length === 0 ? null : survivalQuantile(kaplanMeier(watched), median),
  };
}

/** Names of what the keys stand for; a line, a segment and a region are their own names. */
async function keyNames(
  db: Db,
  actor: Actor,
  by: ReportAxis,
  ways: readonly ReportedWay[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(ways.flatMap(({ key }) => key ?? []))];
  const table = { owner: 'person', team: 'team', product: 'product', event: 'event' } as const;
  if (!(by in table)) return new Map(keys.map((key) => [key, key]));
  const kind = table[by as keyof typeof table];
  return (await namesOf(db, actor, { [kind]: keys }))[kind];
}

import { monthsOf } from '@milepost/contract/calendar';
import type { RatePeriod, RateRow, RateTargetView } from '@milepost/contract/rate-targets';
import type { TargetView } from '@milepost/contract/targets';
import { stored } from '@milepost/core/explain/derive';
import type { Leaf } from '@milepost/core/explain/why';
import type { RateMeasure } from '@milepost/core/targets/measures';
import {
  intervalStatus,
  type RateSources,
  rateFor,
  type StatedRate,
  WHOLE_BP,
  whyMore,
} from '@milepost/core/targets/rate-target';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { type RateHolder, type ReachedRate, reachedRates } from '../figures/rates-store.ts';
import { people, tree } from '../people/store.ts';
import { periodOf, rates, statedOf } from './rates-store.ts';
import { demandRate } from './store.ts';
import { targetViews } from './views.ts';
import { personsOf, seesWhole } from './whole-sight-store.ts';

/** The civil days of a fiscal year, or of a quarter of it. */
export function spanOf(actor: Actor, fiscalYear: number, period: RatePeriod): { from: string; to: string } {
  const months = monthsOf(actor.organisation, fiscalYear);
  const own = period === 'year' ? months : months.slice(3 * (Number(period) - 1), 3 * Number(period));
  return { from: own[0]?.from ?? '', to: own.at(-1)?.to ?? '' };
}

/** The teams of a person from the nearest to the highest. */
export async function teamsAbove(db: Db, actor: Actor): Promise<(teamId: string | null) => string[]> {
  const { teams } = await tree.of(db, actor.orgId);
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  return (teamId) => {
    const path: string[] = [];
    // A loop in the tree ends the walk, not the program.
    for (let id = teamId; id !== null && !path.includes(id); id = parents.get(id) ?? null) path.push(id);
    return path;
  };
}

/** Money that comes in adds nothing to what is owed; of everything else a success is one more case. */
export const moreOf = (measure: RateMeasure): { of: 'owed' | 'trials'; unit: 'money' | 'count' } =>
  measure === 'collectedWithin' ? { of: 'owed', unit: 'money' } : { of: 'trials', unit: 'count' };

/** What was counted and what is wanted, as leaves. */
export function rateSources(
  measure: RateMeasure,
  targetId: string,
  key: string,
  { num, den }: { num: number; den: number },
  shareBp: number,
): RateSources & { shareBp: Leaf; whole: Leaf } {
  const { unit } = moreOf(measure);
  return {
    num: stored('rate-counted', `${measure}:${key}:num`, num, unit),
    den: stored('rate-counted', `${measure}:${key}:den`, den, unit),
    shareBp: stored('target-rate', `${targetId}:${key}`, shareBp, 'count'),
    whole: stored('rate', 'whole', WHOLE_BP, 'count'),
  };
}

type Head = Pick<RateRow, 'kind' | 'id' | 'name' | 'teamId'>;

/**
 * The shares of a target beside what was reached so far: of all in sight, of the teams that people of the plan are in, and of people.
 * @throws Failure `target-shared`, `mixed-currencies`
 */
export async function rateView(
  db: Db,
  actor: Actor,
  row: TargetTable,
  period: RatePeriod,
  clock: { today: string; now: string },
): Promise<RateTargetView> {
  const measure = demandRate(row);
  const span = spanOf(actor, row.fiscal_year, period);
  const isWhole = seesWhole(actor, row);
  const persons = personsOf(row).filter((id) => isWhole || reaches(actor, id));
  const teamRows = await people.teamsOf(db, actor.orgId);
  const teamOf = new Map(teamRows.map(({ id, team_id }) => [id, team_id]));
  const tables = (await rates.of(db, row)).filter(({ holder_kind, holder_id }) =>
    holder_kind === 'person' ? persons.includes(holder_id) : true,
  );
  const stated = tables.map(statedOf);
  const teams = [...new Set(persons.flatMap((id) => teamOf.get(id) ?? []))];
  const holderTeams = stated.flatMap(({ holder }) => (holder.kind === 'team' ? holder.id : []));
  const [names, above] = await Promise.all([
    namesOf(db, actor, { person: persons, team: [...teams, ...holderTeams] }),
    teamsAbove(db, actor),
  ]);
  const nameFor = (kind: 'team' | 'person', id: string) => nameOf(names[kind], id)?.name ?? '';
  const reached = reachedRates(db, actor, measure, clock);
  const [ofAll, ofTeams, ofPersons] = [
    await reached.all(span),
    await reached.each('team', span),
    await reached.each('person', span),
  ];
  const rowOf = (head: Head, found: ReachedRate | undefined): RateRow => {
    const personId = head.kind === 'person' ? head.id : null;
    const teamIds = head.kind === 'all' ? [] : above(head.kind === 'team' ? head.id : head.teamId);
    const wanted = rateFor(stated, { personId, teamIds, period: periodOf(period) });
    const own = stated.find((one) => isOf(one, head) && one.period === periodOf(period));
    const { counts = null, interval = null, value = null } = found ?? {};
    const more =
      wanted && counts && value !== null
        ? whyMore(
            { rule: 'rate.needed', unit: moreOf(measure).unit },
            rateSources(measure, row.id, head.id ?? 'all', counts, wanted.shareBp),
            moreOf(measure).of,
          )
        : null;
    return {
      ...head,
      shareRatio: wanted && wanted.shareBp / WHOLE_BP,
      from: wanted && {
        kind: wanted.holder.kind,
        name: wanted.holder.kind === 'all' ? '' : nameFor(wanted.holder.kind, wanted.holder.id),
        period: String(wanted.period) as RatePeriod,
      },
      ownRatio: own ? own.shareBp / WHOLE_BP : null,
      actualRatio: value,
      counts,
      interval: value === null ? null : interval,
      status: wanted && interval && value !== null ? intervalStatus(interval, wanted.shareBp) : null,
      more: more?.value ?? null,
    };
  };
  const byName = (a: Head, b: Head) => (a.name < b.name ? -1 : 1);
  const personRows = persons
    .map((id): Head => ({ kind: 'person', id, name: nameFor('person', id), teamId: teamOf.get(id) ?? null }))
    .sort(byName);
  const teamHeads = teams.map((id): Head => ({ kind: 'team', id, name: nameFor('team', id), teamId: id })).sort(byName);
  const of = ({ kind, id }: Head) => (kind === 'team' ? ofTeams : ofPersons).get(id ?? '');
  return {
    target: targetViews(actor, [row])[0] as TargetView,
    period,
    ...span,
    countsUnit: moreOf(measure).unit,
    rows: [
      rowOf({ kind: 'all', id: null, name: '', teamId: null }, ofAll),
      ...[...teamHeads.flatMap((team) => [team, ...personRows.filter(({ teamId }) => teamId === team.id)])].map(
        (head) => rowOf(head, of(head)),
      ),
      ...personRows.filter(({ teamId }) => teamId === null).map((head) => rowOf(head, of(head))),
    ],
    stated: tables.map(({ holder_kind, holder_id, period: when, share_bp }) => ({
      holder: holder_kind === 'all' ? { kind: 'all' } : { kind: holder_kind, id: holder_id },
      name: holder_kind === 'all' ? '' : nameFor(holder_kind, holder_id),
      period: when,
      shareRatio: share_bp / WHOLE_BP,
    })),
  };
}

const isOf = ({ holder }: StatedRate, { kind, id }: Pick<RateHolder, 'kind' | 'id'>): boolean =>
  holder.kind === kind && (holder.kind === 'all' || holder.id === id);

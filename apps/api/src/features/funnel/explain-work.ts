import type { ExplainedView } from '@milepost/contract/explain';
import type { WorkWhyQuery } from '@milepost/contract/funnel';
import { toDay } from '@milepost/core/calendar/civil-day';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { backSolve } from '@milepost/core/funnel/back-solve';
import { WHOLE_BP } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { standingWhy } from '../pacing/standing-store.ts';
import { priorTrials } from './rates.ts';
import { calendarOf, type FoundStep, type WorkFacts, workFacts } from './work-facts.ts';

const nothing = derive('sum', { rule: 'pacing.nothing', unit: 'money' }, []);

function pipelineWhy({ pipeline, stages }: WorkFacts): Why {
  const each = pipeline.map(({ way }) => {
    const stage = stages.get(way.stageId);
    return derive('share-round', { rule: 'funnel.weighted', unit: 'money', label: way.name }, [
      record('opportunity', way.id, way.amount ?? 0, 'money', way.name),
      stored('stage-probability', way.stageId, stage?.probability_bp ?? 0, 'count', stage?.name ?? ''),
      stored('stage-probability', 'whole', WHOLE_BP, 'count'),
    ]);
  });
  return derive('sum', { rule: 'funnel.pipeline', unit: 'money' }, each);
}

/** The mean of one's own wins with ten of the peers' mean among them. */
function sizeWhy({ sizes: { own, peerMean }, peers }: WorkFacts): Why {
  const wins = own.map((way) => record('opportunity', way.id, way.amount ?? 0, 'money', way.name));
  const sum = derive('sum', { rule: 'funnel.own-wins', unit: 'money' }, wins);
  const count = derive('count', { rule: 'funnel.own-wins-count', unit: 'count' }, wins);
  const heading = { rule: 'funnel.size', unit: 'money' } as const;
  if (peerMean === null) return derive('round', heading, [derive('quotient', heading, [sum, count])]);
  const weight = stored('funnel', 'prior-trials', priorTrials, 'count');
  const theirs = derive('product', { rule: 'funnel.peers-wins', unit: 'money' }, [
    weight,
    stored('peers', 'mean-size', peerMean, 'money', peers?.name ?? ''),
  ]);
  return derive('round', heading, [
    derive('quotient', heading, [
      derive('sum', { rule: 'funnel.wins-together', unit: 'money' }, [sum, theirs]),
      derive('sum', { rule: 'funnel.wins-counted', unit: 'count' }, [count, weight]),
    ]),
  ]);
}

/** (k + a) ÷ (n + a + b): own records one by one, what they are drawn towards as two stored numbers. */
function rateWhy(facts: WorkFacts, step: FoundStep): Why {
  const { own, leads, peers } = facts;
  const one = (id: string): Leaf =>
    step.id === 'leads'
      ? record('lead', id, 1, 'count', leads.get(id)?.name ?? '')
      : record('opportunity', id, 1, 'count', own.get(id)?.name ?? '');
  const counted = (rule: string, ids: readonly string[]) => derive('count', { rule, unit: 'count' }, ids.map(one));
  const [passed, stood] = [counted('funnel.passed', step.passed), counted('funnel.stood', step.stood)];
  const heading = { rule: 'funnel.rate', unit: 'ratio', label: step.name } as const;
  if (step.prior.from === 'none') return derive('quotient', heading, [passed, stood]);
  const { a, b } = step.prior.beta;
  const label = step.prior.from === 'peers' ? (peers?.name ?? '') : step.name;
  const prior = (id: string, value: number) => stored(`prior-${step.prior.from}`, id, value, 'count', label);
  return derive('quotient', heading, [
    derive('sum', { rule: 'funnel.passed-with-prior', unit: 'count' }, [passed, prior('passed', a)]),
    derive('sum', { rule: 'funnel.stood-with-prior', unit: 'count' }, [stood, prior('passed', a), prior('failed', b)]),
  ]);
}

/** Products are taken from the win upwards, as the chance of a win is. */
function chanceWhy(facts: WorkFacts, steps: readonly FoundStep[]): Why {
  return derive(
    'product',
    { rule: 'funnel.win-rate', unit: 'ratio' },
    steps.map((step) => rateWhy(facts, step)).reverse(),
  );
}

function needWhy(facts: WorkFacts, at: number, wins: Why): Why {
  const exact = facts.steps
    .slice(at)
    .reduceRight<Why>(
      (need, step) =>
        derive('quotient', { rule: 'funnel.need', unit: 'count', label: step.name }, [need, rateWhy(facts, step)]),
      wins,
    );
  return derive('ceil', { rule: 'funnel.count', unit: 'count', label: facts.steps[at]?.name ?? '' }, [exact]);
}

/**
 * How a figure of the gap to work comes about, down to opportunities, credits and stored cells. Of the peers it tells counts alone.
 * @throws Failure `not-found` for a figure that is unknown, or a step that is not there
 */
export async function explainWork(
  db: Db,
  actor: Actor,
  today: string,
  now: string,
  { figure, step: stepId, ...query }: WorkWhyQuery,
): Promise<ExplainedView> {
  const facts = await workFacts(db, actor, today, query);
  const { steps, size, standing, until } = facts;
  const remaining = async () => {
    if (!standing.target) throw new Failure('not-found');
    const whose = { persons: facts.scope.persons };
    const { planned, actual } = await standingWhy(db, actor, { asOf: today, fiscalYear: query.fiscalYear, whose });
    return derive('difference', { rule: 'pacing.gap', unit: 'money' }, [planned, actual]);
  };
  const gap = async () =>
    derive('max', { rule: 'funnel.gap', unit: 'money' }, [
      derive('difference', { rule: 'funnel.gap', unit: 'money' }, [await remaining(), pipelineWhy(facts)]),
      nothing,
    ]);
  const wins = async () => {
    if (size === null) throw new Failure('not-found');
    return derive('ceil', { rule: 'funnel.wins', unit: 'count' }, [
      derive('quotient', { rule: 'funnel.wins', unit: 'count' }, [await gap(), sizeWhy(facts)]),
    ]);
  };
  const explained = async (): Promise<Why> => {
    if (figure === 'remaining') return remaining();
    if (figure === 'pipeline') return pipelineWhy(facts);
    if (figure === 'gap') return gap();
    if (figure === 'hoursHad') return facts.hoursHad.why;
    if (size === null && figure !== 'rate' && figure !== 'winRate') throw new Failure('not-found');
    if (figure === 'size') return sizeWhy(facts);
    if (figure === 'wins') return wins();
    const isKnown = (some: readonly FoundStep[]) => some.length > 0 && some.every(({ rate }) => rate !== null);
    if (figure === 'winRate') {
      const from = steps[0]?.id === 'leads' ? steps.slice(1) : steps;
      if (!isKnown(from)) throw new Failure('not-found');
      return chanceWhy(facts, from);
    }
    if (figure === 'hoursNeeded') return hoursWhy(facts, await wins());
    const at = steps.findIndex(({ id }) => id === stepId);
    const step = steps[at];
    if (!step || !isKnown(figure === 'rate' ? [step] : steps.slice(at))) throw new Failure('not-found');
    return figure === 'rate' ? rateWhy(facts, step) : needWhy(facts, at, await wins());
  };
  return { why: await explained(), asOf: now };

  /** wins × Σ hours ÷ chance of a win from there. */
  function hoursWhy(all: WorkFacts, won: Why): Why {
    const solved =
      size === null
        ? null
        : backSolve({ gap: 1, size, steps, today: toDay(today), end: toDay(until), calendar: calendarOf(actor) });
    const each = all.steps.flatMap((step, at) => {
      if (step.hours === null) return [];
      if (solved?.needs[at]?.chance == null) throw new Failure('not-found');
      return [
        derive('quotient', { rule: 'funnel.hours-of-stage', unit: 'hours', label: step.name }, [
          stored('stage-hours', step.id, step.hours, 'hours', step.name),
          chanceWhy(all, all.steps.slice(at)),
        ]),
      ];
    });
    if (each.length === 0) throw new Failure('not-found');
    return derive('product', { rule: 'funnel.hours-needed', unit: 'hours' }, [
      won,
      derive('sum', { rule: 'funnel.hours-per-win', unit: 'hours' }, each),
    ]);
  }
}

// What planning costs: a year split into leaves, re-planned, fitted and rounded. The floor of each is a plain loop that
// writes one product into every cell of the same size, on the same machine, in the same run.
import { fitMargins } from '@milepost/core/apportion/ipf';
import { largestRemainder } from '@milepost/core/apportion/largest-remainder';
import { roundToMargins } from '@milepost/core/apportion/round-to-margins';
import { toDay } from '@milepost/core/calendar/civil-day';
import { MONDAY_TO_FRIDAY } from '@milepost/core/calendar/workdays';
import { backSolve } from '@milepost/core/funnel/back-solve';
import { whatGives } from '@milepost/core/funnel/what-gives';
import { supposing } from '@milepost/core/funnel/what-if';
import { prioritise } from '@milepost/core/priority/prioritise';
import type { Task } from '@milepost/core/priority/task';
import { decompose, type Target } from '@milepost/core/targets/decompose';
import type { Edit } from '@milepost/core/targets/edit';
import { type Plan, plannedTotal } from '@milepost/core/targets/plan';
import { replan } from '@milepost/core/targets/replan';
import { planVisits, type VisitPromise } from '@milepost/core/week/plan-visits';
import { expenseFigures } from './expense-figures.ts';
import type { Figure, Run } from './figure.ts';
import { lpFigures } from './lp-figures.ts';
import { pairingFigures } from './pairing-figures.ts';
import { pathFigures } from './path-figures.ts';
import { territoryFigure } from './territory-figures.ts';

const year = 6_000_000_000;
const monthShares = [3, 9, 7, 5, 14, 10, 4, 11, 8, 5, 13, 7];

/** Ids with weights that have no common pattern, so that remainders are spread as in life. */
const weighted = (prefix: string, count: number, stride: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `${prefix}-${String(place).padStart(6, '0')}`,
    weight: ((place * stride) % 1009) + 1,
  }));

const target = (persons: number, lines: number): Target => ({
  total: year,
  monthShares,
  persons: weighted('person', persons, 7919),
  lines: weighted('line', lines, 104_729),
  segments: weighted('segment', 8, 31),
});

function planOf(persons: number, lines: number): Plan {
  const made = decompose(target(persons, lines));
  if (made.status !== 'ok' || plannedTotal(made.plan) !== year) throw new Error('The year was not split exactly.');
  return made.plan;
}

/** The middle of the times of some runs, in milliseconds, after as many to warm up. */
function medianMs(runs: number, work: (round: number) => void): number {
  const times: number[] = [];
  for (let round = -Math.min(runs, 20); round < runs; round += 1) {
    const start = performance.now();
    work(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

/** A plain loop over as many cells. The sum is looked at, so that the loop is not left out. */
function floorMs(runs: number, cells: number): number {
  const written = new Float64Array(cells);
  let seen = 0;
  const median = medianMs(runs, (round) => {
    for (let place = 0; place < cells; place += 1) written[place] = (place % 1009) * (1 + round / 1000);
    for (let place = 0; place < cells; place += 1) seen += written[place] as number;
  });
  if (Number.isNaN(seen)) throw new Error('The plain loop went wrong.');
  return median;
}

/** One edit on 50 people × 20 lines × 12 months, of each of the kinds that people make. */
function replanning(): Figure[] {
  const plan = planOf(50, 20);
  const [person, line] = [plan.persons[7] as string, plan.lines[3] as string];
  const locked = replan(plan, [{ kind: 'lock', id: 'quarter', at: { lines: [line], months: [0, 1, 2] } }]);
  if (locked.status !== 'ok') throw new Error('The plan could not be locked.');
  const floor = floorMs(200, plan.leaves.length);
  const edits: Record<string, (round: number) => Edit> = {
    'one cell': (round) => ({
      kind: 'set',
      at: { persons: [person], lines: [line], months: [5] },
      value: 900_000 + round,
    }),
    "a person's year, absorbed by the others": (round) => ({
      kind: 'set',
      at: { persons: [person] },
      value: 130_000_000 + round,
      policy: 'absorb',
    }),
    'a month of the company': (round) => ({ kind: 'set', at: { months: [6] }, value: 300_000_000 + round }),
    'the total of the year': (round) => ({ kind: 'setTotal', value: year + 1_000 + round }),
  };
  return Object.entries(edits).map(([name, edit]) => {
    const value = medianMs(200, (round) => {
      if (replan(locked.plan, [edit(round + 20)]).status !== 'ok') throw new Error(`${name} was refused.`);
    });
    return { name: `re-plan 50 × 20 × 12: ${name}`, value, unit: 'ms', floor };
  });
}

function decomposition(persons: number, lines: number, runs: number): Figure {
  const asked = target(persons, lines);
  const value = medianMs(runs, () => {
    if (decompose(asked).status !== 'ok') throw new Error('The year was not split.');
  });
  return {
    name: `decompose ${persons} × ${lines} × 12`,
    value,
    unit: 'ms',
    floor: floorMs(runs, persons * lines * 12),
  };
}

/** Two margins of 1,000 × 200 cells: fitted from a seed that is no product, and rounded under both. */
function margins(): Figure[] {
  const [height, width] = [1000, 200];
  const rows = largestRemainder(
    year,
    weighted('row', height, 7919).map((row) => row.weight),
  );
  const columns = largestRemainder(
    year,
    weighted('column', width, 104_729).map((column) => column.weight),
  );
  const seed = Float64Array.from({ length: height * width }, (_, place) => 1 + ((place * 31) % 17));
  const fit = fitMargins(seed, rows, columns);
  if (fit.status !== 'ok') throw new Error('Positive seeds were not fitted.');
  const floor = floorMs(15, height * width);
  const fitting = medianMs(15, () => void fitMargins(seed, rows, columns, { tolerance: 1e-9 }));
  const rounding = medianMs(15, () => {
    const { columns: met } = roundToMargins({ cells: fit.cells, rows, columns });
    if (met !== 'within') throw new Error('A fitted matrix was not rounded within floor and ceiling.');
  });
  return [
    { name: 'fit 1,000 × 200 to 1e-9', value: fitting, unit: 'ms', floor },
    { name: 'controlled rounding 1,000 × 200', value: rounding, unit: 'ms', floor },
  ];
}

/**
 * One move of a slider on gap to work: ten stages, a few wins or a thousand, back-solved with safe counts, weighed against too few hours
 * with everything that gives. The floor writes what comes out of it: ten stages by the weeks of a year.
 */
function sliders(wins: number): Figure {
  const steps = Array.from({ length: 10 }, (_, at) => ({
    id: `stage-${at}`,
    rate: 0.6 + at / 50,
    evidence: 80,
    days: 9,
    hours: 3,
  }));
  const [today, end] = [toDay('2026-01-01'), toDay('2026-12-31')];
  const size = 5_000_000;
  const value = medianMs(40, (round) => {
    const supposed = supposing(steps, { winRate: 0.05 + (round + 40) / 1000, cycle: 0.9 });
    const gap = wins * size - 100 - round;
    const solved = backSolve({ gap, size, steps: supposed, today, end, calendar: MONDAY_TO_FRIDAY });
    const fit = whatGives({ gap, size, steps: supposed, had: 100, weeks: 50 });
    if (solved.wins !== wins || fit.status !== 'over') throw new Error('The work was not reckoned.');
  });
  return { name: `gap to work: one move of a slider, ${wins} wins`, value, unit: 'ms', floor: floorMs(200, 10 * 53) };
}

/** One day's list of very many tasks in all lanes. The floor writes as many cells. */
function dayOfTasks(count: number): Figure {
  const today = toDay('2026-03-16');
  const tasks = Array.from(
    { length: count },
    (_, at): Task => ({
      id: `task-${(at * 7919) % 10_007}`,
      lane: (['urgent', 'strategic', 'value'] as const)[at % 3] ?? 'value',
      hours: ((at * 31) % 12) / 4,
      due: at % 4 === 0 ? null : today + (at % 90) - 45,
      dailyValue: at % 5 === 0 ? null : (at * 7919) % 100_000,
      segment: at % 2 === 0 ? 'Machines' : null,
      blockedBy: null,
    }),
  );
  const hours = { today, byDay: Array.from({ length: 30 }, () => 6), strategicDeficit: 6 };
  const value = medianMs(40, () => {
    if (prioritise(tasks, hours).length !== count) throw new Error('A task was lost.');
  });
  return {
    name: `order of a day of ${count.toLocaleString('en')} tasks`,
    value,
    unit: 'ms',
    floor: floorMs(200, count),
  };
}

/** Thirteen weeks of very many reps, of each a hundred accounts by their tiers. The floor writes a cell for each account and week. */
function weeksOfReps(reps: number): Figure {
  const promisesOf = (rep: number): VisitPromise[] =>
    Array.from({ length: 100 }, (_, at) => ({
      id: `account-${rep}-${at}`,
      visits: at < 17 ? 13 : at < 46 ? 6 : 1,
      hours: 1.5,
    }));
  const all = Array.from({ length: reps }, (_, rep) => promisesOf(rep));
  const horizon = Array.from({ length: 13 }, () => ({ capacity: 40 }));
  const value = medianMs(9, () => {
    for (const promises of all)
      if (planVisits(promises, horizon).away.size > 0) throw new Error('A visit was left out.');
  });
  const name = `visits of ${reps.toLocaleString('en')} reps × 100 accounts × 13 weeks`;
  return { name, value, unit: 'ms', floor: floorMs(9, reps * 100 * 13) };
}

/** Measures what planning costs and reports every figure with its floor. Throws when a result is not exact. */
export const run: Run = async (report) => {
  for (const figure of replanning()) report(figure);
  for (const figure of margins()) report(figure);
  for (const wins of [30, 1000]) report(sliders(wins));
  report(dayOfTasks(10_000));
  report(weeksOfReps(1000));
  report(decomposition(50, 20, 40));
  report(decomposition(1000, 200, 5));
  for (const figure of expenseFigures(100_000)) report(figure);
  report(territoryFigure(50_000, 1_000));
  for (const figure of await lpFigures(1000)) report(figure);
  for (const figure of pairingFigures(2000)) report(figure);
  for (const figure of pathFigures(2000, 200)) report(figure);
};

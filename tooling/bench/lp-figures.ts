import { certify } from '@milepost/core/lp/certify';
import type { Lp, LpResult } from '@milepost/core/lp/lp';
import { openHighs } from '@milepost/solver/highs-solver';
import type { Figure } from './figure.ts';

/** A mix of so many lines in 20 groups: a target, a share floor, hours of each group, caps of each line. */
function mixOf(lines: number, hours: number): Lp {
  const of = (place: number, stride: number, size: number) => ((place * stride) % size) / size;
  const columns = Array.from({ length: lines }, (_, at) => ({
    id: `line ${at}`,
    objective: 0.05 + 0.5 * of(at, 7919, 1009),
    lower: 0,
    upper: 1 + 9 * of(at, 104_729, 997),
  }));
  const places = columns.map((_, at) => at);
  const groups = 20;
  return {
    direction: 'max',
    columns,
    rows: [
      { id: 'target', lower: lines * 1.5, upper: Infinity, terms: places.map((at) => [at, 1] as const) },
      {
        id: 'high-share',
        lower: 0,
        upper: Infinity,
        terms: places.map((at) => [at, (columns[at] as { objective: number }).objective > 0.3 ? 0.6 : -0.4] as const),
      },
      ...Array.from({ length: groups }, (_, group) => ({
        id: `hours ${group}`,
        lower: -Infinity,
        upper: (hours * lines) / groups,
        terms: places.filter((at) => at % groups === group).map((at) => [at, 1 + 4 * of(at, 31, 101)] as const),
      })),
    ],
  };
}

const demandProof = (lp: Lp, answer: LpResult): void => {
  if (answer.status !== 'optimal') throw new Error(`The programme is ${answer.status}.`);
  const { primal, dual, violation } = certify(lp, answer);
  if (Math.abs(primal - dual) > 1e-6 * Math.abs(primal) || violation > 1e-6)
    throw new Error('The optimum is not proved.');
};

async function medianMs(runs: number, work: (round: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = -3; round < runs; round += 1) {
    const start = performance.now();
    await work(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

/**
 * A programme of 1,000 variables from the beginning, and with other hours in the instance that holds it. The floor of both is reading
 * the programme and its answer once: the proof by duality, which every optimum passes.
 */
export async function lpFigures(lines: number): Promise<Figure[]> {
  const shape = mixOf(lines, 6);
  // What a what-if moves: the bounds of the hours; the rest is the same programme.
  const withHours = (hours: number): Lp => ({
    ...shape,
    rows: shape.rows.map((row) => (row.id.startsWith('hours') ? { ...row, upper: (hours * lines) / 20 } : row)),
  });
  const held = await openHighs();
  const base = await held.solve(shape);
  demandProof(shape, base);
  const floor = await medianMs(40, async () => demandProof(shape, base));
  const cold = await medianMs(20, async () => {
    const fresh = await openHighs();
    await fresh.solve(shape);
    fresh.close();
  });
  const again = await openHighs();
  const coldInOpen = await medianMs(20, async (round) => {
    // One column more than last time: nothing of the instance can be used again.
    const other = mixOf(lines + (round % 2 === 0 ? 0 : 1), 6);
    await again.solve(other);
  });
  again.close();
  const warm = await medianMs(60, async (round) => {
    const lp = withHours(5.5 + (round % 11) / 10);
    const answer = await held.solve(lp);
    if (answer.status !== 'optimal') throw new Error(`The what-if is ${answer.status}.`);
  });
  demandProof(withHours(6.2), await held.solve(withHours(6.2)));
  held.close();
  const name = `LP of ${lines.toLocaleString('en')} variables`;
  return [
    { name: `${name}: with the solver opened for it`, value: cold, unit: 'ms', floor },
    { name: `${name}: cold`, value: coldInOpen, unit: 'ms', floor },
    { name: `${name}: warm, other hours`, value: warm, unit: 'ms', floor },
  ];
}

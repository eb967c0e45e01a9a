import type { Lp } from '@milepost/core/lp/lp';
import type { MixSpec } from '@milepost/core/mix/mix-spec';
import { type MixResult, solveMix } from '@milepost/core/mix/solve-mix';
import { whatGives } from '@milepost/core/mix/what-gives';
import { lazyHighs } from '@milepost/solver/lazy-solver';
import type { Call } from '../example.ts';

/** One HiGHS for all examples; it ends with the process. */
const solver = lazyHighs();

type LpInput = { max: number[]; A: number[][]; b: number[]; fixed?: number };
const programme = ({ max, A, b }: LpInput): Lp => ({
  direction: 'max',
  columns: max.map((objective, at) => ({ id: `x${at}`, objective, lower: 0, upper: Infinity })),
  rows: A.map((coefficients, row) => ({
    id: `row ${row}`,
    lower: -Infinity,
    upper: b[row] ?? 0,
    terms: coefficients.flatMap((one, column) => (one === 0 ? [] : [[column, one] as const])),
  })),
});

type MixInput = {
  gm: number[];
  hoursPerK: number[];
  cap: number[];
  hours: number;
  highShareMin: number;
  trafficShareMin: number;
  targetMin: number;
};
/** The examples count in thousands. With eight decimals of a currency that is not there, nothing is rounded away. */
const exponent = 8;
const thousand = 1000 * 10 ** exponent;
/** The first half of the lines is high-margin, the others are traffic. */
const mixOf = (input: MixInput): MixSpec => ({
  exponent,
  lines: input.gm.map((marginShare, at) => ({
    id: `line ${at}`,
    role: at < input.gm.length / 2 ? 'high-margin' : 'traffic',
    marginShare,
    hoursPerThousand: input.hoursPerK[at] ?? null,
    demandCap: (input.cap[at] ?? 0) * thousand,
    floor: 0,
  })),
  target: input.targetMin * thousand,
  hours: input.hours,
  highShare: input.highShareMin,
  trafficShare: input.trafficShareMin,
  pairings: [],
});

/** What the examples call the rules of all lines. */
const names: Readonly<Record<string, string>> = {
  hours: 'hours',
  target: 'target',
  'high-share': 'mix',
  'traffic-share': 'traffic',
};

function best(mix: MixResult) {
  if (mix.status !== 'ok') throw new RangeError(`The mix is ${mix.status}.`);
  const dual = mix.prices.flatMap(({ rule: { kind }, price }) => {
    const name = names[kind];
    return name ? [[name, kind === 'hours' ? price / thousand : price]] : [];
  });
  const gm = mix.lines.map(({ exact }) => exact / thousand);
  return { x: gm, dual: Object.fromEntries(dual) };
}

/** Linear programmes as published, and the mix of rule 1. */
export const mix: Record<string, Call> = {
  'lp.wyndor': async ({ input }) => {
    const answer = await solver.solve(programme(input as LpInput));
    return answer.status === 'optimal' ? { x: answer.values, z: answer.objective, dual: answer.prices } : answer;
  },
  'lp.shelby': async ({ input }) => {
    const answer = await solver.solve(programme(input as LpInput));
    if (answer.status !== 'optimal') return answer;
    const net = answer.objective - ((input as LpInput).fixed ?? 0);
    return { x: answer.values, net, dual: answer.prices };
  },
  'mix.plan': async ({ input }) => {
    const spec = mixOf(input as MixInput);
    const result = best(await solveMix(spec, solver));
    const gm = result.x.reduce((sum, own, at) => sum + own * (spec.lines[at]?.marginShare ?? 0), 0);
    return { gm, ...result };
  },
  'mix.infeasible': async ({ input }) => {
    const spec = mixOf(input as MixInput);
    const result = await solveMix(spec, solver);
    if (result.status !== 'infeasible') throw new RangeError(`The mix is ${result.status}.`);
    const gives = new Map((await whatGives(spec, solver)).map(({ rule: { kind }, to }) => [kind, to]));
    const money = (value: number | null | undefined) => (typeof value === 'number' ? value / thousand : null);
    return {
      iis: result.conflict.flatMap(({ kind }) => names[kind] ?? []).sort(),
      relaxOnly: {
        hours: gives.get('hours') ?? null,
        target: money(gives.get('target')),
        highShare: gives.get('high-share') ?? null,
        traffic: gives.get('traffic-share') ?? null,
      },
    };
  },
};

import { type ApportionMethod, sharesOf } from '../apportion/apportion.ts';
import { fitMargins } from '../apportion/ipf.ts';
import { largestRemainder } from '../apportion/largest-remainder.ts';
import { type Conflicted, conflicted } from './conflicted.ts';
import { cubeOfOwnLines } from './cube-of-own-lines.ts';
import { MONTHS_IN_YEAR, type PlanShape } from './plan.ts';
import { type CubeTask, roundCube } from './round-cube.ts';

export type CubeRequest = {
  readonly persons: readonly string[];
  readonly lines: readonly string[];
  readonly shape: PlanShape;
  readonly months: readonly number[];
  readonly planned: number;
  readonly method?: ApportionMethod | undefined;
};

/**
 * The leaves of a plan from its weights and its whole months. Without seeds the exact cell is a product of shares; with
 * them it is fitted (iterative proportional fitting) and then rounded the same way. Both sums of every pair person ×
 * month and line × month are met.
 */
export function cubeOf(request: CubeRequest): { readonly status: 'ok'; readonly leaves: Float64Array } | Conflicted {
  const { months, planned, shape } = request;
  if (planned < 0) {
    const mirrored = cubeOf({ ...request, months: months.map((month) => 0 - month), planned: -planned });
    return mirrored.status === 'ok' ? { status: 'ok', leaves: mirrored.leaves.map((leaf) => 0 - leaf) } : mirrored;
  }
  const margins = {
    months,
    persons: sharesOf(planned, shape.persons, request.method),
    lines: largestRemainder(planned, shape.lines),
  };
  const personMonths = pair({ ...request, axis: 'persons', margin: margins.persons, seed: shape.personMonths });
  if (personMonths.status !== 'ok') return personMonths;
  const lineMonths = pair({ ...request, axis: 'lines', margin: margins.lines, seed: shape.lineMonths });
  if (lineMonths.status !== 'ok') return lineMonths;
  const pairs = { personMonths: personMonths.cells, lineMonths: lineMonths.cells };
  if (shape.personLines !== null && planned > 0) return cubeOfOwnLines(request, margins, pairs);
  const cellsOf: CubeTask['cellsOf'] = (month, whole, cells) => {
    const total = months[month] as number;
    let place = 0;
    for (const person of whole.persons) {
      const share = total === 0 ? 0 : person / total;
      for (const line of whole.lines) {
        cells[place] = share * line;
        place += 1;
      }
    }
  };
  return { status: 'ok', leaves: roundCube({ ...margins, ...pairs, cellsOf }) };
}

type PairRequest = CubeRequest & {
  readonly axis: 'persons' | 'lines';
  readonly margin: Float64Array;
  readonly seed: Float64Array | null;
};

/** The exact sums of an axis by month, month after month: each total by the year's months, or fitted to its own. */
function pair(request: PairRequest): { readonly status: 'ok'; readonly cells: Float64Array } | Conflicted {
  const { axis, margin, months, planned, seed, shape } = request;
  const count = margin.length;
  const cells = new Float64Array(count * MONTHS_IN_YEAR);
  if (seed === null) {
    const whole = shape[axis].reduce((sum, weight) => sum + weight, 0);
    for (let place = 0; place < cells.length; place += 1) {
      const [month, item] = [months[Math.floor(place / count)] as number, place % count];
      const byWeight = whole === 0 ? 1 / count : (shape[axis][item] as number) / whole;
      cells[place] = planned === 0 ? month * byWeight : (margin[item] as number) * (month / planned);
    }
    return { status: 'ok', cells };
  }
  const weights = seed.map((weight, place) => {
    const month = months[place % MONTHS_IN_YEAR] as number;
    return weight * (margin[Math.floor(place / MONTHS_IN_YEAR)] as number) * month;
  });
  const fit = fitMargins(weights, margin, months);
  if (fit.status !== 'ok') {
    const monthNumbers = Array.from(months.keys());
    return conflicted(fit, { axis, ids: request[axis] }, { axis: 'months', ids: monthNumbers });
  }
  for (let place = 0; place < cells.length; place += 1) {
    cells[place] = fit.cells[(place % count) * MONTHS_IN_YEAR + Math.floor(place / count)] as number;
  }
  return { status: 'ok', cells };
}

import { type ApportionMethod, apportion } from '@milepost/core/apportion/apportion';
import { cascade } from '@milepost/core/apportion/cascade';
import { ipf } from '@milepost/core/apportion/ipf';
import { spread } from '@milepost/core/apportion/spread';
import type { Call } from '../example.ts';

type Weights = { readonly weights?: readonly number[]; readonly n?: number };

/** Whole numbers shared out: over people and products, under holds, over time, and between two margins. */
export const apportionment: Record<string, Call> = {
  apportion: ({ input }) => {
    const { total, method, ...weights } = input as Weights & { total: number; method?: ApportionMethod };
    const items = weightsOf(weights).map((weight, index) => ({ id: idOf(index), weight }));
    return [...apportion(total, items, method).values()];
  },

  hold: ({ input }) => {
    const { total, cells, held } = input as { total: number; cells: Record<string, number>; held: readonly string[] };
    const result = spread(
      total,
      Object.entries(cells).map(([id, value]) => ({ id, value, held: held.includes(id) })),
    );
    return result.status === 'ok' ? Object.fromEntries(result.values) : result;
  },

  spread: ({ input }) => {
    const { total, reference, ...weights } = input as Weights & { total: number; reference?: readonly number[] };
    const shape = reference ?? weightsOf(weights);
    const cells = shape.map((_, index) => ({ id: idOf(index), value: 0, held: false }));
    const result = spread(total, cells, new Map(shape.map((weight, index) => [idOf(index), weight])));
    return result.status === 'ok' ? [...result.values.values()] : result;
  },

  cascade: ({ input }) => {
    const { total, ...weights } = input as Weights & { total: number };
    return cascade(total, weightsOf(weights));
  },

  /** `limit` is the fitted matrix, `after3` what stands there after three rounds of rows and columns. */
  ipf: ({ input, expected }) => {
    const { seed, rows, cols } = input as Record<'rows' | 'cols', number[]> & { seed: number[][] };
    const wanted = Object.keys(expected as Record<string, unknown>);
    const cellsAt = (name: string): unknown => {
      const rounds = /^after(\d+)$/.exec(name)?.[1];
      const fit = ipf(seed, rows, cols, rounds === undefined ? {} : { iterations: Number(rounds) });
      return fit.status === 'ok' ? fit.cells : fit;
    };
    return Object.fromEntries(wanted.map((name) => [name, cellsAt(name)]));
  },
};

function weightsOf({ weights, n }: Weights): readonly number[] {
  return weights ?? new Array<number>(n ?? 0).fill(1);
}

/** Ids in the order of the places, so that ties fall to the earlier one. */
function idOf(index: number): string {
  return `${index}`.padStart(9, '0');
}

import type { Lp, LpRow } from './lp.ts';

type Terms = LpRow['terms'];

/** The place of the column that carries 1 ÷ denominator in the programme of `ratioLp`: the last. */
export const scaleId = 'scale';

/**
 * The programme whose optimum is the largest `numerator ÷ denominator` of all that fits in `lp`, where the denominator is above
 * zero (Charnes and Cooper 1962: y = x · t with t = 1 ÷ denominator, so every bound b becomes b · t). The objective of `lp` does
 * not matter; the values divided by the last one are the quantities.
 * Throws RangeError when `lp` has a column below zero: t could then not keep the sides of its bounds.
 */
export function ratioLp({ columns, rows }: Lp, numerator: Terms, denominator: Terms): Lp {
  if (columns.some(({ lower }) => lower < 0)) throw new RangeError('A ratio is sought among quantities from zero up.');
  const t = columns.length;
  const gains = new Map(numerator);
  const homogeneous = (id: string, terms: Terms, lower: number, upper: number): LpRow[] => [
    ...(lower > -Infinity ? [{ id: `${id}:lower`, terms: from(terms, t, lower), lower: 0, upper: Infinity }] : []),
    ...(upper < Infinity ? [{ id: `${id}:upper`, terms: from(terms, t, upper), lower: -Infinity, upper: 0 }] : []),
  ];
  return {
    direction: 'max',
    columns: [
      ...columns.map(({ id }, at) => ({ id, objective: gains.get(at) ?? 0, lower: 0, upper: Infinity })),
      { id: scaleId, objective: 0, lower: 0, upper: Infinity },
    ],
    rows: [
      ...rows.flatMap(({ id, terms, lower, upper }) => homogeneous(`row:${id}`, terms, lower, upper)),
      ...columns.flatMap(({ id, lower, upper }, at) =>
        homogeneous(`column:${id}`, [[at, 1]], lower > 0 ? lower : -Infinity, upper),
      ),
      { id: 'denominator', terms: denominator, lower: 1, upper: 1 },
    ],
  };
}

const from = (terms: Terms, t: number, bound: number): Terms => (bound === 0 ? terms : [...terms, [t, -bound]]);

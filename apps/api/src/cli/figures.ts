import { dimensions, FigureQuery, Measure, measures } from '@milepost/contract/figures';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { readFigure } from '../features/figures/read-figure.ts';
import { type Arguments, neededOption, textOption, UsageError } from './arguments.ts';

const usage = `figures MEASURE --from DAY --to DAY [--by DIMENSION] [--currency CODE]
  MEASURE: ${measures.join(', ')}; DIMENSION: ${dimensions.join(', ')}`;

/**
 * `figures revenue --from 2017-01-01 --to 2017-09-30 --by rep` → `{total, rows: [{key, value}]}`, money in minor units.
 * Measures that leave something out say how much: `unknown: {value, unit}`.
 * @throws UsageError, Failure `mixed-currencies`
 */
export async function figures({ db }: Pick<Deps, 'db'>, actor: Actor, args: Arguments) {
  const measure = Measure.safeParse(args.words[0]);
  const query = FigureQuery.safeParse({
    from: neededOption(args, 'from'),
    to: neededOption(args, 'to'),
    by: textOption(args, 'by'),
    currency: textOption(args, 'currency'),
  });
  if (!measure.success || !query.success) throw new UsageError(usage);
  const { total, rows, unknown } = await readFigure(db, actor, measure.data, query.data);
  return {
    total,
    rows: rows.map(({ key, value }) => ({ key, value })),
    ...(unknown ? { unknown } : {}),
  };
}

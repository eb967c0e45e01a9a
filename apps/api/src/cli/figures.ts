import { dimensions, FigureQuery, Measure, measures } from '@milepost/contract/figures';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { readFigure } from '../features/figures/read-figure.ts';
import { type Arguments, neededOption, textOption, UsageError } from './arguments.ts';

const usage = `figures MEASURE --from DAY --to DAY [--by DIMENSION] [--currency CODE]
  MEASURE: ${measures.join(', ')}; DIMENSION: ${dimensions.join(', ')}`;

/**
 * `figures revenue --from 2017-01-01 --to 2017-09-30 --by rep` → `{total, rows: [{key, value}]}`, money in minor units.
 * Of a rate the total and every row are `{num, den, value}`, null where nothing was counted: they do not sum.
 * Measures that leave something out say how much: `unknown: {value, unit}`.
 * @throws UsageError, Failure `missing-rate`, `invalid-input`
 */
export async function figures({ db, clock }: Pick<Deps, 'db' | 'clock'>, actor: Actor, args: Arguments) {
  const measure = Measure.safeParse(args.words[0]);
  const query = FigureQuery.safeParse({
    from: neededOption(args, 'from'),
    to: neededOption(args, 'to'),
    by: textOption(args, 'by'),
    currency: textOption(args, 'currency'),
  });
  if (!measure.success || !query.success) throw new UsageError(usage);
  const today = clock.today(actor.organisation.timeZone);
  const asked = { db, actor, query: query.data, today, asOf: clock.now() };
  const { total, counts, rows, unknown } = await readFigure(measure.data, asked);
  return {
    total: counts ? { ...counts, value: total } : total,
    rows: rows.map(({ key, value, counts: own }) => ({ key, ...own, value })),
    ...(unknown ? { unknown } : {}),
  };
}

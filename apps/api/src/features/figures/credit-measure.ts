import { dimensions } from '@milepost/contract/figures';
import { type CreditMeasure, readCredits } from './credit-figure.ts';
import { explainCredits } from './explain-credits.ts';
import type { MeasureSpec } from './measure.ts';

/** What is summed over credits: by the day of the credit, for whom it was credited. */
export const creditMeasure = (measure: CreditMeasure): MeasureSpec => ({
  key: measure.key,
  unit: measure.unit,
  isAdditive: true,
  dateField: 'credit.day',
  personField: 'credit.person_id',
  dimensions: dimensions.filter((dimension) => dimension !== 'event'),
  read: async ({ db, actor, query }) => {
    const figure = await readCredits(db, actor, measure, query);
    return { ...figure, rows: figure.rows.map(({ groups: _, ...row }) => row) };
  },
  explain: ({ db, actor, query, asOf }, key) => explainCredits(db, actor, measure, { ...query, key }, asOf),
});

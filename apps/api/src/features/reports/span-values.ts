import type { UnknownReason } from '@milepost/contract/reports';
import type { EditionAsk } from './edition-ask.ts';

/** Measures that an edition draws over time, and whether their records are counted one by one. */
const counted = { revenue: false, margin: false, newCustomers: true, visits: true, collected: true } as const;
export type SpanMeasure = keyof typeof counted;

/** A measure in one span of time; null is not known. */
export type SpanValue = { value: number | null; reason: UnknownReason | null; leftOut: number | null };

/** Margin of sales whose cost nobody knows is not known, and not nothing. */
function ofFigure(
  { total, unknown }: { total: number | null; unknown: { value: number } | null },
  revenue: number,
): SpanValue {
  const leftOut = unknown?.value || null;
  if (leftOut !== null && leftOut === revenue) return { value: null, reason: 'cost-unknown', leftOut };
  return { value: total, reason: total === null ? 'nothing-counted' : null, leftOut };
}

async function ofCredits(ask: EditionAsk, measure: 'revenue' | 'margin'): Promise<SpanValue[]> {
  const values: SpanValue[] = [];
  for (const span of ask.spans) {
    const found = await ask.figure(measure, span);
    const revenue = measure === 'margin' ? ((await ask.figure('revenue', span)).value?.total ?? 0) : 0;
    values.push(
      found.value === null ? { value: null, reason: found.reason, leftOut: null } : ofFigure(found.value, revenue),
    );
  }
  return values;
}

async function ofItems(ask: EditionAsk, measure: SpanMeasure): Promise<SpanValue[]> {
  const whole = { from: ask.spans[0]?.from ?? ask.days.from, to: ask.asOf };
  const found = await ask.items(measure, whole);
  return ask.spans.map(({ from, to }) => {
    if (found.value === null) return { value: null, reason: found.reason, leftOut: null };
    const own = found.value.filter(({ day }) => day >= from && day <= to);
    return { value: own.reduce((sum, { amount }) => sum + (amount ?? 1), 0), reason: null, leftOut: null };
  });
}

/** A measure in each span that a chart shows, oldest first: the last is that of the edition. */
export const spanValues = (ask: EditionAsk, measure: SpanMeasure): Promise<SpanValue[]> =>
  counted[measure] ? ofItems(ask, measure) : ofCredits(ask, measure as 'revenue' | 'margin');

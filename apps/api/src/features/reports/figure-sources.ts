import type { ExplainedView } from '@milepost/contract/explain';
import type { Measure } from '@milepost/contract/figures';
import type { EditionFigureName, UnknownReason } from '@milepost/contract/reports';
import { toDay } from '@milepost/core/calendar/civil-day';
import { derive, record } from '@milepost/core/explain/derive';
import { pledgesKept } from '@milepost/core/reports/pledge';
import { Failure } from '../../http/failure.ts';
import { figuresTold } from '../figures/told-store.ts';
import { forecastTold } from '../forecast/told-store.ts';
import { pacingTold } from '../pacing/told-store.ts';
import { receivablesTold } from '../receivables/told-store.ts';
import type { EditionAsk } from './edition-ask.ts';
import { standingOf } from './pledge-standing.ts';
import { type SpanMeasure, spanValues } from './span-values.ts';

type Reading = { value: number | null; before: number | null; reason: UnknownReason | null; leftOut: number | null };
/** Where a figure of an edition comes from: the core of a live page, with the derivation of that page. */
export type FigureSource = {
  unit: 'money' | 'count' | 'ratio';
  read(ask: EditionAsk): Promise<Reading>;
  /** @throws Failure `not-found` where it is not known */
  explain(ask: EditionAsk): Promise<ExplainedView>;
};

const reading = (value: number | null, reason: UnknownReason | null, before: number | null = null): Reading => ({
  ...{ value, before, reason: value === null ? reason : null, leftOut: null },
});
const explainMeasure = (measure: Measure) => (ask: EditionAsk) => figuresTold.explain(measure, ask.asked(ask.days));

/** A measure that is drawn over time. */
const overTime = (measure: SpanMeasure, unit: FigureSource['unit']): FigureSource => ({
  unit,
  async read(ask) {
    const values = await spanValues(ask, measure);
    const now = values.at(-1) ?? { value: null, reason: 'nothing-counted', leftOut: null };
    return { ...now, before: values.at(-2)?.value ?? null };
  },
  explain: explainMeasure(measure),
});

/** A measure of the span, and of the one before it. */
const ofSpan = (measure: Measure, unit: FigureSource['unit']): FigureSource => ({
  unit,
  async read(ask) {
    const before = ask.spans.at(-2);
    const [now, then] = [await ask.figure(measure), before ? await ask.figure(measure, before) : null];
    if (now.value === null) return reading(null, now.reason);
    return reading(now.value.total, 'nothing-counted', then?.value?.total ?? null);
  },
  explain: explainMeasure(measure),
});

type PacingFigure = 'planToDate' | 'actual' | 'variance' | 'pacingRatio' | 'landing';
/** A figure of the fiscal year up to the end of the span; all but what was sold needs a plan. */
const ofPacing = (figure: PacingFigure, unit: FigureSource['unit']): FigureSource => ({
  unit,
  async read(ask) {
    const found = await ask.pacing();
    if (found.value === null) return reading(null, found.reason);
    const { total, target } = found.value;
    if (total === null || (target === null && figure !== 'actual')) return reading(null, 'no-plan');
    return reading(figure === 'landing' ? (total.landing?.value ?? null) : total[figure], 'nothing-counted');
  },
  explain: ({ db, actor, asOf, now }) => pacingTold.explain(db, actor, asOf, now, { figure, by: 'total', asOf }),
});

const ofReceivables = (figure: 'open' | 'overdue'): FigureSource => ({
  unit: 'money',
  async read(ask) {
    const found = await ask.receivables();
    return found.value === null ? reading(null, found.reason) : reading(found.value.total[figure], null);
  },
  explain: ({ db, actor, asOf, at }) =>
    receivablesTold.explain(db, actor, at, { figure, by: 'total', disputed: 'with', asOf }),
});

const ofMovement = (figure: 'start' | 'end'): FigureSource => ({
  unit: 'money',
  async read(ask) {
    const since = (await ask.since()).value;
    const found = await ask.movement(since);
    if (found.value === null) return reading(null, found.reason);
    return figure === 'start' && since === null
      ? reading(null, 'no-snapshot')
      : reading(found.value[figure], 'no-snapshot');
  },
  async explain(ask) {
    const since = (await ask.since()).value;
    if (figure === 'start' && since === null) throw new Failure('not-found');
    return forecastTold.explainMovement(ask.db, ask.actor, ask.at, { figure, since });
  },
});

const ofForecast = (figure: 'commitForecast' | 'bestForecast'): FigureSource => ({
  unit: 'money',
  async read(ask) {
    const found = await ask.forecast(figure);
    return found.value === null ? reading(null, found.reason) : reading(found.value.why.value, null);
  },
  explain: ({ db, actor, at }) => forecastTold.explain(db, actor, at, figure),
});

/** Of the pledges that were due and judged, how many were kept. */
const ofPledges: FigureSource = {
  unit: 'ratio',
  async read({ pledges, asOf }) {
    const { kept, judged } = pledgesKept(pledges.map((row) => standingOf(row, toDay(asOf))));
    return reading(judged === 0 ? null : kept / judged, 'nothing-counted');
  },
  async explain({ pledges, asOf, now }) {
    const as = (...standings: string[]) =>
      pledges
        .filter((row) => standings.includes(standingOf(row, toDay(asOf))))
        .map((row) => record('pledge', row.id, 1, 'count', row.text));
    const judged = as('kept', 'missed');
    if (judged.length === 0) throw new Failure('not-found');
    const dropped = as('dropped').length;
    return {
      why: derive('quotient', { rule: 'reports.pledges-kept', unit: 'ratio' }, [
        derive('sum', { rule: 'reports.kept', unit: 'count' }, as('kept')),
        derive('sum', { rule: 'reports.judged', unit: 'count' }, judged),
      ]),
      asOf: now,
      leftOut: dropped === 0 ? [] : [{ reason: 'pledge-dropped', count: dropped }],
    };
  },
};

export const figureSources: Readonly<Record<EditionFigureName, FigureSource>> = {
  revenue: overTime('revenue', 'money'),
  planToDate: ofPacing('planToDate', 'money'),
  actualToDate: ofPacing('actual', 'money'),
  variance: ofPacing('variance', 'money'),
  pacingRatio: ofPacing('pacingRatio', 'ratio'),
  landing: ofPacing('landing', 'money'),
  margin: overTime('margin', 'money'),
  newCustomers: overTime('newCustomers', 'count'),
  repurchaseRate: ofSpan('repurchaseRate', 'ratio'),
  marketCoverage: ofSpan('marketCoverage', 'ratio'),
  visits: overTime('visits', 'count'),
  salesCount: ofSpan('sales', 'count'),
  collected: overTime('collected', 'money'),
  openReceivables: ofReceivables('open'),
  overdueReceivables: ofReceivables('overdue'),
  pipelineStart: ofMovement('start'),
  pipelineEnd: ofMovement('end'),
  forecastCommit: ofForecast('commitForecast'),
  forecastBest: ofForecast('bestForecast'),
  pledgesKept: ofPledges,
};

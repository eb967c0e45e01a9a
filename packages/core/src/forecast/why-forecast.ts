import { type Day, toIso } from '../calendar/civil-day.ts';
import { derive, record, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import { calmHistory } from './big-sales.ts';
import { asItIs, type ForecastMethod } from './forecast-revenue.ts';
import {
  lastWindows,
  methods,
  monthMethods,
  rateSoFar,
  type SalesMethod,
  sameDaysLastYear,
  sameDaysLately,
} from './methods.ts';
import type { PipelineForecast } from './pipeline-forecast.ts';
import { daysKnown, type SalesHistory } from './sales-history.ts';
import { windowMonths } from './window-shape.ts';

const money = (rule: string, label?: string) =>
  ({ rule: `forecast.${rule}`, unit: 'money', ...(label === undefined ? {} : { label }) }) as const;

/** What was sold on the days after one up to another, as a leaf: the books of these days. */
const soldLeaf = (history: SalesHistory, after: Day, through: Day): Leaf =>
  stored(
    'sales-between',
    `${toIso(after + 1)}–${toIso(through)}`,
    history.sold(after, through),
    'money',
    `${toIso(after + 1)} – ${toIso(through)}`,
  );

/** How a method comes to its number; null where it had too little to go by. It gives the value of `methods` again. */
function ofSales(name: SalesMethod, history: SalesHistory, horizon: number): Why | null {
  const { last, first } = history;
  const days = stored('forecast', 'horizon', horizon, 'days');
  const atRate = (): Why =>
    derive('product', money(name), [
      stored('forecast', 'rate-so-far', rateSoFar(history), 'money', `${toIso(first)} – ${toIso(last)}`),
      days,
    ]);
  switch (name) {
    case 'last-window':
      return daysKnown(history) < horizon
        ? atRate()
        : derive('sum', money(name), [soldLeaf(history, last - horizon, last)]);
    case 'run-rate':
      if (daysKnown(history) < 365) return atRate();
      return derive('product', money(name), [
        derive('quotient', money('per-day'), [
          soldLeaf(history, last - 365, last),
          stored('forecast', 'days', 365, 'days'),
        ]),
        days,
      ]);
    case 'last-months': {
      const { after, through } = sameDaysLately(history, horizon);
      return after < first - 1 ? null : derive('sum', money(name), [soldLeaf(history, after, through)]);
    }
    case 'median-window':
      return middleOf(history, horizon);
    case 'year-ago': {
      const found = sameDaysLastYear(history, horizon);
      if (found === null) return null;
      return derive('product', money(name), [
        soldLeaf(history, found.after, found.through),
        stored('forecast', 'growth', found.growth, 'ratio'),
      ]);
    }
    default: {
      const monthAt = monthMethods[name](history, horizon);
      if (monthAt === null) return null;
      return derive(
        'sum',
        money(name),
        windowMonths(history, horizon).map(({ ahead, share }) =>
          derive('product', money('month-ahead'), [
            stored('forecast', `share-of-month-${ahead}`, share, 'ratio'),
            stored('forecast', `month-${ahead}`, monthAt(ahead), 'money', String(ahead)),
          ]),
        ),
      );
    }
  }
}

/** The largest of the smaller half is the middle; of an even number it is the mean of that and the smallest of the larger half. */
function middleOf(history: SalesHistory, horizon: number): Why | null {
  const windows = lastWindows(history, horizon).sort((a, b) => a.sold - b.sold || a.after - b.after);
  if (windows.length < 3) return null;
  const leaves = windows.map(({ after, through }) => soldLeaf(history, after, through));
  const half = Math.ceil(windows.length / 2);
  const lower = derive('max', money('lower-half'), leaves.slice(0, half));
  if (windows.length % 2 === 1) return derive('max', money('median-window'), [lower]);
  const both = derive('sum', money('both-middles'), [lower, derive('min', money('upper-half'), leaves.slice(half))]);
  return derive('quotient', money('median-window'), [both, stored('forecast', 'middles', 2, 'count')]);
}

/** Open deals by amount and chance, and those still to come. `nameOf` words a deal. */
function ofPipeline(
  pipeline: Extract<PipelineForecast, { status: 'ok' }>,
  nameOf: (id: string) => string | undefined,
): Why {
  return derive('sum', money('pipeline'), [
    derive(
      'sum',
      money('open-deals'),
      pipeline.open.map(({ id, amount, chance }) =>
        derive('product', money('deal', nameOf(id)), [
          record('opportunity', id, amount, 'money', nameOf(id)),
          stored('forecast', `chance-${id}`, chance, 'ratio'),
        ]),
      ),
    ),
    derive('product', money('new-deals'), [
      stored('forecast', 'new-per-day', pipeline.newPerDay, 'count'),
      stored('forecast', 'chance-days', pipeline.chanceDays, 'days'),
      stored('forecast', 'mean-won', pipeline.meanWon, 'money'),
    ]),
  ]);
}

/** What is known of past sales and of the pipeline, and what is asked. */
export type ForecastFacts = {
  readonly history: SalesHistory;
  readonly horizon: number;
  readonly pipeline: PipelineForecast | null;
  readonly nameOf: (id: string) => string | undefined;
};

/** How a method comes to what it says, down to the books of days and to deals; null where it had too little to go by. */
export function methodWhy(name: ForecastMethod, facts: ForecastFacts): Why | null {
  const { history, horizon, pipeline, nameOf } = facts;
  if (name === 'pipeline') return pipeline?.status === 'ok' ? ofPipeline(pipeline, nameOf) : null;
  if (name === 'mean') {
    const all = [...(Object.keys(methods) as SalesMethod[]), 'pipeline' as const].flatMap(
      (one) => methodWhy(one, facts) ?? [],
    );
    if (all.length < 2) return null;
    return derive('quotient', money('mean'), [
      derive('sum', money('all-methods'), all),
      stored('forecast', 'methods', all.length, 'count'),
    ]);
  }
  const none = derive('sum', money('nothing'), []);
  if (asItIs.has(name)) {
    const plain = ofSales(name, history, horizon);
    return plain && derive('max', money(name), [none, plain]);
  }
  const calm = calmHistory(history, horizon);
  const plain = ofSales(name, calm.history, horizon);
  if (plain === null) return null;
  if (calm.excessPerDay === 0) return derive('max', money(name), [none, plain]);
  const excess = derive('product', money('big-sales'), [
    stored('forecast', 'big-sales-per-day', calm.excessPerDay, 'money'),
    stored('forecast', 'horizon', horizon, 'days'),
  ]);
  return derive('max', money(name), [none, derive('sum', money('with-big-sales'), [plain, excess])]);
}

/** The lower or the upper end: (forecast + none)·e^(∓width) − none. */
export function endWhy(
  forecast: Why,
  { width, nothing }: { readonly width: number; readonly nothing: number },
  end: 'low' | 'high',
): Why {
  const factor = stored('forecast', `${end}-factor`, Math.exp(end === 'low' ? -width : width), 'ratio');
  const floor = stored('forecast', 'counts-as-none', nothing, 'money');
  const outer = derive('difference', money(end), [
    derive('product', money(`${end}-product`), [derive('sum', money('with-none'), [forecast, floor]), factor]),
    floor,
  ]);
  return derive('max', money(end), [derive('sum', money('nothing'), []), outer]);
}

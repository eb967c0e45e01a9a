import type { Call } from './example.ts';
import { apportionment } from './families/apportionment.ts';
import { budget } from './families/budget.ts';
import { calendar } from './families/calendar.ts';
import { capacity } from './families/capacity.ts';
import { churn, churnTolerances } from './families/churn.ts';
import { forecast } from './families/forecast.ts';
import { mentoring } from './families/mentoring.ts';
import { mix } from './families/mix.ts';
import { pacing } from './families/pacing.ts';
import { pipeline } from './families/pipeline.ts';
import { priority } from './families/priority.ts';
import { rates } from './families/rates.ts';
import { receivables } from './families/receivables.ts';
import { satisfaction } from './families/satisfaction.ts';
import { scoring } from './families/scoring.ts';
import { seasonality } from './families/seasonality.ts';
import { survival } from './families/survival.ts';
import { territory } from './families/territory.ts';
import { training } from './families/training.ts';

const calls: ReadonlyMap<string, Call> = new Map(
  [
    apportionment,
    budget,
    calendar,
    capacity,
    churn,
    forecast,
    mentoring,
    mix,
    pacing,
    pipeline,
    priority,
    rates,
    receivables,
    satisfaction,
    scoring,
    seasonality,
    survival,
    territory,
    training,
  ].flatMap((family) => Object.entries(family)),
);

/**
 * The call for a key. What follows `#` only numbers examples of one kind. `apportion.alabama25` is computed by a call of
 * that name, else by `apportion.alabama`, else by `apportion`. Null when there is none.
 */
export function callOf(key: string): Call | null {
  const [name = ''] = key.split('#');
  const candidates = [name, name.replace(/\d+$/, ''), name.split('.')[0] ?? ''];
  for (const candidate of candidates) {
    const call = calls.get(candidate);
    if (call !== undefined) return call;
  }
  return null;
}

/** How far off a number may be in the examples of a key whose source printed it from unrounded inputs; 0 for all others. */
export const toleranceOf = (key: string): number => churnTolerances.get(key) ?? 0;

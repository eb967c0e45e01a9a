import type { FigureView, Measure } from '@milepost/contract/figures';
import type { UnknownReason } from '@milepost/contract/reports';
import { earlierOf, type Span, toDay, toIso, type Weekday } from '@milepost/core/calendar/civil-day';
import { spansUpTo } from '@milepost/core/reports/edition-span';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { EditionTable, PledgeTable } from '../../db/tables/reports.ts';
import { Failure } from '../../http/failure.ts';
import { type Asked, figuresTold } from '../figures/told-store.ts';
import { forecastTold } from '../forecast/told-store.ts';
import { pacingTold } from '../pacing/told-store.ts';
import { receivablesTold } from '../receivables/told-store.ts';

/** So many spans stand in a chart over time. */
const spansShown = 8;
export type Days = { from: string; to: string };
const daysOf = ({ first, last }: Span): Days => ({ from: toIso(first), to: toIso(last) });

/** What is known, or why it is not. */
export type Known<T> = { value: T; reason: null } | { value: null; reason: UnknownReason };

/** Money of several currencies, or without a rate, has no sum: that is said, and everything else is still told. */
async function known<T>(read: () => Promise<T>): Promise<Known<T>> {
  try {
    return { value: await read(), reason: null };
  } catch (error) {
    if (error instanceof Failure && (error.code === 'missing-rate' || error.code === 'mixed-currencies'))
      return { value: null, reason: error.code };
    throw error;
  }
}

/**
 * Everything an edition asks of the pages that it tells of, each asked once and only when it is needed. It is asked as the person whose
 * edition it is, so that whoever reads it reads the same.
 */
export function editionAsk(
  db: Db,
  actor: Actor,
  edition: Pick<EditionTable, 'kind' | 'starts_on' | 'ends_on'>,
  { today, now, pledges }: { today: string; now: string; pledges: readonly PledgeTable[] },
) {
  const asOf = earlierOf(edition.ends_on, today);
  const span = { first: toDay(edition.starts_on), last: toDay(edition.ends_on) };
  const spans = spansUpTo(edition.kind, span, spansShown, actor.organisation.weekStart as Weekday);
  const days = { from: edition.starts_on, to: asOf };
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<Known<T>> => {
    const going = kept.get(key) ?? known(read);
    kept.set(key, going);
    return going as Promise<Known<T>>;
  };
  const asked = (query: Asked['query']): Asked => ({ db, actor, query, today: asOf, asOf: now });
  const at = { today: asOf, now };
  return {
    ...{ db, actor, days, asOf, now, at, pledges, asked },
    /** The spans of a chart over time, oldest first; of the last one as much as has been. */
    spans: spans.map(daysOf).map(({ from, to }) => ({ from, to: earlierOf(to, asOf) })),
    figure: (measure: Measure, query: Asked['query'] = days): Promise<Known<FigureView>> =>
      once(`${measure} ${JSON.stringify(query)}`, () => figuresTold.read(measure, asked(query))),
    items: (measure: Measure, query: Days) =>
      once(`items ${measure} ${query.from}`, () => figuresTold.items(measure, asked(query))),
    pacing: () => once('pacing', () => pacingTold.read(db, actor, asOf, { by: 'total', asOf })),
    receivables: () =>
      once('receivables', () => receivablesTold.read(db, actor, asOf, { by: 'total', disputed: 'with', asOf })),
    since: () => once('since', () => forecastTold.snapshotBefore(db, actor.orgId, edition.starts_on)),
    movement: (since: string | null) => once('movement', () => forecastTold.movement(db, actor, asOf, since)),
    forecast: (figure: 'commitForecast' | 'bestForecast') =>
      once(figure, () => forecastTold.explain(db, actor, at, figure)),
  };
}
export type EditionAsk = ReturnType<typeof editionAsk>;

import type { ExplainedView } from '@milepost/contract/explain';
import type { TodayAboveQuery, TodayAboveView, TodayRow, TodayWhyQuery } from '@milepost/contract/today';
import { record } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { Ranked } from '@milepost/core/priority/prioritise';
import { whyDailyValue, whyValuePerHour } from '@milepost/core/priority/stake';
import { whyAbove } from '@milepost/core/priority/why-above';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { completed } from './all-sources.ts';
import { type DayOf, gatherDay, rowsOf, whoseDay } from './gather-day.ts';
import { whyDeficit } from './hours-store.ts';
import type { TodayItem } from './source.ts';

const rankedOf = (day: DayOf, source: string | undefined, id: string | undefined): Ranked => {
  const found = day.ranked.find((one) => one.id === `${source}:${id}`);
  if (!found) throw new Failure('not-found');
  return found;
};

/** An item in full, by its key. */
const itemsOf = ({ db }: Deps, actor: Actor, day: DayOf, key: string): Promise<TodayItem[]> => {
  const item = day.items.get(key);
  return completed(db, actor, item ? [item] : []);
};

/** What the record of a stake is called: the deal, the customer, or the item itself. */
async function nameOfStake({ db }: Deps, actor: Actor, { stake, name }: TodayItem): Promise<string> {
  if (stake?.kind === 'deal')
    return (await namesOf(db, actor, { opportunity: [stake.id] })).opportunity.get(stake.id) ?? name;
  if (stake?.kind === 'customer')
    return (await namesOf(db, actor, { account: [stake.id] })).account.get(stake.id) ?? name;
  return name;
}

async function dailyValue(deps: Deps, actor: Actor, day: DayOf, ranked: Ranked): Promise<Why> {
  // Where its own value is unknown, that of the item which lent it.
  const [item] = await itemsOf(deps, actor, day, ranked.lentBy ?? ranked.id);
  if (!item?.stake) throw new Failure('not-found');
  return whyDailyValue(item.stake, await nameOfStake(deps, actor, item));
}

/** Figures of the strip: they are about the day, not about an item. */
function whyOfTime({ time, longestStrategic }: DayOf, figure: TodayWhyQuery['figure']): Why | undefined {
  if (figure === 'hoursHad') return time.had;
  if (figure === 'hoursSpent') return time.spent;
  if (figure === 'hoursLeft') return time.left;
  if (figure === 'strategicDone') return time.weeks.at(-1)?.done;
  return figure === 'strategicDue' ? whyDeficit(time, longestStrategic) : undefined;
}

/**
 * How a figure of a day comes about.
 * @throws Failure `not-found` for an item that is not on the list, or of which nobody knows what is at stake
 */
export async function explainToday(deps: Deps, actor: Actor, query: TodayWhyQuery): Promise<ExplainedView> {
  const day = await gatherDay(deps.db, actor, await whoseDay(deps, actor, query));
  const asOf = deps.clock.now();
  const ofTime = whyOfTime(day, query.figure);
  if (ofTime) return { why: ofTime, asOf };
  const ranked = rankedOf(day, query.source, query.id);
  const daily = await dailyValue(deps, actor, day, ranked);
  const lent = ranked.lentBy === null ? {} : { leftOut: [{ reason: 'today.value-lent', count: 1 }] };
  if (query.figure === 'delayCost') return { why: daily, asOf, ...lent };
  const [item] = (await itemsOf(deps, actor, day, ranked.id)) as [TodayItem];
  const hours = record(item.source, item.id, ranked.hours, 'hours', item.name);
  return { why: whyValuePerHour(daily, hours), asOf, ...lent };
}

/** Why one item stands above another, whichever way they are asked. @throws Failure `not-found` */
export async function compareToday(deps: Deps, actor: Actor, query: TodayAboveQuery): Promise<TodayAboveView> {
  const day = await gatherDay(deps.db, actor, await whoseDay(deps, actor, query));
  const one = rankedOf(day, query.source, query.id);
  const other = rankedOf(day, query.otherSource, query.otherId);
  if (one === other) throw new Failure('not-found');
  const { upper, lower, reason } = whyAbove(one, other);
  const [upperRow, lowerRow] = (await rowsOf(deps.db, actor, day, [upper, lower])) as [TodayRow, TodayRow];
  return { upper: upperRow, lower: lowerRow, reason };
}

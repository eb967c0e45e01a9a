import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Work } from '../../db/work.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stages } from '../pipeline/store.ts';
import type { DemoAccount, DemoProduct } from './demo-books.ts';
import type { DemoNames } from './demo-names.ts';
import type { Dice } from './dice.ts';

const closedDeals = 180;
/** Of so many the most promising was won; the others were lost on their way. */
const wonEvery = 3;
/** Minutes of work that one deal takes in each open stage, in their order. */
const minutesEach = [60, 120, 240, 180];

/**
 * Deals that were won and lost over the last fourteen months, so that the gap to work has rates, sizes and times to be reckoned from; and
 * the hours that a deal takes in each stage.
 */
export async function writeHistory(
  work: Work,
  names: DemoNames,
  roll: Dice,
  today: string,
  { firms, goods }: { firms: readonly DemoAccount[]; goods: readonly DemoProduct[] },
): Promise<void> {
  const all = (await stages.list(work.db, work.actor, { limit: 50, sort: 'position' })).items;
  const open = all.filter(({ category }) => category === 'open');
  const stageId = (category: 'won' | 'lost') => all.find((stage) => stage.category === category)?.id ?? '';
  for (const [at, { id, version }] of open.entries())
    await stages.update(work, id, version, { minutes_each: minutesEach[at] ?? null });
  const [segments, prices] = [names.segments, goods.map(({ price }) => price).sort((a, b) => a - b)];
  // Deals differ, or there would be nothing to learn from them: some segments buy sooner, and the dear is sold less often.
  const promiseOf = (i: number, { segment }: DemoAccount, { price }: DemoProduct): number =>
    (2 * segments.indexOf(segment)) / segments.length -
    prices.indexOf(price) / prices.length +
    ((i * 7919) % 100) / 100;
  const deals = Array.from({ length: closedDeals }, (_, i) => {
    const [firm, good] = [firms[i % firms.length] as DemoAccount, roll.pick(goods)];
    const closedOn = toDay(today) - roll.whole(1, 420);
    const input = {
      id: work.newId(),
      name: names.deal(good.name, firm.name),
      stageId: '',
      accountId: firm.id,
      productId: good.id,
      ownerId: firm.ownerId,
      openedOn: toIso(closedOn - roll.whole(20, 110)),
      amountMinor: Math.round(good.price * roll.whole(1, 8) * roll.size()),
    };
    const lostIn = open[Math.floor(roll.whole(0, 99) / 40) % Math.max(1, open.length)]?.id ?? '';
    return { input, closedOn: toIso(closedOn), isWon: false, lostIn, promise: promiseOf(i, firm, good) };
  });
  for (let from = 0; from < deals.length; from += wonEvery) {
    const few = deals.slice(from, from + wonEvery);
    const best = few.reduce((most, deal) => (deal.promise > most.promise ? deal : most));
    best.isWon = true;
  }
  const lost = deals.filter(({ isWon }) => !isWon);
  const stood = await saveOpportunities(
    work,
    lost.map(({ input, lostIn }) => ({ input: { ...input, stageId: lostIn } })),
    { today },
  );
  await saveOpportunities(
    work,
    [
      ...lost.map(({ input, closedOn }, at) => ({
        input: { ...input, closedOn, stageId: stageId('lost') },
        seen: stood[at]?.version ?? 1,
      })),
      ...deals
        .filter(({ isWon }) => isWon)
        .map(({ input, closedOn }) => ({ input: { ...input, closedOn, stageId: stageId('won') } })),
    ],
    { today },
  );
}

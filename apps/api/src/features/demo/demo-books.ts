import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Work } from '../../db/work.ts';
import { activities } from '../activities/store.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stages } from '../pipeline/store.ts';
import type { SaleToPost } from '../sales/posting-store.ts';
import type { DemoNames } from './demo-names.ts';
import type { Dice } from './dice.ts';

const salesCount = 5200;
const yearsOfSales = 3;
/** Orders by calendar month: spring and autumn are strong, high summer is weak. */
const season = [0.8, 0.85, 1.15, 1.1, 1.05, 0.95, 0.75, 0.65, 1.1, 1.2, 1.25, 1.15];
/** Growth from one year to the next. */
const growth = 1.12;

/** An account of the demonstration, and how much it buys. */
export type DemoAccount = { id: string; name: string; ownerId: string; worth: number; segment: string; region: string };
export type DemoProduct = { id: string; name: string; price: number; margin: number };

/** Three years of orders up to yesterday, by season and growth, more from those who are worth more. */
export function salesOf(
  work: Work,
  roll: Dice,
  today: string,
  firms: readonly DemoAccount[],
  goods: readonly DemoProduct[],
): SaleToPost[] {
  const last = toDay(today) - 1;
  const first = last - yearsOfSales * 365;
  const buyers = firms.flatMap((firm) => new Array<DemoAccount>(Math.max(1, Math.round(firm.worth * 4))).fill(firm));
  const made: SaleToPost[] = [];
  while (made.length < salesCount) {
    const day = roll.whole(first, last);
    const iso = toIso(day);
    const strength = ((season[Number(iso.slice(5, 7)) - 1] ?? 1) * growth ** ((day - last) / 365)) / 1.3;
    if (roll.next() > strength) continue;
    const buyer = roll.pick(buyers);
    const good = roll.pick(goods);
    const quantity = roll.whole(1, 6);
    const revenueMinor = Math.round(good.price * quantity * (0.86 + 0.14 * roll.next()));
    made.push({
      id: work.newId(),
      day: iso,
      revenueMinor,
      currency: work.actor.organisation.currency,
      ownerId: buyer.ownerId,
      accountId: buyer.id,
      productId: good.id,
      quantity,
      costMinor: Math.round(good.price * quantity * (1 - good.margin)),
    });
  }
  return made.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Open deals, and what was done for customers in the last quarter. */
export async function writePipeline(
  work: Work,
  names: DemoNames,
  roll: Dice,
  today: string,
  firms: readonly DemoAccount[],
  goods: readonly DemoProduct[],
): Promise<void> {
  const open = (await stages.list(work.db, work.actor, { limit: 50 })).items.filter(
    (stage) => stage.category === 'open',
  );
  const deals = Array.from({ length: 140 }, (_, i) => {
    const [firm, good] = [roll.pick(firms), roll.pick(goods)];
    const openedOn = toIso(toDay(today) - roll.whole(1, 120));
    return {
      input: {
        id: work.newId(),
        name: names.deal(good.name, firm.name),
        stageId: open[i % open.length]?.id ?? '',
        accountId: firm.id,
        productId: good.id,
        ownerId: firm.ownerId,
        openedOn,
        expectedCloseOn: toIso(toDay(today) + roll.whole(-10, 110)),
        // One deal in ten has no amount yet: nobody has said.
        amountMinor: i % 10 === 9 ? null : Math.round(good.price * roll.whole(1, 8) * roll.size()),
      },
    };
  });
  await saveOpportunities(work, deals, { today });
  const blank = { body: null, contact_id: null, lead_id: null, opportunity_id: null };
  // Two regions of one segment wait for their first visit.
  const isUnvisited = ({ segment, region }: DemoAccount) =>
    segment === names.segments[4] && names.regions.indexOf(region) > 1;
  for (let i = 0; i < 500; i += 1) {
    const firm = roll.pick(firms);
    const kind = roll.pick(['visit', 'call', 'email', 'meeting', 'note'] as const);
    await activities.create(work, {
      starts_at: null,
      minutes: null,
      ...blank,
      id: work.newId(),
      owner_id: firm.ownerId,
      backup_id: null,
      kind: kind === 'visit' && isUnvisited(firm) ? 'call' : kind,
      person_id: firm.ownerId,
      account_id: firm.id,
      on_day: toIso(toDay(today) - roll.whole(0, 90)),
      is_done: 1,
      subject: roll.pick(names.activities),
    });
  }
}

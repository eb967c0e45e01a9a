import type { Locale } from '@milepost/contract/organisation';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import { hashPassword } from 'better-auth/crypto';
import { operatorOf } from '../../auth/session.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { accountColumns, accounts } from '../accounts/store.ts';
import { activities } from '../activities/store.ts';
import { contactColumns, contacts } from '../contacts/store.ts';
import { organisations } from '../organisation/store.ts';
import { people, signIns, teams } from '../people/store.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stages } from '../pipeline/store.ts';
import { products } from '../products/store.ts';
import { postSales, type SaleToPost } from '../sales/posting-store.ts';
import { type Dice, dice } from './dice.ts';
import { type DemoNames, demoNames } from './names.ts';
import { demoMailboxes, demoPassword } from './sign-ins-store.ts';

const seed = 20_260_101;
const accountCount = 400;
const salesCount = 5200;
const yearsOfSales = 3;
/** Orders by calendar month: spring and autumn are strong, high summer is weak. */
const season = [0.8, 0.85, 1.15, 1.1, 1.05, 0.95, 0.75, 0.65, 1.1, 1.2, 1.25, 1.15];
/** Growth from one year to the next. */
const growth = 1.12;

type Member = { id: string; teamId: string | null };
type Account = { id: string; name: string; ownerId: string; worth: number; segment: string; region: string };
type Product = { id: string; name: string; price: number; margin: number };

async function writePeople(work: Work, names: DemoNames, adminId: string, passwordHash: string): Promise<Member[]> {
  const ids = names.people.map((_, at) => (at === 0 ? adminId : work.newId()));
  const top = work.newId();
  const below = names.teams.map(() => work.newId());
  await teams.create(work, {
    id: top,
    name: names.organisation,
    name_key: foldName(names.organisation),
    parent_id: null,
    manager_id: adminId,
  });
  for (const [at, name] of names.teams.entries())
    await teams.create(work, {
      id: below[at] ?? '',
      name,
      name_key: foldName(name),
      parent_id: top,
      manager_id: ids[at + 1] ?? null,
    });
  const members: Member[] = [];
  for (const [at, name] of names.people.entries()) {
    const [id, email] = [ids[at] ?? '', demoMailboxes[at] ?? ''];
    const teamId = at === 0 ? null : (below[at < 4 ? at - 1 : (at - 4) % 3] ?? null);
    members.push({ id, teamId });
    if (at === 0) continue;
    await people.create(work, {
      id,
      user_id: null,
      name,
      name_key: foldName(name),
      email,
      email_key: email,
      role: at < 4 ? 'manager' : 'rep',
      title: null,
      office: names.regions[at % names.regions.length] ?? null,
      external_id: null,
      team_id: teamId,
      is_active: 1,
    });
    await signIns.create(work, { id, name, email }, passwordHash);
  }
  return members;
}

async function writeProducts(work: Work, names: DemoNames): Promise<Product[]> {
  const made: Product[] = [];
  for (const [l, line] of names.lines.entries())
    for (const [g, grade] of names.grades.entries()) {
      const price = Math.round(180_000 * (1 + l * 0.6) * (1 + g * 0.8));
      const margin = 0.24 + 0.07 * g + 0.03 * (l % 3);
      const name = `${line} ${grade}`;
      const { row } = await products.create(work, {
        id: work.newId(),
        name,
        name_key: foldName(name),
        external_id: null,
        line,
        kind: l < 4 ? 'core' : 'incremental',
        margin_class: g === 2 ? 'A' : g === 1 ? 'B' : 'C',
        list_price_minor: price,
      });
      made.push({ id: row.id, name, price, margin });
    }
  return made;
}

async function writeAccounts(work: Work, names: DemoNames, roll: Dice, reps: readonly Member[]): Promise<Account[]> {
  const { first, second, forms } = names.firms;
  const made: Account[] = [];
  const empty = {
    domain_key: null,
    phone: null,
    phone_key: null,
    email: null,
    email_key: null,
    address: null,
    parent_id: null,
    notes: null,
    external_id: null,
    employees: null,
    annual_revenue_minor: null,
    backup_id: null,
  };
  for (let i = 0; i < accountCount; i += 1) {
    const name = names.firm(
      first[i % first.length] ?? '',
      second[Math.floor(i / first.length) % second.length] ?? '',
      roll.pick(forms),
    );
    const owner = reps[i % reps.length] as Member;
    const colleagues = reps.filter((rep) => rep.teamId === owner.teamId && rep.id !== owner.id);
    const segment = roll.pick(names.segments);
    const region = roll.pick(names.regions);
    const website = `https://firm-${i + 1}.example`;
    const columns = accountColumns(
      {
        name,
        segment,
        region,
        website,
        employees: roll.whole(8, 4200),
        ownerId: owner.id,
        backupId: i % 3 === 0 ? (roll.pick(colleagues)?.id ?? null) : null,
      },
      null,
    );
    const { row } = await accounts.create(work, { ...empty, ...columns, id: work.newId() } as Parameters<
      typeof accounts.create
    >[1]);
    made.push({ id: row.id, name, ownerId: owner.id, worth: roll.size(), segment, region });
    if (i % 2 === 0) {
      const person = names.person(roll.pick(names.given), roll.pick(names.family));
      const contact = contactColumns(
        {
          name: person,
          title: roll.pick(names.titles),
          email: `contact-${i + 1}@firm-${i + 1}.example`,
          accountId: row.id,
        },
        null,
      );
      const blank = { external_id: null, phone: null, phone_key: null, notes: null };
      await contacts.create(work, {
        ...blank,
        ...contact,
        owner_id: row.owner_id,
        backup_id: row.backup_id,
        id: work.newId(),
      } as Parameters<typeof contacts.create>[1]);
    }
  }
  return made;
}

/** Three years of orders up to yesterday, by season and growth, more from those who are worth more. */
function salesOf(
  work: Work,
  roll: Dice,
  today: string,
  firms: readonly Account[],
  goods: readonly Product[],
): SaleToPost[] {
  const last = toDay(today) - 1;
  const first = last - yearsOfSales * 365;
  const buyers = firms.flatMap((firm) => new Array<Account>(Math.max(1, Math.round(firm.worth * 4))).fill(firm));
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

async function writePipeline(
  work: Work,
  names: DemoNames,
  roll: Dice,
  today: string,
  firms: readonly Account[],
  goods: readonly Product[],
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
  for (let i = 0; i < 500; i += 1) {
    const firm = roll.pick(firms);
    await activities.create(work, {
      ...blank,
      id: work.newId(),
      owner_id: firm.ownerId,
      backup_id: null,
      kind: roll.pick(['visit', 'call', 'email', 'meeting', 'note'] as const),
      person_id: firm.ownerId,
      account_id: firm.id,
      on_day: toIso(toDay(today) - roll.whole(0, 90)),
      is_done: 1,
      subject: roll.pick(names.activities),
    });
  }
}

/** Everything of the demonstration but its target, for an organisation that set-up has just made. */
export async function writeDemo(deps: Deps, orgId: string, adminId: string, locale: Locale): Promise<void> {
  const operator = operatorOf(await organisations.get(deps.db, orgId));
  const names = demoNames[locale];
  const today = deps.clock.today(operator.organisation.timeZone);
  const passwordHash = await hashPassword(demoPassword);
  await deps.transact(operator, async (work) => {
    const roll = dice(seed);
    const members = await writePeople(work, names, adminId, passwordHash);
    const reps = members.slice(4);
    const goods = await writeProducts(work, names);
    const firms = await writeAccounts(work, names, roll, reps);
    await postSales(work, salesOf(work, roll, today, firms, goods));
    await writePipeline(work, names, roll, today, firms, goods);
  });
}

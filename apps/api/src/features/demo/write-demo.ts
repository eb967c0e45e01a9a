import type { Locale } from '@milepost/contract/organisation';
import { foldName } from '@milepost/core/identity/fold-name';
import { hashPassword } from 'better-auth/crypto';
import { operatorOf } from '../../auth/session.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { accountColumns, accounts, blankAccount } from '../accounts/store.ts';
import { openChurnAlerts } from '../churn/open-alerts-job.ts';
import { blankContact, contactColumns, contacts } from '../contacts/store.ts';
import { organisations } from '../organisation/store.ts';
import { noTerms, people, signIns, teams } from '../people/store.ts';
import { products } from '../products/store.ts';
import { postSales } from '../sales/posting-store.ts';
import { type DemoAccount, type DemoProduct, salesOf, writePipeline } from './demo-books.ts';
import { writeEvents } from './demo-events.ts';
import { writeFields } from './demo-fields.ts';
import { writeHistory } from './demo-history.ts';
import type { DemoNames } from './demo-names.ts';
import { writeReceivables } from './demo-receivables.ts';
import { writeTasks } from './demo-tasks.ts';
import { writeWeekAgo } from './demo-week.ts';
import { type Dice, dice } from './dice.ts';
import { demoNames } from './names.ts';
import { demoMailboxes, demoPassword } from './sign-ins.ts';
import { spendNames } from './spend-names.ts';
import { writeChurn } from './write-churn.ts';
import { writeGoals } from './write-goals.ts';
import { writeGrowth } from './write-growth.ts';
import { writeIssues } from './write-issues.ts';
import { writeMentoring } from './write-mentoring.ts';
import { writeRolePlay } from './write-role-play.ts';
import { writeSatisfaction } from './write-satisfaction.ts';
import { writeSpend } from './write-spend.ts';
import { writeTraining } from './write-training.ts';
import { writeWeek } from './write-week.ts';

const seed = 20_260_101;
const accountCount = 400;
/** Annual revenue a head, in minor units. */
const revenueOfOne = 18_000_000;
type Member = { id: string; teamId: string | null };
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
      department_id: null,
      is_active: 1,
      ...noTerms,
    });
    await signIns.create(work, { id, name, email }, passwordHash);
  }
  return members;
}

async function writeProducts(work: Work, names: DemoNames): Promise<DemoProduct[]> {
  const made: DemoProduct[] = [];
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

async function writeAccounts(
  work: Work,
  names: DemoNames,
  roll: Dice,
  reps: readonly Member[],
): Promise<DemoAccount[]> {
  const { first, second, forms } = names.firms;
  const made: DemoAccount[] = [];
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
    const employees = roll.whole(8, 4200);
    const columns = accountColumns(
      {
        name,
        segment,
        region,
        website,
        employees,
        // Of one firm in four nobody knows the size: unknown is not zero.
        annualRevenueMinor: i % 4 === 3 ? null : employees * revenueOfOne,
        ownerId: owner.id,
        backupId: i % 3 === 0 ? (roll.pick(colleagues)?.id ?? null) : null,
      },
      null,
    );
    const { row } = await accounts.create(work, { ...blankAccount, ...columns, id: work.newId() } as Parameters<
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
      await contacts.create(work, {
        ...blankContact,
        ...contact,
        owner_id: row.owner_id,
        backup_id: row.backup_id,
        id: work.newId(),
      } as Parameters<typeof contacts.create>[1]);
    }
  }
  return made;
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
    // One firm in seven has bought nothing yet: the white space of the market.
    const buyers = firms.filter((_, at) => at % 7 !== 6);
    const sales = salesOf(work, roll, today, buyers, goods);
    await postSales(work, sales);
    await writePipeline(work, names, roll, today, firms, goods);
    const cast = { names: spendNames[locale], today, adminId, managers: members.slice(1, 4), reps };
    await writeSpend(work, cast);
    await writeReceivables(work, roll, today, { sales, firms });
    await writeEvents(work, names, dice(seed + 1), today, firms);
    await writeHistory(work, names, dice(seed + 2), today, { firms, goods });
    await writeFields(work, locale, { today, firms });
    await writeTasks(work, locale, dice(seed + 3), today, reps);
    await writeWeekAgo(work, dice(seed + 3), today);
    await writeWeek(work, names, today, { firms, reps });
    await writeGrowth(work, locale, dice(seed + 4), today, { managers: members.slice(1, 4), reps });
    await writeGoals(work, locale, today, reps);
    await writeMentoring(work, locale, today, reps);
    await writeTraining(work, locale, today, { managers: members.slice(1, 4), reps });
    await writeIssues(work, locale, firms);
    await writeRolePlay(work, locale, dice(seed + 5), today, { managers: members.slice(1, 4), reps });
    const { currency } = operator.organisation;
    await writeSatisfaction(work, dice(seed + 6), today, buyers);
    await writeChurn(work, { locale, today, currency, managerId: members[1]?.id ?? adminId }, buyers);
  });
  // As the first night would have done.
  await openChurnAlerts(deps, operator);
}

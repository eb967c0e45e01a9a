import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { isWorkday, MONDAY_TO_FRIDAY } from '@milepost/core/calendar/workdays';
import { currencyExponent } from '@milepost/core/money/currency';
import { toMajorText } from '@milepost/core/money/minor';
import type { Work } from '../../db/work.ts';
import { budgetLineColumns, budgetLines, noResults } from '../budget/store.ts';
import { receipts } from '../expenses/receipt-store.ts';
import { blankExpense, expenseColumns, expenses, limitColumns, limits } from '../expenses/store.ts';
import { enterRecords } from '../imports/store.ts';
import { type Dice, dice } from './dice.ts';
import { receiptPdf } from './receipt-pdf.ts';
import type { SpendNames } from './spend-names.ts';

const seed = 20_260_202;
type Kind = 'meals' | 'travel' | 'gifts' | 'campaigns';
type Member = { id: string; teamId: string | null };
type Cast = { names: SpendNames; today: string; adminId: string; managers: readonly Member[]; reps: readonly Member[] };

/** Euro cents: what one claim costs about, and how many a rep has in a year. */
const usual: Readonly<Record<Exclude<Kind, 'campaigns'>, { cost: number; inYear: number }>> = {
  meals: { cost: 46_00, inYear: 18 },
  travel: { cost: 85_00, inYear: 14 },
  gifts: { cost: 32_00, inYear: 4 },
};
/** What a month of each running campaign costs, and how many enquiries it brings at that: both bend, the first one higher. */
const campaigns = [
  { cost: 2_400_00, ceiling: 60, bend: 2_000_00 },
  { cost: 1_500_00, ceiling: 18, bend: 700_00 },
] as const;

/** A year and a quarter of claims, two years of budget, and the limits of three categories. */
export async function writeSpend(work: Work, cast: Cast): Promise<void> {
  const roll = dice(seed);
  const { names } = cast;
  for (const [kind, single, day, contact] of [
    ['meals', 120_00, 180_00, 'asked'],
    ['travel', 400_00, null, 'free'],
    ['gifts', 50_00, 50_00, 'free'],
  ] as const) {
    const columns = limitColumns({
      category: names[kind],
      singleMinor: single * names.price,
      dayMinor: day && day * names.price,
      contact,
    });
    const values = { ...columns, id: work.newId(), currency: work.actor.organisation.currency };
    await limits.create(work, values as Parameters<typeof limits.create>[1]);
  }
  const year = fiscalYearOf(toDay(cast.today), fiscalOf(work.actor.organisation)).year;
  const claims = claimsOf(work, cast, roll);
  for (const fiscalYear of [year - 1, year]) claims.push(...(await writeBudget(work, cast, { fiscalYear, roll })));
  const withReceipt = claims.map((row) => (roll.next() < 0.9 ? { ...row, receipt_id: work.newId() } : row));
  await enterRecords<'expense'>(work, expenses, withReceipt);
  for (const row of withReceipt) if ('receipt_id' in row && row['receipt_id']) await writeReceipt(work, row);
}

/** The paper of a claim: its day and its amount. */
async function writeReceipt(work: Work, row: Record<string, unknown>): Promise<void> {
  const { currency } = work.actor.organisation;
  const total = toMajorText(Number(row['amount_minor']), currencyExponent(currency));
  await receipts.put(work, String(row['id']), {
    id: String(row['receipt_id']),
    fileName: `${row['day']}.pdf`,
    mediaType: 'application/pdf',
    bytes: receiptPdf([String(row['day']), `Total ${total} ${currency}`]),
  });
}

/** A day that is worked, one of so many before a day. */
function workingDay(roll: Dice, last: number, within: number): string {
  for (;;) {
    const day = last - roll.whole(0, within - 1);
    if (isWorkday(day, MONDAY_TO_FRIDAY)) return toIso(day);
  }
}

const costing = (roll: Dice, cost: number): number => Math.round(cost * (0.6 + 0.8 * roll.next()));

type Said = { kind: Kind; by: Member; decider: string | null; day: string; amountMinor: number; campaign?: string };

function claim(work: Work, { names, today }: Cast, roll: Dice, said: Said): Record<string, unknown> {
  const { kind, by, decider, day, amountMinor, campaign } = said;
  const columns = expenseColumns({
    day,
    category: names[kind],
    vendor: roll.pick(names.vendors[kind]),
    amountMinor,
    currency: work.actor.organisation.currency,
    purpose: roll.pick(names.purposes[kind]),
    ...(campaign ? { campaign } : {}),
  });
  // What is old was decided and paid; of the last month some waits, and some is not handed in.
  const age = toDay(today) - toDay(day);
  const status =
    age > 60 ? 'reimbursed' : age > 30 ? 'approved' : roll.pick(['submitted', 'submitted', 'draft'] as const);
  const at = `${toIso(Math.min(toDay(day) + 3, toDay(today)))}T09:00:00.000Z`;
  const isDecided = status === 'approved' || status === 'reimbursed';
  return {
    ...blankExpense,
    ...columns,
    id: work.newId(),
    person_id: by.id,
    team_id: by.teamId,
    status,
    submitted_at: status === 'draft' ? null : at,
    ...(isDecided ? { decided_at: at, decided_by: decider } : {}),
    ...(status === 'reimbursed' ? { reimbursed_at: at, reimbursed_by: decider } : {}),
  };
}

/** What reps claimed in a year and a quarter up to today. */
function claimsOf(work: Work, cast: Cast, roll: Dice): Record<string, unknown>[] {
  const within = 456;
  return cast.reps.flatMap((by) =>
    (Object.keys(usual) as (keyof typeof usual)[]).flatMap((kind) =>
      Array.from({ length: Math.round((usual[kind].inYear * within) / 365) }, () =>
        claim(work, cast, roll, {
          kind,
          by,
          decider: cast.managers.find(({ teamId }) => teamId === by.teamId)?.id ?? cast.adminId,
          day: workingDay(roll, toDay(cast.today), within),
          amountMinor: costing(roll, usual[kind].cost) * cast.names.price,
        }),
      ),
    ),
  );
}

/** The budget of a fiscal year; answers the claims of its campaigns, which managers hand in month by month. */
async function writeBudget(
  work: Work,
  cast: Cast,
  { fiscalYear, roll }: { fiscalYear: number; roll: Dice },
): Promise<Record<string, unknown>[]> {
  const { names, managers, adminId, today } = cast;
  const line = async (said: Parameters<typeof budgetLineColumns>[0], holder: string) => {
    const nothing = { team_id: null, campaign: null, campaign_key: null, account_id: null };
    const columns = { ...nothing, ...budgetLineColumns({ fiscalYear, results: [...noResults], ...said }) };
    const values = {
      ...columns,
      id: work.newId(),
      owner_id: holder,
      currency: work.actor.organisation.currency,
    };
    await budgetLines.create(work, values as Parameters<typeof budgetLines.create>[1]);
  };
  const even = (amount: number): number[] => new Array<number>(12).fill(Math.round(amount) * names.price);
  const reps = cast.reps.length / managers.length;
  for (const { id, teamId } of managers)
    for (const kind of ['meals', 'travel'] as const)
      await line(
        { category: names[kind], teamId, months: even((usual[kind].cost * usual[kind].inYear * reps) / 12) },
        id,
      );
  await line(
    { category: names.gifts, months: even((usual.gifts.cost * usual.gifts.inYear * cast.reps.length) / 12) },
    adminId,
  );

  const claims: Record<string, unknown>[] = [];
  const months = monthsOf(work.actor.organisation, fiscalYear);
  for (const [at, { cost, ceiling, bend }] of campaigns.entries()) {
    const campaign = names.campaignNames[at] ?? '';
    const by = managers[at % managers.length] as Member;
    const results = months.map(({ from }) => {
      const day = toIso(toDay(from) + 13);
      if (day >= today) return null;
      const spent = costing(roll, cost);
      claims.push(
        claim(work, cast, roll, {
          kind: 'campaigns',
          by,
          decider: adminId,
          day,
          amountMinor: spent * names.price,
          campaign,
        }),
      );
      return Math.round(ceiling * (1 - Math.exp(-spent / bend)) * (0.9 + 0.2 * roll.next()));
    });
    await line({ category: names.campaigns, campaign, months: even(cost), results }, adminId);
  }
  await line({ category: names.campaigns, campaign: names.campaignNames[2], months: even(600_00) }, adminId);
  return claims;
}

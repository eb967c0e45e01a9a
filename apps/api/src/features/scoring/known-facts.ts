import { fewestOfEach, type ScoringSubject } from '@milepost/contract/scoring';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { Cell } from '@milepost/core/scoring/fields';
import type { Db } from '../../db/open.ts';
import { stageOrder } from '../pipeline/stage-store.ts';
import {
  allAccounts,
  buyersOf,
  closedOpportunities,
  decidedLeads,
  type OpportunityEnd,
  opportunitiesById,
  productNames,
  winsOf,
} from './facts-store.ts';
import { firstAt, firstKnown, knownOn, type Recorded, recorded } from './first-known-store.ts';

/** What was known of a record at its beginning, and what became of it; null while that is open. */
export type Facts = { id: string; outcome: 0 | 1 | null; cells: Readonly<Record<string, Cell>> };

/** What is looked at, by subject; each is worded in the portal as `scoring.field.<name>`. */
export const scoredFields: Readonly<Record<ScoringSubject, readonly string[]>> = {
  opportunity: ['amount', 'product', 'line', 'segment', 'region', 'employees', 'bought', 'event', 'plannedDays'],
  lead: ['kind', 'source', 'event', 'email', 'companyMail', 'phone', 'website', 'company', 'title'],
  account: ['segment', 'region', 'employees', 'revenue', 'website', 'email', 'phone'],
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const said = (value: unknown): 'yes' | 'no' => (value === null || value === undefined || value === '' ? 'no' : 'yes');
/** Hundredths are enough for a scale; what a unit is worth plays no part. */
const major = (minor: unknown): number | null => (typeof minor === 'number' ? minor / 100 : null);

/** Closed records of a subject with what was known of them at their beginning, oldest first; or those with the ids. */
export function factsOf(db: Db, orgId: string, subject: ScoringSubject, ids?: readonly string[]): Promise<Facts[]> {
  if (subject === 'opportunity') return opportunityFacts(db, orgId, ids);
  return subject === 'lead' ? leadFacts(db, orgId, ids) : accountFacts(db, orgId, ids);
}

async function opportunityFacts(db: Db, orgId: string, ids: readonly string[] | undefined): Promise<Facts[]> {
  const deals = ids === undefined ? await closedOpportunities(db, orgId) : await opportunitiesById(db, orgId, ids);
  const told = await recorded(
    db,
    orgId,
    'opportunity',
    deals.map(({ id }) => id),
  );
  const firsts = new Map(deals.map(({ id }) => [id, firstKnown(told, id)]));
  const accounts = [...new Set([...firsts.values()].flatMap(({ account_id }) => text(account_id) ?? []))];
  const [ofAccounts, products, wins, stages] = await Promise.all([
    recorded(db, orgId, 'account', accounts),
    productNames(db, orgId),
    winsOf(db, orgId),
    stageOrder.all(db, orgId),
  ]);
  const openStages = new Set(stages.filter(({ category }) => category === 'open').map(({ id }) => id));
  const facts = deals.map((deal): Facts & { wasOpen: boolean } => {
    const first = firsts.get(deal.id) ?? {};
    const day = beganOn(deal, first, told);
    const account = text(first['account_id']);
    const of = account === null ? {} : knownOn(ofAccounts, account, day);
    const product = products.get(text(first['product_id']) ?? '');
    const wasOpen = openStages.has(text(first['stage_id']) ?? '');
    return {
      id: deal.id,
      outcome: deal.category === 'open' ? null : deal.category === 'won' ? 1 : 0,
      cells: {
        amount: major(first['amount_minor']),
        product: product?.name ?? null,
        line: product?.line ?? null,
        segment: text(of['segment']),
        region: text(of['region']),
        employees: number(of['employees']),
        bought: account === null ? null : hadBought(wins.get(account), deal.id, day),
        event: said(first['event_id']),
        plannedDays: daysBetween(day, text(first['expected_close_on'])),
      },
      wasOpen,
    };
  });
  return ids === undefined ? comparable(facts) : facts;
}

/**
 * What was first recorded when it had ended may have been filled in at its end, and who records wins only would make every amount that
 * is not there a sign of a win. So those are learned from that were recorded while open; where they are too few, all of them without
 * what is filled in at the end.
 */
function comparable(facts: readonly (Facts & { wasOpen: boolean })[]): Facts[] {
  const open = facts.filter(({ wasOpen }) => wasOpen);
  const won = open.filter(({ outcome }) => outcome === 1).length;
  if (Math.min(won, open.length - won) >= fewestOfEach) return open;
  return facts.map(({ cells, ...same }) => ({ ...same, cells: { ...cells, amount: null, plannedDays: null } }));
}

/** The day on which it was opened, else first recorded. */
function beganOn({ id, created_at }: OpportunityEnd, first: Readonly<Record<string, unknown>>, told: Recorded): string {
  return text(first['opened_on']) ?? (firstAt(told, id) ?? created_at).slice(0, 10);
}

const hadBought = (
  wins: readonly { id: string; day: string }[] | undefined,
  deal: string,
  day: string,
): 'yes' | 'no' => (wins?.some((win) => win.id !== deal && win.day < day) === true ? 'yes' : 'no');

const daysBetween = (from: string, to: string | null): number | null =>
  to === null ? null : Math.max(0, toDay(to) - toDay(from));

async function leadFacts(db: Db, orgId: string, ids: readonly string[] | undefined): Promise<Facts[]> {
  const decided = ids === undefined ? await decidedLeads(db, orgId) : ids.map((id) => ({ id, status: null }));
  const told = await recorded(
    db,
    orgId,
    'lead',
    decided.map(({ id }) => id),
  );
  return decided.map(({ id, status }) => {
    const first = firstKnown(told, id);
    const email = text(first['email']);
    return {
      id,
      outcome: status === null ? null : status === 'converted' ? 1 : 0,
      cells: {
        kind: text(first['kind']),
        source: text(first['source']),
        event: said(first['event_id']),
        email: said(email),
        companyMail: email === null ? null : said(first['domain_key']),
        phone: said(first['phone']),
        website: said(first['website']),
        company: said(first['company']),
        title: said(first['title']),
      },
    };
  });
}

/**
 * Of customers and of the others alike what was known on the day on which they were first recorded: what is filled in later is filled
 * in for those who buy.
 */
async function accountFacts(db: Db, orgId: string, ids: readonly string[] | undefined): Promise<Facts[]> {
  const accounts = ids === undefined ? (await allAccounts(db, orgId)).map(({ id }) => id) : ids;
  const [told, buyers] = await Promise.all([recorded(db, orgId, 'account', accounts), buyersOf(db, orgId)]);
  return accounts.map((id) => {
    const known = knownOn(told, id, '');
    return {
      id,
      outcome: buyers.has(id) ? 1 : 0,
      cells: {
        segment: text(known['segment']),
        region: text(known['region']),
        employees: number(known['employees']),
        revenue: major(known['annual_revenue_minor']),
        website: said(known['website']),
        email: said(known['email']),
        phone: said(known['phone']),
      },
    };
  });
}

import type { LedgerLineView, LedgersView, LedgerView } from '@milepost/contract/cadence';
import { periodOf, periodsOf, type VisitCadence } from '@milepost/core/cadence/cadence';
import { type LedgerLine, promiseKept, promiseLedger } from '@milepost/core/cadence/ledger';
import { type Span, toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { accounts } from '../accounts/store.ts';
import { definitions } from '../measures/definition-store.ts';
import { tierSettings } from '../tiers/settings-store.ts';
import { type PromisedAccount, promisedAccounts, promiseOf } from './promise-store.ts';
import { visits } from './visit-store.ts';

const lineView = ({ period, ...line }: LedgerLine): LedgerLineView => ({
  ...line,
  from: toIso(period.first),
  to: toIso(period.last),
});
const none = { done: [], planned: [], called: [] };
/** So many quarters of a promise are told, the one under way included. */
const quartersBack = 4;

/** Whole weeks, months and quarters that touch a span may begin before and end after it. */
const around = ({ first, last }: Span) => ({ from: toIso(first - 100), to: toIso(last + 100) });

/** What was promised to one account and what became of it, in the quarter of today and those before, since it holds. */
export async function readLedger(db: Db, actor: Actor, today: string, accountId: string): Promise<LedgerView> {
  const row = await accounts.get(db, actor, accountId);
  const promise = promiseOf(row, await tierSettings.inForce(db, actor));
  const empty = { accountId, cadence: null, from: null, since: null, lines: [], kept: null };
  if (promise === null) return empty;
  const day = toDay(today);
  const firstMonth = actor.organisation.fiscalYearStart;
  let first = day;
  for (let back = 0; back < quartersBack; back += 1)
    first = periodOf('quarter', back === 0 ? day : first - 1, firstMonth).first;
  const since = promise.since === null ? null : toDay(promise.since);
  const span = { first: since === null ? first : Math.max(first, since), last: day };
  const { coverage } = await definitions.inForce(db, actor);
  const ask = { accountIds: [accountId], kinds: coverage.visitKinds, ...around(span) };
  const found = (await visits.of(db, actor.orgId, ask)).get(accountId) ?? none;
  const lines = promiseLedger(promise.cadence, found, span, { today: day, since, firstMonth });
  const kept = promiseKept(lines);
  return {
    accountId,
    cadence: { ...promise.cadence },
    from: promise.from,
    since: promise.since,
    lines: lines.map(lineView).reverse(),
    kept: kept && { num: kept.kept, den: kept.asked, value: kept.kept / kept.asked },
  };
}

type Sums = { asked: number; planned: number; done: number; unmet: number };
const sumOf = (some: readonly Sums[]): Sums =>
  some.reduce(
    (all, { asked, planned, done, unmet }) => ({
      asked: all.asked + asked,
      planned: all.planned + planned,
      done: all.done + done,
      unmet: all.unmet + unmet,
    }),
    { asked: 0, planned: 0, done: 0, unmet: 0 },
  );

/** Which promises are meant: of the periods that end within some days, of an owner, of one account. */
export type LedgerAsk = {
  from?: string | undefined;
  to?: string | undefined;
  quarterOf?: string | undefined;
  ownerId?: string | undefined;
  accountId?: string | undefined;
};
/** A promise in sight with what became of it, period by period. */
export type Told = { row: PromisedAccount; cadence: VisitCadence; lines: readonly LedgerLine[] } & Sums;

/** The promises in sight in the periods that end within a stretch of days, the quarter of today when left out. */
export async function ledgersOf(
  db: Db,
  actor: Actor,
  today: string,
  { from, to, quarterOf, ownerId, accountId }: LedgerAsk,
): Promise<{ span: Span; told: Told[] }> {
  const firstMonth = actor.organisation.fiscalYearStart;
  const quarter = periodOf('quarter', toDay(quarterOf ?? from ?? today), firstMonth);
  const span = { first: from ? toDay(from) : quarter.first, last: to ? toDay(to) : quarter.last };
  const [settings, { coverage }, all] = await Promise.all([
    tierSettings.inForce(db, actor),
    definitions.inForce(db, actor),
    promisedAccounts(db, actor, ownerId),
  ]);
  const rows = accountId === undefined ? all : all.filter(({ id }) => id === accountId);
  const accountIds = rows.map(({ id }) => id);
  const made = await visits.of(db, actor.orgId, { accountIds, kinds: coverage.visitKinds, ...around(span) });
  const told = rows.flatMap((row): Told[] => {
    const promise = promiseOf(row, settings);
    if (promise === null) return [];
    const { cadence } = promise;
    const since = promise.since === null ? null : toDay(promise.since);
    const within = periodsOf(cadence.per, span, firstMonth).filter(
      ({ last }) => last >= span.first && last <= span.last,
    );
    const [head, tail] = [within[0], within.at(-1)];
    const whole = head && tail && { first: head.first, last: tail.last };
    const lines = whole
      ? promiseLedger(cadence, made.get(row.id) ?? none, whole, { today: toDay(today), since, firstMonth })
      : [];
    return [{ row, cadence, lines, ...sumOf(lines) }];
  });
  return { span, told };
}

/** The promises in sight with their sums; of so many accounts each, those with something unmet first. */
export async function readLedgers(
  db: Db,
  actor: Actor,
  today: string,
  { limit, ...ask }: LedgerAsk & { limit: number },
): Promise<LedgersView> {
  const { span, told } = await ledgersOf(db, actor, today, ask);
  const shown = told
    .toSorted((a, b) => b.unmet - a.unmet || (a.row.name < b.row.name ? -1 : a.row.name > b.row.name ? 1 : 0))
    .slice(0, limit);
  const names = await namesOf(db, actor, { person: shown.map(({ row }) => row.owner_id) });
  const tiers = [...Map.groupBy(told, ({ row }) => row.tier)].sort(([a], [b]) => ((a ?? 'Z') < (b ?? 'Z') ? -1 : 1));
  return {
    from: toIso(span.first),
    to: toIso(span.last),
    asOf: today,
    total: { accounts: told.length, ...sumOf(told) },
    byTier: tiers.map(([tier, some]) => ({ tier, accounts: some.length, ...sumOf(some) })),
    rows: shown.map(({ row, cadence, lines, ...sums }) => ({
      account: { id: row.id, name: row.name },
      tier: row.tier,
      owner: nameOf(names.person, row.owner_id),
      cadence: { ...cadence },
      ...sums,
      lines: lines.map(lineView).reverse(),
    })),
  };
}

import { type BurnQuery, type BurnView, withoutKey } from '@milepost/contract/budget';
import { fiscalLabel } from '@milepost/contract/calendar';
import { burnOf } from '@milepost/core/expenses/decide';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { type BurnEntry, burnEntries } from './burn-entries.ts';
import { type BurnFacts, burnFacts, yearAsked } from './burn-facts.ts';

const sumOf = (entries: readonly BurnEntry[], figure: BurnEntry['figure']): number =>
  entries.reduce((sum, entry) => (entry.figure === figure ? sum + entry.amount : sum), 0);

function burnRow(entries: readonly BurnEntry[]): BurnView['total'] {
  const [plan, approved] = [sumOf(entries, 'plan'), sumOf(entries, 'approved')];
  return {
    planMinor: entries.some(({ figure }) => figure === 'plan') ? plan : null,
    approvedMinor: approved,
    pendingMinor: sumOf(entries, 'pending'),
    remainingMinor: plan - approved,
  };
}

/** What rows are called, by their keys; a record out of sight has no name. */
export async function rowNames(
  db: Db,
  actor: Actor,
  facts: BurnFacts,
  by: BurnQuery['by'],
): Promise<(key: string) => string> {
  const rows = [...facts.lines, ...facts.claims];
  const names = await namesOf(db, actor, {
    team: by === 'team' || by === 'line' ? rows.map(({ team_id }) => team_id) : [],
    account: by === 'account' || by === 'line' ? rows.map(({ account_id }) => account_id) : [],
  });
  const written = new Map<string, string>();
  for (const row of rows.toReversed())
    if (by === 'category') written.set(row.category_key, row.category);
    else if (by === 'campaign' && row.campaign_key) written.set(row.campaign_key, row.campaign ?? '');
  for (const line of by === 'line' ? facts.lines : [])
    written.set(
      line.id,
      [
        line.category,
        line.campaign,
        nameOf(names.team, line.team_id)?.name,
        nameOf(names.account, line.account_id)?.name,
      ]
        .filter(Boolean)
        .join(' · '),
    );
  return (key) => {
    if (by === 'month') return facts.months[Number(key) - 1]?.from ?? '';
    if (by === 'team') return names.team.get(key) ?? '';
    return (by === 'account' ? names.account.get(key) : written.get(key)) ?? '';
  };
}

/** Budget, approved and pending spend of a fiscal year by one axis, of what is in sight. */
export async function readBurn(db: Db, actor: Actor, today: string, query: BurnQuery): Promise<BurnView> {
  const facts = await burnFacts(db, actor, yearAsked(actor, today, query.fiscalYear));
  const entries = burnEntries(facts, query.by);
  const nameOfKey = await rowNames(db, actor, facts, query.by);
  const byKey = Map.groupBy(entries, ({ key }) => key);
  const rows = [...byKey].map(([key, some]) => ({ key, name: nameOfKey(key), ...burnRow(some) }));
  // Names in order; what says nothing of the axis stands last.
  rows.sort(
    (a, b) =>
      Number(a.key === withoutKey) - Number(b.key === withoutKey) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return {
    fiscalYear: facts.fiscalYear,
    fiscalYearLabel: fiscalLabel(actor.organisation, facts.months[0]?.from ?? today),
    months: facts.months.map(({ from }) => from),
    currency: actor.organisation.currency,
    by: query.by,
    rows,
    total: burnRow(entries),
    otherCurrencies: [...Map.groupBy(facts.foreign, ({ currency }) => currency)]
      .map(([currency, claims]) => {
        const sum = (figure: 'approved' | 'pending') =>
          claims.reduce((all, claim) => (burnOf(claim.status) === figure ? all + claim.amount_minor : all), 0);
        return { currency, approvedMinor: sum('approved'), pendingMinor: sum('pending') };
      })
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

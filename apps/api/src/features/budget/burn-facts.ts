import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { BudgetLineTable, ExpenseTable } from '../../db/tables/spend.ts';
import { expenses } from '../expenses/store.ts';
import { tree } from '../people/store.ts';
import { budgetLines } from './store.ts';

/** What burn is computed from: the budget lines and the claims of a fiscal year in sight. */
export type BurnFacts = {
  fiscalYear: number;
  months: { from: string; to: string }[];
  lines: BudgetLineTable[];
  /** Handed in, in the organisation's currency. */
  claims: ExpenseTable[];
  /** Handed in, in another currency: told of, never added up. */
  foreign: ExpenseTable[];
  /** A team and all above it, the nearest first. */
  teamsAbove(teamId: string | null): string[];
};

/** The fiscal year that is asked for, or the one of today. */
export const yearAsked = (actor: Actor, today: string, fiscalYear: number | undefined): number =>
  fiscalYear ?? fiscalYearOf(toDay(today), fiscalOf(actor.organisation)).year;

export async function burnFacts(db: Db, actor: Actor, fiscalYear: number): Promise<BurnFacts> {
  const months = monthsOf(actor.organisation, fiscalYear);
  const span = { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '' };
  const [lines, handedIn, { teams }] = await Promise.all([
    budgetLines.ofYear(db, actor, fiscalYear),
    expenses.handedIn(db, actor, span),
    tree.of(db, actor.orgId),
  ]);
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const isOwn = ({ currency }: ExpenseTable) => currency === actor.organisation.currency;
  return {
    fiscalYear,
    months,
    lines,
    claims: handedIn.filter(isOwn),
    foreign: handedIn.filter((claim) => !isOwn(claim)),
    teamsAbove(teamId) {
      const found: string[] = [];
      for (let id = teamId; id !== null && !found.includes(id); id = parents.get(id) ?? null) found.push(id);
      return found;
    },
  };
}

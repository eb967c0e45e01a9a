import { monthsOf } from '@milepost/contract/calendar';
import type { MixToDateView } from '@milepost/contract/mix';
import { earlierOf } from '@milepost/core/calendar/civil-day';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import type { LpSolver } from '@milepost/core/lp/lp';
import type { MixRole } from '@milepost/core/mix/mix-spec';
import { type SoldLine, shareToDate } from '@milepost/core/mix/mix-to-date';
import { solveMix } from '@milepost/core/mix/solve-mix';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { MixPlanTable } from '../../db/tables/mix.ts';
import { countCredits, creditLines, type Selection, sumsBy } from '../figures/store.ts';
import { specOf } from './solve-mix-plan.ts';
import { detailsOf } from './store.ts';

/** Above so many credits a derivation shows the sum of each line, not each credit. */
const creditsAtMost = 10_000;

/** The days of the plan's year that are over, in its currency. A year that has not begun has its first day. */
function selectionOf(actor: Actor, row: MixPlanTable, today: string): Selection {
  const months = monthsOf(actor.organisation, row.fiscal_year);
  const [from, to] = [months[0]?.from ?? today, earlierOf(today, months.at(-1)?.to ?? today)];
  return { from, to, currency: row.currency, by: 'line' };
}

const roleIn = (row: MixPlanTable): ((line: string) => MixRole | null) => {
  const roles = new Map(detailsOf(row).lines.map(({ line, role }) => [line, role]));
  return (line) => roles.get(line) ?? null;
};

/** Revenue by line in the actor's sight, '' for none; the plan's own lines are there also when nothing was sold of them. */
async function soldByLine(db: Db, actor: Actor, row: MixPlanTable, selection: Selection): Promise<Map<string, number>> {
  const sold = new Map(detailsOf(row).lines.map(({ line }) => [line, 0]));
  for (const { group, revenue } of await sumsBy(db, actor, selection, ['revenue']))
    sold.set(group ?? '', (sold.get(group ?? '') ?? 0) + revenue);
  return sold;
}

/** The mix so far beside the best mix of the plan. */
export async function readMixToDate(
  db: Db,
  actor: Actor,
  row: MixPlanTable,
  { today, solver }: { today: string; solver: LpSolver },
): Promise<MixToDateView> {
  const selection = selectionOf(actor, row, today);
  const sold = await soldByLine(db, actor, row, selection);
  const roleOf = roleIn(row);
  const plan = await solveMix(specOf(row), solver);
  const planned = new Map(plan.status === 'ok' ? plan.lines.map(({ id, revenue }) => [id, revenue]) : []);
  const whole = plan.status === 'ok' ? plan.revenue : 0;
  const revenue = [...sold.values()].reduce((sum, own) => sum + own, 0);
  const lines = [...sold].map(
    ([line, own]): SoldLine => ({
      id: line,
      role: roleOf(line),
      revenue: stored('credits', line, own, 'money'),
    }),
  );
  const ofAll = (own: number | null, all: number): number | null => (own === null || all <= 0 ? null : own / all);
  return {
    asOf: selection.to,
    revenue,
    highShare: shareToDate(lines, 'high-margin')?.value ?? null,
    trafficShare: shareToDate(lines, 'traffic')?.value ?? null,
    lines: [...sold].map(([line, own]) => {
      const plannedRevenue = planned.get(line) ?? null;
      return {
        line,
        role: roleOf(line),
        revenue: own,
        share: ofAll(own, revenue),
        plannedRevenue,
        plannedShare: ofAll(plannedRevenue, whole),
      };
    }),
  };
}

/** How the share of a role in the books comes about, down to the credits; null before anything was sold. */
export async function explainShareToDate(
  db: Db,
  actor: Actor,
  row: MixPlanTable,
  { today, role }: { today: string; role: MixRole },
): Promise<Why | null> {
  const selection = selectionOf(actor, row, today);
  const sold = await soldByLine(db, actor, row, selection);
  const roleOf = roleIn(row);
  const { count } = await countCredits(db, actor, selection);
  const credits = count > creditsAtMost ? null : await creditLines(db, actor, selection);
  const byLine = Map.groupBy(credits ?? [], ({ group }) => group ?? '');
  const sumOf = (line: string, own: number): Why | Leaf =>
    credits === null
      ? stored('credits', `${selection.from}–${selection.to}`, own, 'money', line)
      : derive(
          'sum',
          { rule: 'figures.revenue', unit: 'money', label: line },
          (byLine.get(line) ?? []).map((one) => record('credit', one.id, one.revenue, 'money', one.day)),
        );
  return shareToDate(
    [...sold].map(([line, own]) => ({ id: line, role: roleOf(line), revenue: sumOf(line, own) })),
    role,
  );
}

import type { Day } from '../calendar/civil-day.ts';
import { isWorkday } from '../calendar/workdays.ts';
import { duplicates, type Found, justBelow, outliers, overDay, overLimit, splits } from './among-lines.ts';
import { type AuditContext, type AuditRule, type Expense, type Flag, ruleScores } from './expense.ts';

/** A claim that is handed in later than so many days after its day is stale. */
export const staleDays = 60;

/**
 * The flags of a set of expense lines (rule 11), in the order of the lines' ids and the rules. A flag is a reason to look, no verdict:
 * it carries its rule, a score and the ids it rests on. It does not depend on the order of the lines, and a further line that raises
 * no flag never lowers the score of another.
 *
 * Throws RangeError on an amount that is no whole number above zero, and on an id given twice.
 */
export function audit(lines: readonly Expense[], context: AuditContext): Flag[] {
  const ids = new Set<string>();
  for (const { id, amount } of lines) {
    if (!Number.isSafeInteger(amount) || amount <= 0)
      throw new RangeError(`An expense is whole minor units above zero; got ${amount}.`);
    if (ids.has(id)) throw new RangeError(`The expense ${id} stands twice.`);
    ids.add(id);
  }
  const { limits } = context.policy;
  const found: Record<AuditRule, readonly Found[]> = {
    duplicate: duplicates(lines),
    split: splits(lines, limits),
    'just-below': justBelow(lines, limits),
    'over-limit': overLimit(lines, limits),
    'over-day': overDay(lines, limits),
    outlier: outliers(lines, context.usual),
    ...aloneIn(lines, context),
  };
  const flags = new Map<string, Flag[]>([...ids].sort().map((id) => [id, []]));
  for (const rule of Object.keys(ruleScores) as AuditRule[])
    for (const { id, evidence } of found[rule])
      flags.get(id)?.push({ id, rule, score: ruleScores[rule], evidence: evidence.toSorted() });
  return [...flags.values()].flat();
}

/** The rules that look at a line by itself, against the calendar, the log and the policy. */
function aloneIn(lines: readonly Expense[], { asOf, calendar, policy, visits, leave }: AuditContext) {
  const out = new Set(visits.map(({ personId, day }) => `${personId} ${day}`));
  const away = Map.groupBy(leave, ({ personId }) => personId);
  const leaveOn = ({ personId, day }: Expense) =>
    (away.get(personId) ?? []).filter(({ first, last }) => first <= day && day <= last).map(({ id }) => id);
  const worked = new Map<Day, boolean>();
  const isWorked = (day: Day): boolean => {
    const known = worked.get(day) ?? isWorkday(day, calendar);
    worked.set(day, known);
    return known;
  };
  const where = (holds: (line: Expense) => boolean): Found[] =>
    lines.filter(holds).map(({ id }) => ({ id, evidence: [] }));
  return {
    'day-off': where(({ day }) => !isWorked(day)),
    'on-leave': lines
      .map((line) => ({ id: line.id, evidence: leaveOn(line) }))
      .filter(({ evidence }) => evidence.length > 0),
    'no-contact': where(
      ({ personId, day, category }) => policy.withContact.includes(category) && !out.has(`${personId} ${day}`),
    ),
    round: where(({ amount, currency }) => {
      const unit = policy.roundUnit[currency];
      return unit !== undefined && unit > 0 && amount % unit === 0;
    }),
    'no-receipt': where(
      ({ amount, currency, hasReceipt }) => !hasReceipt && amount >= (policy.receiptFrom[currency] ?? 0),
    ),
    stale: where(({ day, submittedOn }) => (submittedOn ?? asOf) - day > staleDays),
  };
}

/** How far a line is worth a look, from all its flags: noisy-or, 1 − Π (1 − score). 0 without flags. */
export function scoreOf(flags: readonly Pick<Flag, 'score'>[]): number {
  return 1 - flags.reduce((rest, { score }) => rest * (1 - score), 1);
}

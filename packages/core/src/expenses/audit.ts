import type { Day } from '../calendar/civil-day.ts';
import { isWorkday } from '../calendar/workdays.ts';
import { alone, duplicates, type Found, justBelow, outliers, overDay, overLimit, splits } from './among-lines.ts';
import { byNumber, type ClaimTable, claimTable, placesWhere } from './claim-table.ts';
import { type AuditContext, type AuditRule, type Expense, type Flag, ruleScores } from './expense.ts';

/** A claim that is handed in later than so many days after its day is stale. */
export const staleDays = 60;

/**
 * The flags of a set of expense lines (rule 11), in the order of the lines' ids and the rules. A flag is a reason to look, no verdict:
 * it carries its rule, a score and the ids it rests on. It does not depend on the order of the lines, and a further line that raises
 * no flag never lowers the score of another. Linear in the lines, beside what is found.
 *
 * Throws RangeError on an amount that is no whole number above zero, and on an id given twice.
 */
export function audit(lines: readonly Expense[], context: AuditContext): Flag[] {
  const { limits } = context.policy;
  const order = orderOfIds(lines);
  const table = claimTable(lines);
  return flagsOf(lines, order, {
    duplicate: duplicates(table),
    split: splits(table, limits),
    'just-below': justBelow(table, limits),
    'over-limit': overLimit(table, limits),
    'over-day': overDay(table, limits),
    outlier: outliers(table, context.usual),
    ...aloneIn(table, context),
  });
}

/**
 * The places of lines in the order of their ids; null where they stand in it already. The lines themselves stay where they are: what
 * lies side by side in memory is read many times.
 */
function orderOfIds(lines: readonly Expense[]): readonly number[] | null {
  let isInOrder = true;
  let before: string | undefined;
  for (const { id, amount } of lines) {
    if (!Number.isSafeInteger(amount) || amount <= 0)
      throw new RangeError(`An expense is whole minor units above zero; got ${amount}.`);
    isInOrder &&= before === undefined || before < id;
    before = id;
  }
  if (isInOrder) return null;
  const places = new Map<string, number>();
  for (let at = 0; at < lines.length; at += 1) {
    const { id } = lines[at] as Expense;
    if (places.has(id)) throw new RangeError(`The expense ${id} stands twice.`);
    places.set(id, at);
  }
  return [...places.keys()].sort().map((id) => places.get(id) as number);
}

/** What was found as flags, by line and then by rule: each is written straight to its place. */
function flagsOf(
  lines: readonly Expense[],
  order: readonly number[] | null,
  found: Readonly<Record<AuditRule, readonly Found[]>>,
): Flag[] {
  const rules = Object.keys(ruleScores) as AuditRule[];
  const counts = new Int32Array(lines.length);
  for (const rule of rules) for (const { at } of found[rule]) counts[at] = (counts[at] as number) + 1;
  const next = new Int32Array(lines.length);
  let size = 0;
  for (let rank = 0; rank < lines.length; rank += 1) {
    const at = order === null ? rank : (order[rank] as number);
    next[at] = size;
    size += counts[at] as number;
  }
  const flags = new Array<Flag>(size);
  for (const rule of rules)
    for (const { at, evidence } of found[rule]) {
      const own = evidence.length > 1 ? evidence.toSorted() : evidence;
      const place = next[at] as number;
      flags[place] = { id: (lines[at] as Expense).id, rule, score: ruleScores[rule], evidence: own };
      next[at] = place + 1;
    }
  return flags;
}

/** The rules that look at a line by itself, against the calendar, the log and the policy. */
function aloneIn(table: ClaimTable, { asOf, calendar, policy, visits, leave }: AuditContext) {
  const { person, kind } = table;
  const persons = byNumber(table, person, ({ personId }) => personId);
  const outOn = Map.groupBy(visits, ({ personId }) => personId);
  const out = persons.map((id) => new Set(outOn.get(id)?.map(({ day }) => day)));
  const leaves = Map.groupBy(leave, ({ personId }) => personId);
  const away = persons.map((id) => leaves.get(id) ?? []);
  const onLeave: Found[] = [];
  for (let at = 0; at < table.lines.length; at += 1) {
    const { day } = table.lines[at] as Expense;
    const some = away[person.of[at] as number] ?? [];
    if (!some.some(({ first, last }) => first <= day && day <= last)) continue;
    onLeave.push({ at, evidence: some.flatMap(({ id, first, last }) => (first <= day && day <= last ? [id] : [])) });
  }
  const worked = new Map<Day, boolean>();
  const isWorked = (day: Day): boolean => {
    const known = worked.get(day) ?? isWorkday(day, calendar);
    worked.set(day, known);
    return known;
  };
  const asked = byNumber(table, kind, ({ category, currency }) => ({
    contact: policy.withContact.includes(category),
    round: policy.roundUnit[currency] ?? 0,
    receiptFrom: policy.receiptFrom[currency] ?? 0,
  }));
  type Asked = (typeof asked)[number];
  const where = (holds: (line: Expense, terms: Asked, at: number) => boolean): Found[] =>
    alone(placesWhere(table, (at, line) => holds(line, asked[kind.of[at] as number] as Asked, at)));
  return {
    'day-off': where(({ day }) => !isWorked(day)),
    'on-leave': onLeave,
    'no-contact': where(({ day }, { contact }, at) => contact && !out[person.of[at] as number]?.has(day)),
    round: where(({ amount }, { round }) => round > 0 && amount % round === 0),
    'no-receipt': where(({ amount, hasReceipt }, { receiptFrom }) => !hasReceipt && amount >= receiptFrom),
    stale: where(({ day, submittedOn }) => (submittedOn ?? asOf) - day > staleDays),
  };
}

/** How far a line is worth a look, from all its flags: noisy-or, 1 − Π (1 − score). 0 without flags. */
export function scoreOf(flags: readonly Pick<Flag, 'score'>[]): number {
  return 1 - flags.reduce((rest, { score }) => rest * (1 - score), 1);
}

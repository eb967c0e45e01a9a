import { monthsOf } from '@milepost/contract/calendar';
import { TargetAmendment } from '@milepost/contract/quotas';
import { amend } from '@milepost/core/targets/amend';
import type { Actual, Edit } from '@milepost/core/targets/edit';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import type { Plan } from '@milepost/core/targets/plan';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { measured } from '../figures/measured-store.ts';
import { demandPlanner } from './may-edit.ts';
import { steps } from './steps-store.ts';
import { demandShared, targets } from './store.ts';

type Months = { from: string; to: string }[];

/** What was reached in the closed months, by leaf, and what of it the plan has no cell for. */
async function soldIn(
  work: Work,
  measure: AdditiveMeasure,
  plan: Plan,
  closed: Months,
): Promise<{ actuals: Actual[]; outsideMinor: number }> {
  const [first, last] = [closed[0], closed.at(-1)];
  if (!first || !last) return { actuals: [], outsideMinor: 0 };
  const rows = await measured(work.db, work.actor, measure, work.at).byMonth({ from: first.from, to: last.to });
  const [persons, lines] = [new Set(plan.persons), new Set(plan.lines)];
  // A plan without product lines has one without a name, and all that was sold lies in it.
  const lineOf = (line: string) => (plan.lines.length === 1 && plan.lines[0] === '' ? '' : line);
  const actuals: Actual[] = [];
  let outsideMinor = 0;
  for (const { personId, line, month, value } of rows) {
    const at = { person: personId, line: lineOf(line), month: closed.findIndex(({ from }) => from.startsWith(month)) };
    if (persons.has(at.person) && lines.has(at.line) && at.month >= 0) actuals.push({ ...at, value });
    else outsideMinor += value;
  }
  return { actuals, outsideMinor };
}

function amended(plan: Plan, amendment: Parameters<typeof amend>[1]): Plan {
  try {
    const next = amend(plan, amendment);
    if (next.status === 'ok') return next.plan;
    throw new Failure('target-over-committed', {
      issues: [
        { path: '/totalMinor', code: 'excess', message: String(next.excess) },
        ...next.held.map((lock) => ({ path: '/totalMinor', code: 'lock', message: lock.id })),
      ],
    });
  } catch (error) {
    if (error instanceof RangeError)
      throw new Failure('invalid-input', fieldIssue('/edits', 'unreadable', error.message));
    throw error;
  }
}

/**
 * Changes a published target from a day on: the version that follows counts from then, the one before is superseded and
 * stays as it was. Sent twice, it is one amendment.
 * @throws Failure `version-clash`, `not-allowed`, `target-not-published`, `target-over-committed`, `invalid-input` for a day
 * outside the year
 */
export const amendTarget = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  sent: TargetAmendment,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const input = TargetAmendment.parse(sent);
    const there = await targets.find(work.db, actor, input.id);
    if (there) return there;
    const row = await targets.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row });
    demandPlanner(actor, row);
    const measure = demandShared(row);
    if (row.status !== 'published' || row.basis !== 'spread') throw new Failure('target-not-published');
    const months = monthsOf(actor.organisation, row.fiscal_year);
    const { effectiveOn, reason, heldAt, policy, totalMinor } = input;
    const earliest = row.effective_on ?? months[0]?.from ?? '';
    if (effectiveOn < earliest || effectiveOn > (months.at(-1)?.to ?? ''))
      throw new Failure(
        'invalid-input',
        fieldIssue('/effectiveOn', 'outside', `a day from ${earliest} on in the year`),
      );
    const closed = months.filter(({ to }) => to < effectiveOn);
    const before = await targets.plan(work.db, row);
    const sold = heldAt === 'actual' ? await soldIn(work, measure, before, closed) : null;
    const plan = amended(before, {
      closedMonths: closed.length,
      heldAt: sold?.actuals ?? 'plan',
      policy,
      total: totalMinor,
      edits: input.edits as Edit[],
    });
    const { org_id: _o, version: _v, created_at: _c, updated_at: _u, archived_at: _a, ...same } = row;
    await targets.update(work, id, seen, { status: 'superseded' }, { action: 'superseded', reason });
    await steps.add(work, { targetId: id, kind: 'superseded', reason });
    const made = await targets.create(
      work,
      {
        ...same,
        id: input.id,
        total_minor: plan.total,
        shape: targets.frameOf(plan),
        published_at: work.at,
        reason,
        supersedes_id: id,
        effective_on: effectiveOn,
      },
      plan,
      await targets.cores(work.db, row),
    );
    await steps.add(work, {
      targetId: input.id,
      kind: 'amended',
      reason,
      detail: {
        effectiveOn,
        heldAt,
        policy: typeof policy === 'string' ? policy : 'capUplift',
        capUplift: typeof policy === 'string' ? null : policy.capUplift,
        fromMinor: row.total_minor,
        toMinor: plan.total,
        outsideMinor: sold?.outsideMinor ?? 0,
      },
    });
    return made.row;
  });

import { monthsOf } from '@milepost/contract/calendar';
import type { NewRateTarget, RateAmendment, StatedRate } from '@milepost/contract/rate-targets';
import type { Plan } from '@milepost/core/targets/plan';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { sellersIn } from '../capacity/term-store.ts';
import { tree } from '../people/store.ts';
import { demandEditor, demandPlanner } from './may-edit.ts';
import { bpOf, rates } from './rates-store.ts';
import { steps } from './steps-store.ts';
import { demandRate, targets } from './store.ts';
import { personsOf } from './whole-sight-store.ts';

/** A share is inherited: its plan has people, and no cells. */
function peopleOnly(persons: readonly string[]): Plan {
  const none = () => new Float64Array(0);
  const sums = { persons: new Float64Array(persons.length), lines: none(), segments: none(), months: none() };
  return {
    persons,
    lines: [],
    segments: [],
    total: 0,
    stated: [],
    locks: [],
    leaves: none(),
    segmentMonths: none(),
    shape: { ...sums, personMonths: null, personLines: null, lineMonths: null },
    agreed: sums,
  };
}

/** What is wanted of everybody in the year, as the row of the target tells it. */
const wholeOf = (stated: readonly StatedRate[]): number =>
  bpOf(stated.find(({ holder, period }) => holder.kind === 'all' && period === 'year')?.shareRatio ?? 0);

/** Teams of the organisation, and people of the plan. @throws Failure `reference-unknown` */
async function demandHolders(work: Work, persons: readonly string[], stated: readonly StatedRate[]): Promise<void> {
  const { teams } = await tree.of(work.db, work.actor.orgId);
  const known = new Set([...teams.map(({ id }) => id), ...persons]);
  const at = stated.findIndex(({ holder }) => holder.kind !== 'all' && !known.has(holder.id));
  if (at >= 0)
    throw new Failure(
      'reference-unknown',
      fieldIssue(`/rates/${at}/holder`, 'unknown', 'no team or person of the plan'),
    );
}

/**
 * Makes the draft of what share is wanted of a year, of everybody in reach who sells in it. Sent twice, it is one draft.
 * @throws Failure `reference-unknown`, `invalid-input` where nobody sells
 */
export const makeRateTarget = (deps: Deps, actor: Actor, input: NewRateTarget): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const there = await targets.find(work.db, actor, input.id);
    if (there) return there;
    const months = monthsOf(actor.organisation, input.fiscalYear);
    const persons = (await sellersIn(work.db, actor, months)).map(({ person }) => person.id).sort();
    if (persons.length === 0)
      throw new Failure(
        'invalid-input',
        fieldIssue('/fiscalYear', 'empty', 'nobody sells in this year: add people first'),
      );
    await demandHolders(work, persons, input.rates);
    const plan = peopleOnly(persons);
    const { row } = await targets.create(
      work,
      {
        id: input.id,
        name: input.name,
        measure: input.measure,
        fiscal_year: input.fiscalYear,
        starts_on: months[0]?.from ?? '',
        currency: actor.organisation.currency,
        status: 'draft',
        total_minor: wholeOf(input.rates),
        shape: targets.frameOf(plan),
        basis: 'rate',
        published_at: null,
        reason: null,
        supersedes_id: null,
        stretch: null,
        made_from: null,
        effective_on: null,
      },
      plan,
    );
    await rates.put(work, input.id, input.rates);
    return row;
  });

/**
 * States the shares of a draft anew, all of them: what is not named is inherited.
 * @throws Failure `version-clash`, `not-allowed`, `target-shared`, `target-not-draft`, `target-published`, `reference-unknown`
 */
export const stateRates = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  stated: readonly StatedRate[],
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await targets.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row });
    demandRate(row);
    demandEditor(actor, row);
    await demandHolders(work, personsOf(row), stated);
    const next = await targets.update(
      work,
      id,
      seen,
      { total_minor: wholeOf(stated) },
      { action: 'edited', beside: { rates: stated } },
    );
    await rates.put(work, id, stated);
    return next;
  });

/**
 * Changes published shares from a day on: the version that follows counts from then, the one before stays as it was.
 * @throws Failure `version-clash`, `not-allowed`, `target-shared`, `target-not-published`, `reference-unknown`, `invalid-input`
 */
export const amendRates = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { id: nextId, effectiveOn, reason, rates: stated }: RateAmendment,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const there = await targets.find(work.db, actor, nextId);
    if (there) return there;
    const row = await targets.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row });
    demandRate(row);
    demandPlanner(actor, row);
    if (row.status !== 'published') throw new Failure('target-not-published');
    await demandHolders(work, personsOf(row), stated);
    const months = monthsOf(actor.organisation, row.fiscal_year);
    const earliest = row.effective_on ?? months[0]?.from ?? '';
    if (effectiveOn < earliest || effectiveOn > (months.at(-1)?.to ?? ''))
      throw new Failure(
        'invalid-input',
        fieldIssue('/effectiveOn', 'outside', `a day from ${earliest} on in the year`),
      );
    const { org_id: _o, version: _v, created_at: _c, updated_at: _u, archived_at: _a, ...same } = row;
    await targets.update(work, id, seen, { status: 'superseded' }, { action: 'superseded', reason });
    await steps.add(work, { targetId: id, kind: 'superseded', reason });
    const changed = { id: nextId, published_at: work.at, reason, supersedes_id: id, effective_on: effectiveOn };
    const made = await targets.create(
      work,
      { ...same, ...changed, total_minor: wholeOf(stated) },
      peopleOnly(personsOf(row)),
    );
    await rates.put(work, nextId, stated);
    const totals = { fromMinor: row.total_minor, toMinor: made.row.total_minor, outsideMinor: 0 };
    await steps.add(work, {
      targetId: nextId,
      kind: 'amended',
      reason,
      detail: { effectiveOn, heldAt: 'plan', policy: 'keepRest', capUplift: null, ...totals },
    });
    return made.row;
  });

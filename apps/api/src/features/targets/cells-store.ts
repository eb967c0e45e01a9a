import type { Plan } from '@milepost/core/targets/plan';
import type { Work } from '../../db/work.ts';
import { type PlanParts, partsOf } from './plan-wire.ts';

const rowsAtOnce = 1000;

/**
 * Writes the leaves that differ from what is stored, and their core parts where these are given; a leaf of zero without a
 * core is no row.
 */
export async function writeCells(
  work: Work,
  targetId: string,
  plan: Plan,
  { before, cores = null }: { before?: Plan; cores?: Float64Array | null },
): Promise<void> {
  const parts = partsOf(plan);
  const changed = before ? differing(parts, partsOf(before)) : parts;
  const org_id = work.actor.orgId;
  const target_id = targetId;
  const coreOf = new Map(
    cores === null ? [] : parts.leaves.map((leaf, place): [string, number] => [keyOf(leaf), cores[place] ?? 0]),
  );
  const leaves = changed.leaves.map((leaf) => ({
    org_id,
    target_id,
    person_id: leaf.person,
    line: leaf.line,
    month: leaf.month + 1,
    amount_minor: leaf.amount,
    core_minor: coreOf.get(keyOf(leaf)) ?? null,
  }));
  const segments = changed.segmentMonths.map((cell) => ({
    org_id,
    target_id,
    segment: cell.segment,
    month: cell.month + 1,
    amount_minor: cell.amount,
  }));
  for (let from = 0; from < leaves.length; from += rowsAtOnce)
    await work.db
      .insertInto('target_cell')
      .values(leaves.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'target_id', 'person_id', 'line', 'month'])
          .doUpdateSet((eb) => ({ amount_minor: eb.ref('excluded.amount_minor') })),
      )
      .execute();
  for (let from = 0; from < segments.length; from += rowsAtOnce)
    await work.db
      .insertInto('target_segment')
      .values(segments.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'target_id', 'segment', 'month'])
          .doUpdateSet((eb) => ({ amount_minor: eb.ref('excluded.amount_minor') })),
      )
      .execute();
  for (const table of ['target_cell', 'target_segment'] as const)
    await work.db
      .deleteFrom(table)
      .where('org_id', '=', org_id)
      .where('target_id', '=', target_id)
      .where('amount_minor', '=', 0)
      .$if(table === 'target_cell', (query) =>
        query.where((eb) => eb.or([eb('core_minor' as never, 'is', null), eb('core_minor' as never, '=', 0 as never)])),
      )
      .execute();
}

const keyOf = ({ person, line, month }: PlanParts['leaves'][number]): string => `${person}\n${line}\n${month}`;

function differing(now: PlanParts, before: PlanParts): PlanParts {
  const known = new Map(before.leaves.map((leaf) => [keyOf(leaf), leaf.amount]));
  const knownSegments = new Map(before.segmentMonths.map((cell) => [`${cell.segment}\n${cell.month}`, cell.amount]));
  return {
    frame: now.frame,
    leaves: now.leaves.filter((leaf) => known.get(keyOf(leaf)) !== leaf.amount),
    segmentMonths: now.segmentMonths.filter(
      (cell) => knownSegments.get(`${cell.segment}\n${cell.month}`) !== cell.amount,
    ),
  };
}

import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { axisSums, leafPlace, MONTHS_IN_YEAR, type Plan, plannedTotal } from '@milepost/core/targets/plan';
import type { TargetTable } from '../../../db/tables/targets.ts';

import { targets } from '../../targets/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';

/** Quotas of one fiscal year: person → twelve months, undefined where nothing was said. */
type Year = Map<string, (number | undefined)[]>;

/**
 * Quotas as given, one unpublished target a fiscal year: each person's row is that person's own quota, a manager's too.
 * Every file is a target of its own, so two that disagree are not mixed.
 */
export async function writeTargets(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const years = await readYears(run, rows);
  for (const [year, quotas] of [...years].sort(([a], [b]) => a - b)) await saveYear(run, year, quotas);
}

async function readYears(run: ImportRun, rows: readonly ReadRecord[]): Promise<Map<number, Year>> {
  const { organisation } = run.work.actor;
  const calendar = fiscalOf(organisation);
  const years = new Map<number, Year>();
  for (const row of rows) {
    const owner = await run.owner(row);
    const amount = run.minor(row, 'amount');
    const month = run.text(row, 'month');
    if (run.isRejected(row) || owner.id === null || month === null || amount == null) continue;
    if (amount < 0) {
      run.reject(row, 'amount', run.text(row, 'amount') ?? '', 'not-positive');
      continue;
    }
    const { year } = fiscalYearOf(toDay(`${month}-01`), calendar);
    const place = monthsOf(organisation, year).findIndex(({ from }) => from.startsWith(month));
    const quotas: Year = years.get(year) ?? new Map();
    years.set(year, quotas);
    const quota = quotas.get(owner.id) ?? Array.from({ length: MONTHS_IN_YEAR }, () => undefined);
    quotas.set(owner.id, quota);
    if (quota[place] === undefined) quota[place] = amount;
    else run.reject(row, 'month', month, 'duplicate-in-file');
  }
  return years;
}

const isTaken = async (run: ImportRun, name: string, year: number): Promise<TargetTable | undefined> => {
  for await (const row of targets.each(run.work.db, run.work.actor, {
    filter: [{ field: 'fiscalYear', op: 'is', value: year }],
  }))
    if (row.basis === 'imported' && row.name === name && row.status === 'draft') return row;
  return undefined;
};

async function saveYear(run: ImportRun, year: number, quotas: Year): Promise<void> {
  const { work } = run;
  const { organisation } = work.actor;
  const startsOn = monthsOf(organisation, year)[0]?.from ?? '';
  const { label } = fiscalYearOf(toDay(startsOn), fiscalOf(organisation));
  const name = `${run.fileName.replace(/\.[^.]+$/, '')} ${label}`;
  const before = await isTaken(run, name, year);
  if (!before) {
    const plan = planOfQuotas(quotas);
    const { row } = await targets.create(
      work,
      {
        id: work.newId(),
        name,
        measure: 'revenue',
        fiscal_year: year,
        starts_on: startsOn,
        currency: organisation.currency,
        status: 'draft',
        total_minor: plan.total,
        shape: targets.frameOf(plan),
        basis: 'imported',
        published_at: null,
        reason: null,
        supersedes_id: null,
        stretch: null,
        made_from: null,
        effective_on: null,
      },
      plan,
    );
    run.created('target', row.id);
    return;
  }
  const cells = await targets.cells(work.db, work.actor.orgId, before.id);
  const standing: Year = new Map();
  for (const cell of cells) {
    const quota = standing.get(cell.person_id) ?? Array.from({ length: MONTHS_IN_YEAR }, () => undefined);
    quota[cell.month - 1] = cell.amount_minor;
    standing.set(cell.person_id, quota);
  }
  const merged: Year = new Map(standing);
  for (const [person, quota] of quotas)
    merged.set(
      person,
      quota.map((amount, month) => amount ?? standing.get(person)?.[month]),
    );
  const plan = planOfQuotas(merged);
  const differs =
    targets.frameOf(plan) !== before.shape ||
    [...merged].some(([person, quota]) =>
      quota.some((amount, m) => (amount ?? 0) !== (standing.get(person)?.[m] ?? 0)),
    );
  if (!differs) {
    run.counts.unchanged += 1;
    return;
  }
  const after = await targets.replace(
    work,
    { id: before.id, seen: before.version, before: planOfQuotas(standing), plan },
    { action: 'updated', beside: { quotas: [...quotas.keys()] } },
  );
  run.updated('target', before.id, {
    version: after.version,
    before: { total_minor: before.total_minor, shape: before.shape, quotas: [...standing] },
  });
}

/** A plan whose leaves are the quotas as given, without product lines. */
export function planOfQuotas(quotas: ReadonlyMap<string, readonly (number | null | undefined)[]>): Plan {
  const persons = [...quotas.keys()].sort();
  const cells = {
    persons,
    lines: [''],
    segments: [],
    leaves: new Float64Array(persons.length * MONTHS_IN_YEAR),
    segmentMonths: new Float64Array(),
  };
  persons.forEach((person, p) => {
    for (let month = 0; month < MONTHS_IN_YEAR; month += 1)
      cells.leaves[leafPlace(cells, p, 0, month)] = quotas.get(person)?.[month] ?? 0;
  });
  const sums = axisSums(cells);
  return {
    ...cells,
    total: plannedTotal(cells),
    stated: [],
    locks: [],
    shape: { ...sums, personMonths: null, personLines: null, lineMonths: null },
    agreed: sums,
  };
}

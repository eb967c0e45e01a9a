import { monthsOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { CommitmentWhyQuery } from '@milepost/contract/quotas';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { planningOf } from '@milepost/core/targets/measures';
import { leafPlace } from '@milepost/core/targets/plan';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { commitments } from './commitments-store.ts';
import { demandShared, targets } from './store.ts';
import { seesWhole } from './whole-sight-store.ts';

/**
 * How a figure of the commitments comes about, down to the cells of the plan and what was committed.
 * @throws Failure `not-found` for a row out of sight, or a figure of which nothing is known
 */
export async function explainCommitment(
  db: Db,
  actor: Actor,
  row: TargetTable,
  now: string,
  { figure, kind, id, month }: CommitmentWhyQuery,
): Promise<ExplainedView> {
  const measure = demandShared(row);
  const { unit } = planningOf[measure];
  const plan = await targets.plan(db, row);
  const teamOf = new Map((await people.teamsOf(db, actor.orgId)).map((person) => [person.id, person.team_id]));
  const persons = plan.persons.filter(
    (person) =>
      (seesWhole(actor, row) || reaches(actor, person)) &&
      (kind === 'all' || (kind === 'team' ? teamOf.get(person) : person) === id),
  );
  if (persons.length === 0) throw new Failure('not-found');
  const names = await namesOf(db, actor, { person: persons });
  const starts = monthsOf(actor.organisation, row.fiscal_year).map(({ from }) => from.slice(0, 7));
  const labelOf = (person: string, line: string, at: number) =>
    [nameOf(names.person, person)?.name, line, starts[at]].filter(Boolean).join(' · ');
  const isMeant = (at: number) => month === undefined || at === month;
  const said = (await commitments.cells(db, actor.orgId, { measure, fiscalYear: row.fiscal_year }, persons)).filter(
    (cell) => isMeant(cell.month - 1),
  );
  const saidKeys = new Set(said.map((cell) => `${cell.person_id}\n${cell.month - 1}`));
  const planned = (isCounted: (person: string, at: number) => boolean): Why => {
    const cells = persons.flatMap((person): Leaf[] => {
      const p = plan.persons.indexOf(person);
      return plan.lines.flatMap((line, l) =>
        starts.flatMap((_, at): Leaf[] => {
          if (!isMeant(at) || !isCounted(person, at)) return [];
          const value = plan.leaves[leafPlace(plan, p, l, at)] as number;
          return [
            stored('target-cell', `${row.id}:${person}:${line}:${at + 1}`, value, unit, labelOf(person, line, at)),
          ];
        }),
      );
    });
    return derive('sum', { rule: 'targets.cells', unit }, cells);
  };
  const committed = (): Why => {
    if (said.length === 0) throw new Failure('not-found');
    const cells = said.map(({ person_id, line, month: at, amount_minor }) =>
      stored(
        'commitment',
        `${row.fiscal_year}:${person_id}:${line}:${at}`,
        amount_minor,
        unit,
        labelOf(person_id, line, at - 1),
      ),
    );
    return derive('sum', { rule: 'targets.committed', unit }, cells);
  };
  const whys: Record<CommitmentWhyQuery['figure'], () => Why> = {
    planned: () => planned(() => true),
    committed,
    difference: () =>
      derive('difference', { rule: 'targets.commitment-difference', unit }, [
        committed(),
        planned((person, at) => saidKeys.has(`${person}\n${at}`)),
      ]),
  };
  return { why: whys[figure](), asOf: now };
}

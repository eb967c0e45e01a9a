import { monthsOf } from '@milepost/contract/calendar';
import type { CommitmentRow, CommitmentsView } from '@milepost/contract/quotas';
import { type Commitment, rollUpCommitments } from '@milepost/core/targets/commitments';
import { planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { people } from '../people/store.ts';
import { commitments } from './commitments-store.ts';
import { demandShared, targets } from './store.ts';
import { seesWhole } from './whole-sight-store.ts';

/** Plan and commitment of everybody in sight, under their teams, all summed here. */
export async function commitmentsView(db: Db, actor: Actor, row: TargetTable): Promise<CommitmentsView> {
  const measure = demandShared(row);
  const ofYear = { measure, fiscalYear: row.fiscal_year };
  const plan = await targets.plan(db, row);
  const persons = plan.persons.filter((id) => seesWhole(actor, row) || reaches(actor, id));
  const [headers, cells, names, teamRows] = await Promise.all([
    commitments.of(db, actor.orgId, ofYear, persons),
    commitments.cells(db, actor.orgId, ofYear, persons),
    namesOf(db, actor, { person: persons }),
    people.teamsOf(db, actor.orgId),
  ]);
  const said = cells.map(
    (cell): Commitment => ({
      person: cell.person_id,
      line: cell.line === '' ? null : cell.line,
      month: cell.month - 1,
      value: cell.amount_minor,
    }),
  );
  const versions = new Map(headers.map(({ person_id, version }) => [person_id, version]));
  const teamOf = new Map(teamRows.map((person) => [person.id, person.team_id]));
  const teams = [...Map.groupBy(persons, (id) => teamOf.get(id) ?? null)];
  const teamNames = await namesOf(db, actor, { team: teams.map(([id]) => id) });
  const rowOf = (head: Pick<CommitmentRow, 'id' | 'kind' | 'name' | 'version'>, who: readonly string[]) => {
    const { months, year } = rollUpCommitments(plan, said, who);
    return { ...head, months: [...months], year };
  };
  const byName = (a: CommitmentRow, b: CommitmentRow) => (a.name < b.name ? -1 : 1);
  const groups = teams.map(([team, members]) => ({
    team: rowOf({ id: team, kind: 'team', name: nameOf(teamNames.team, team)?.name ?? '', version: null }, members),
    people: members
      .map((id) =>
        rowOf({ id, kind: 'person', name: nameOf(names.person, id)?.name ?? '', version: versions.get(id) ?? 0 }, [id]),
      )
      .sort(byName),
  }));
  const { personId } = actor;
  const isOwn = personId !== null && plan.persons.includes(personId);
  return {
    unit: planningOf[measure].unit,
    currency: row.currency,
    monthStarts: monthsOf(actor.organisation, row.fiscal_year).map(({ from }) => from),
    lines: plan.lines.filter((line) => line !== ''),
    rows: [
      rowOf({ id: null, kind: 'all', name: '', version: null }, persons),
      ...groups
        .sort((a, b) => byName(a.team, b.team))
        .flatMap(({ team, people: members }) => (team.id === null ? members : [team, ...members])),
    ],
    own: isOwn
      ? {
          personId,
          version: versions.get(personId) ?? 0,
          cells: said
            .filter(({ person }) => person === personId)
            .map(({ line, month, value }) => ({ line, month, amountMinor: value })),
        }
      : null,
  };
}

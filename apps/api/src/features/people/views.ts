import type { PersonView, TeamView } from '@milepost/contract/people';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { fromJson, isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { PersonTable, TeamTable } from '../../db/tables/people.ts';
import { noTerms, tree } from './store.ts';

/** Who works here is known to everybody; on what terms, to themselves and those above. */
const termsOf = (row: PersonTable) => ({
  fte: row.fte_bp === null ? null : row.fte_bp / 10_000,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  ramp: row.ramp === null ? [] : fromJson<number[]>(row.ramp),
  sellingHours: row.selling_minutes === null ? null : row.selling_minutes / 60,
});

export async function personViews(db: Db, actor: Actor, rows: readonly PersonTable[]): Promise<PersonView[]> {
  const names = await namesOf(db, actor, {
    team: rows.map((row) => row.team_id),
    department: rows.map((row) => row.department_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    email: row.email,
    role: row.role,
    title: row.title,
    office: row.office,
    externalId: row.external_id,
    teamId: row.team_id,
    team: nameOf(names.team, row.team_id),
    departmentId: row.department_id,
    department: nameOf(names.department, row.department_id),
    ...termsOf(reaches(actor, row.id) ? row : { ...row, ...noTerms }),
    isActive: isSet(row.is_active),
    canSignIn: row.user_id !== null,
  }));
}

export async function teamViews(db: Db, actor: Actor, rows: readonly TeamTable[]): Promise<TeamView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.manager_id),
    team: rows.map((row) => row.parent_id),
  });
  const { persons } = await tree.of(db, actor.orgId);
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    parentId: row.parent_id,
    parent: nameOf(names.team, row.parent_id),
    manager: nameOf(names.person, row.manager_id),
    memberCount: persons.filter((person) => person.teamId === row.id).length,
  }));
}

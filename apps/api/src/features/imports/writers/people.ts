import { foldName } from '@milepost/core/identity/fold-name';
import type { RecordRow } from '../../../db/record-store.ts';
import type { PersonTable } from '../../../db/tables/people.ts';
import { noTerms, people, teams } from '../../people/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { OwnRecords } from '../own-records.ts';
import { saying } from '../record-writer.ts';
import { enterRecords } from '../store.ts';
import { personName } from './person-fields.ts';
import { termSaid } from './person-term.ts';

type Person = RecordRow<'person'>;
type Planned = { row: ReadRecord | null; person: Person; known: PersonTable | null; manager: string | null };

const blank = {
  user_id: null,
  email: null,
  email_key: null,
  role: 'rep',
  title: null,
  office: null,
  external_id: null,
  team_id: null,
  is_active: 1,
  ...noTerms,
} as const;

/**
 * Who sells. Each manager that rows name leads a team, made where they have none; people of earlier imports keep their ids.
 * Further numbers of a person are kept as aliases, so that other files may name them by any.
 */
export async function writePeople(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const own = await knownPeople(run);
  const planned = rows.flatMap((row) => planPerson(run, row, own) ?? []);
  const managers = planManagers(run, planned, own);
  const teamOf = await planTeams(run, planned, managers);
  for (const { person, manager } of planned) {
    const managerId = manager === null ? undefined : managers.get(manager)?.person.id;
    const teamId = managerId === undefined ? undefined : teamOf.get(managerId);
    if (teamId !== undefined && managerId !== person.id) person.team_id = teamId;
  }
  await save(run, [...planned, ...[...managers.values()].filter(({ row }) => row === null)]);
}

/** Everybody, those taken away as well: an address belongs to one person for good. */
async function knownPeople(run: ImportRun): Promise<OwnRecords<Person>> {
  const known: Person[] = [];
  for (const archived of ['0', '1'] as const)
    for await (const row of people.each(run.work.db, run.work.actor, { archived })) known.push(row);
  return new OwnRecords(known);
}

const key = (email: string | null): string | null => email?.toLowerCase() ?? null;

function planPerson(run: ImportRun, row: ReadRecord, own: OwnRecords<Person>): Planned | null {
  const name = personName(run, row);
  const [externalId = null, ...further] = run.texts(row, 'externalId');
  const email = run.text(row, 'email');
  const match = own.find({ externalId, email, name });
  const shown = externalId ?? email ?? name ?? '';
  const field = externalId !== null ? 'externalId' : email !== null ? 'email' : 'name';
  if (match.status === 'ambiguous') run.reject(row, field, shown, 'ambiguous');
  else if (match.status === 'none' && name === null) run.reject(row, 'name', '', 'missing');
  else if (match.status === 'one' && own.isTouched(match.row)) run.reject(row, field, shown, 'duplicate-in-file');
  if (match.status === 'ambiguous' || run.isRejected(row)) return null;
  const known = match.status === 'one' ? match.row : null;
  const said = saying({
    name,
    name_key: name === null ? null : foldName(name),
    email,
    email_key: key(email),
    role: roleSaid(run, row, known),
    title: run.text(row, 'title'),
    office: run.text(row, 'office'),
    external_id: externalId,
    ...termSaid(run, row, known),
  });
  if (run.isRejected(row)) return null;
  const base = known ?? ({ ...blank, id: run.work.newId() } as Person);
  const person = {
    ...base,
    ...said,
    archived_at: null,
    is_active: known && !known.archived_at ? known.is_active : 1,
  } as Person;
  if (!known) own.add(person);
  own.touch(known ?? person, null);
  for (const number of further) run.confirm('person', number, person.id);
  return { row, person, known, manager: run.text(row, 'manager') };
}

/** Administrators stay what they are: a file does not lock anybody out. */
function roleSaid(run: ImportRun, row: ReadRecord, known: Person | null): string | null {
  const role = run.text(row, 'role');
  if (role === null || known?.role !== 'admin' || role === 'admin') return role;
  run.note('admin-kept', 'role', row.line);
  return null;
}

/** The people that rows name as managers: of this file, known, or new. */
function planManagers(run: ImportRun, planned: readonly Planned[], own: OwnRecords<Person>): Map<string, Planned> {
  const managers = new Map<string, Planned>();
  for (const { row, manager } of planned) {
    if (manager === null || row === null || managers.has(manager)) continue;
    const inFile = planned.find(({ person }) => person.name === manager || person.external_id === manager);
    const found = inFile ? null : own.find({ name: manager });
    if (found?.status === 'ambiguous') {
      run.note('ambiguous-manager', 'manager', row.line, manager);
      continue;
    }
    const known = found?.status === 'one' ? found.row : null;
    const offices = new Set(planned.filter((one) => one.manager === manager).map(({ person }) => person.office));
    const made: Planned = inFile ?? {
      row: null,
      known,
      manager: null,
      person: known
        ? { ...known, archived_at: null, is_active: 1 }
        : ({
            ...blank,
            id: run.work.newId(),
            name: manager,
            name_key: foldName(manager),
            office: offices.size === 1 ? ([...offices][0] ?? null) : null,
            archived_at: null,
          } as Person),
    };
    if (made.person.role === 'rep') made.person.role = 'manager';
    managers.set(manager, made);
    if (!inFile && !known) run.note('manager-created', 'manager', row.line, manager);
  }
  return managers;
}

/** The team that each manager leads; a manager below another manager leads a team below theirs. */
async function planTeams(
  run: ImportRun,
  planned: readonly Planned[],
  managers: ReadonlyMap<string, Planned>,
): Promise<Map<string, string>> {
  const { work } = run;
  const teamOf = new Map<string, string>();
  const names = new Set<string>();
  for await (const team of teams.each(work.db, work.actor, {})) {
    names.add(team.name_key);
    if (team.manager_id !== null && !teamOf.has(team.manager_id)) teamOf.set(team.manager_id, team.id);
  }
  const toMake = [...managers.values()].filter(({ person }) => !teamOf.has(person.id));
  for (const { person } of toMake) teamOf.set(person.id, work.newId());
  const said = new Map(planned.map(({ row, person, manager }) => [person.id, { row, manager }]));
  const rows = toMake.map(({ person }) => {
    const above = said.get(person.id)?.manager ?? null;
    const parent = above === null ? undefined : managers.get(above)?.person.id;
    const named = planned.find(({ manager }) => manager !== null && managers.get(manager)?.person.id === person.id);
    const team = named?.row ? run.text(named.row, 'team') : null;
    const name = team !== null && !names.has(foldName(team)) ? team : person.name;
    names.add(foldName(name));
    return {
      id: teamOf.get(person.id) as string,
      name,
      name_key: foldName(name),
      parent_id: parent === undefined || parent === person.id ? null : (teamOf.get(parent) ?? null),
      manager_id: person.id,
    };
  });
  await enterRecords(work, teams, rows);
  for (const { id, name } of rows) {
    run.created('team', id, false);
    run.note('team-created', 'manager', null, name);
  }
  return teamOf;
}

async function save(run: ImportRun, planned: readonly Planned[]): Promise<void> {
  const { work } = run;
  const fresh = planned.filter(({ known }) => known === null);
  await enterRecords(
    work,
    people,
    fresh.map(({ person }) => person as unknown as Record<string, unknown>),
  );
  for (const { person, row } of fresh) run.created('person', person.id, row !== null);
  for (const { person, known, row } of planned) {
    if (known === null) continue;
    const columns = (Object.keys(person) as (keyof Person)[]).filter((column) => person[column] !== known[column]);
    if (columns.length === 0) {
      if (row !== null) run.counts.unchanged += 1;
      continue;
    }
    const pick = (from: PersonTable) => Object.fromEntries(columns.map((column) => [column, from[column]]));
    const after = await people.update(work, person.id, known.version, pick(person) as Partial<Person>);
    run.updated('person', person.id, { version: after.version, before: pick(known) }, row !== null);
  }
}

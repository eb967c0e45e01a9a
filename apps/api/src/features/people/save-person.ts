import type { NewPerson, PersonPatch } from '@milepost/contract/people';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { flag, isSet, toJson } from '../../db/columns.ts';
import type { PersonTable } from '../../db/tables/people.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { demandNothingLeft } from '../hand-over/leaver-store.ts';
import { departments } from '../issues/store.ts';
import { noTerms, people, signIns, teams } from './store.ts';

const columnsOf = (patch: PersonPatch): Partial<PersonTable> => {
  const { externalId, teamId, departmentId, isActive, fte, startsOn, endsOn, ramp, sellingHours, ...same } = patch;
  return {
    ...same,
    ...(patch.name === undefined ? {} : { name_key: foldName(patch.name) }),
    ...(patch.email === undefined ? {} : { email_key: patch.email?.toLowerCase() ?? null }),
    ...(externalId === undefined ? {} : { external_id: externalId }),
    ...(teamId === undefined ? {} : { team_id: teamId }),
    ...(departmentId === undefined ? {} : { department_id: departmentId }),
    ...(isActive === undefined ? {} : { is_active: flag(isActive) }),
    ...(fte === undefined ? {} : { fte_bp: fte === null ? null : Math.round(fte * 10_000) }),
    ...(startsOn === undefined ? {} : { starts_on: startsOn }),
    ...(endsOn === undefined ? {} : { ends_on: endsOn }),
    ...(ramp === undefined ? {} : { ramp: ramp.length === 0 ? null : toJson(ramp) }),
    ...(sellingHours === undefined
      ? {}
      : { selling_minutes: sellingHours === null ? null : Math.round(sellingHours * 60) }),
  };
};

const checkTeam = async (work: Work, teamId: string | null | undefined) => {
  if (teamId && !(await teams.find(work.db, work.actor, teamId)))
    throw new Failure('reference-unknown', fieldIssue('/teamId', 'unknown', 'no such team'));
};

const checkDepartment = async (work: Work, departmentId: string | null | undefined) => {
  if (departmentId && !(await departments.find(work.db, work.actor, departmentId)))
    throw new Failure('reference-unknown', fieldIssue('/departmentId', 'unknown', 'no such department'));
};

/** Two people of an organisation never share an address, in whatever case it is written. */
const checkEmail = async (work: Work, id: string, email: string | null | undefined) => {
  if (email && (await people.isTaken(work, email, id)))
    throw new Failure('email-taken', fieldIssue('/email', 'taken', email));
};

/** A term ends on its first day at the earliest. */
const checkTerm = ({ starts_on, ends_on }: Partial<PersonTable>) => {
  if (starts_on && ends_on && ends_on < starts_on)
    throw new Failure('invalid-input', fieldIssue('/endsOn', 'ends-before-start', ends_on));
};

/** Creates a person inside a transaction that is under way: set-up, import and the operator do it too. */
export async function createPersonIn(work: Work, input: NewPerson): Promise<{ row: PersonTable; isNew: boolean }> {
  await checkTeam(work, input.teamId);
  await checkDepartment(work, input.departmentId);
  const { id, ...rest } = input;
  if (!(await people.find(work.db, work.actor, id))) await checkEmail(work, id, input.email);
  const empty = {
    user_id: null,
    email: null,
    email_key: null,
    title: null,
    office: null,
    external_id: null,
    team_id: null,
    department_id: null,
    is_active: 1 as const,
    ...noTerms,
  };
  checkTerm(columnsOf(rest));
  try {
    return await people.create(work, { ...empty, ...columnsOf(rest), id } as Parameters<typeof people.create>[1]);
  } catch (error) {
    // Two at once with one address: the database lets only the first through.
    if (work.dialect.isDuplicate(error))
      throw new Failure('email-taken', fieldIssue('/email', 'taken', input.email ?? ''));
    throw error;
  }
}

export const createPerson = (deps: Deps, actor: Actor, input: NewPerson) =>
  deps.transact(actor, (work) => createPersonIn(work, input));

/**
 * Changes a person. Somebody who leaves loses every session at once, and has nothing in their name; the last administrator stays one.
 * @throws Failure `last-admin`, `email-taken`, `still-owns`
 */
export const changePerson = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: PersonPatch,
): Promise<PersonTable> =>
  deps.transact(actor, async (work) => {
    await checkTeam(work, patch.teamId);
    await checkDepartment(work, patch.departmentId);
    await checkEmail(work, id, patch.email);
    const before = await people.get(work.db, actor, id);
    checkTerm({ ...before, ...columnsOf(patch) });
    const stopsBeingAdmin =
      before.role === 'admin' && ((patch.role !== undefined && patch.role !== 'admin') || patch.isActive === false);
    if (stopsBeingAdmin && (await people.countAdmins(work)) <= 1) throw new Failure('last-admin');
    if (patch.isActive === false && isSet(before.is_active))
      await demandNothingLeft(work, id, deps.clock.today(actor.organisation.timeZone));
    const row = await people.update(work, id, seen, columnsOf(patch));
    if (patch.isActive === false && row.user_id) await signIns.endSessions(work, row.user_id);
    return row;
  });

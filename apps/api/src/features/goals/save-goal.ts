import type { GoalKind, GoalPatch, NewGoal } from '@milepost/contract/goals';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { GoalTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { certificates } from '../certificates/store.ts';
import { people } from '../people/store.ts';
import { skills } from '../skills/store.ts';
import { blankGoal, goalColumns, goals } from './store.ts';

const refuse = (path: string, code: string, message: string): never => {
  throw new Failure('invalid-input', fieldIssue(path, code, message));
};

const missing = (path: string, message: string) => new Failure('invalid-input', fieldIssue(path, 'missing', message));

/** How much a goal of a kind may ask for. */
const mostWanted: Readonly<Record<Exclude<GoalKind, 'certificate'>, number>> = {
  ...{ level: 5, projects: 100, cycle: 0.99, discount: 0.99 },
};
const isCounted = (kind: GoalKind): boolean => kind === 'level' || kind === 'projects';

/** A goal says what it is measured by: how much, and from when on; one that compares also what with. @throws Failure `invalid-input` */
function demandWhole(row: GoalTable): void {
  const { kind, wanted, from_on, base_from_on, due_on } = row;
  if (kind === 'certificate') return;
  if (wanted === null) throw missing('/wanted', 'how much');
  if (wanted > mostWanted[kind] || (isCounted(kind) && !Number.isInteger(wanted)))
    refuse('/wanted', 'out-of-range', String(wanted));
  if (kind === 'level') return;
  if (from_on === null) throw missing('/fromOn', 'from when on');
  if (due_on < from_on) refuse('/dueOn', 'ends-before-start', due_on);
  if (kind === 'projects') return;
  if (base_from_on === null) throw missing('/baseFromOn', 'with what it is compared');
  if (base_from_on >= from_on) refuse('/baseFromOn', 'not-before', base_from_on);
}

/** One of a kind at a time; of certificates and skills one each. @throws Failure `invalid-input` */
async function demandOnce(work: Work, { id, person_id, kind, certificate_id, skill_id }: GoalTable): Promise<void> {
  const path = kind === 'certificate' ? '/certificateId' : kind === 'level' ? '/skillId' : '/kind';
  const known = await goals.of(work.db, work.actor.orgId, person_id);
  const isThere = known.some(
    (row) => row.id !== id && row.kind === kind && row.certificate_id === certificate_id && row.skill_id === skill_id,
  );
  if (isThere) refuse(path, 'twice', 'there is this goal already');
}

/** Sets a goal for oneself or one of one's people. @throws Failure `not-found`, `invalid-input` */
export const createGoal = (
  deps: Deps,
  actor: Actor,
  { id, personId, kind, certificateId, skillId, ...said }: NewGoal,
) =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    if (kind === 'certificate' && !(certificateId && (await certificates.find(work.db, actor, certificateId))))
      refuse('/certificateId', 'unknown', 'no such certificate');
    if (kind === 'level' && !(skillId && (await skills.find(work.db, actor, skillId))))
      refuse('/skillId', 'unknown', 'no such skill');
    const row = {
      ...{ ...blankGoal, ...goalColumns(said), id, person_id: personId, kind },
      certificate_id: kind === 'certificate' ? (certificateId ?? null) : null,
      skill_id: kind === 'level' ? (skillId ?? null) : null,
    } as GoalTable;
    demandWhole(row);
    await demandOnce(work, row);
    return goals.create(work, row);
  });

/** @throws Failure `invalid-input` for what could not be measured */
export const changeGoal = (deps: Deps, actor: Actor, id: string, seen: number, patch: GoalPatch): Promise<GoalTable> =>
  deps.transact(actor, async (work) => {
    const columns = goalColumns(patch);
    demandWhole({ ...(await goals.get(work.db, actor, id)), ...columns });
    return goals.update(work, id, seen, columns);
  });

import type { AssessmentPatch, NewAssessment } from '@milepost/contract/skills';
import type { Actor } from '../../auth/actor.ts';
import type { AssessmentTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { mayAssessAs } from './may-assess-store.ts';
import { assessments, skills } from './store.ts';

type Days = Pick<AssessmentTable, 'on_day' | 'valid_until'>;

/** Nobody sees a level tomorrow, and a proof does not end before it began. */
function demandDays({ on_day, valid_until }: Days, today: string): void {
  if (on_day > today) throw new Failure('invalid-input', fieldIssue('/onDay', 'in-future', on_day));
  if (valid_until !== null && valid_until < on_day)
    throw new Failure('invalid-input', fieldIssue('/validUntil', 'ends-before-start', valid_until));
}

/** Writes down the level that one sees in oneself, in one of one's people or in one's mentee. @throws Failure `not-found`, `invalid-input` */
export const createAssessment = (deps: Deps, actor: Actor, input: NewAssessment) =>
  deps.transact(actor, async (work) => {
    const kind = await mayAssessAs(work.db, actor, input.personId);
    if (kind === null || actor.personId === null) throw new Failure('not-found');
    if (!(await skills.find(work.db, actor, input.skillId)))
      throw new Failure('invalid-input', fieldIssue('/skillId', 'unknown', 'no such skill'));
    const today = deps.clock.today(actor.organisation.timeZone);
    const days = { on_day: input.onDay ?? today, valid_until: input.validUntil ?? null };
    demandDays(days, today);
    return assessments.create(work, {
      ...{ id: input.id, person_id: input.personId, skill_id: input.skillId, assessor_id: actor.personId },
      ...{ kind, level: input.level, note: input.note ?? null, ...days },
    });
  });

/** Who made it corrects it or takes it back; everybody else makes one of their own. @throws Failure `not-allowed` */
async function demandOwn(work: Work, id: string): Promise<AssessmentTable> {
  const row = await assessments.get(work.db, work.actor, id);
  if (row.assessor_id !== work.actor.personId) throw new Failure('not-allowed');
  return row;
}

export const changeAssessment = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { level, note, onDay, validUntil }: AssessmentPatch,
): Promise<AssessmentTable> =>
  deps.transact(actor, async (work) => {
    const columns = {
      ...(level === undefined ? {} : { level }),
      ...(note === undefined ? {} : { note }),
      ...(onDay === undefined ? {} : { on_day: onDay }),
      ...(validUntil === undefined ? {} : { valid_until: validUntil }),
    };
    demandDays({ ...(await demandOwn(work, id)), ...columns }, deps.clock.today(actor.organisation.timeZone));
    return assessments.update(work, id, seen, columns);
  });

export const archiveAssessment = (deps: Deps, actor: Actor, id: string, seen: number): Promise<AssessmentTable> =>
  deps.transact(actor, async (work) => {
    await demandOwn(work, id);
    return assessments.archive(work, id, seen);
  });

export const restoreAssessment = (deps: Deps, actor: Actor, id: string, seen: number): Promise<AssessmentTable> =>
  deps.transact(actor, async (work) => {
    await demandOwn(work, id);
    return assessments.restore(work, id, seen);
  });

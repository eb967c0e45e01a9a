import type { CaseStudyPatch, NewCaseStudy } from '@milepost/contract/training';
import type { Actor } from '../../auth/actor.ts';
import type { CaseStudyTable } from '../../db/tables/training.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { skills } from '../skills/store.ts';
import { blankCaseStudy, caseColumns, caseStudies, caseTextKey } from './store.ts';

/** Whoever wrote a case changes it, and those who lead people. */
export const mayEdit = (actor: Actor, { person_id }: Pick<CaseStudyTable, 'person_id'>): boolean =>
  actor.role !== 'rep' || (person_id !== null && person_id === actor.personId);

async function demandSkill(work: Work, { skillId }: CaseStudyPatch): Promise<void> {
  if (skillId && !(await skills.find(work.db, work.actor, skillId)))
    throw new Failure('invalid-input', fieldIssue('/skillId', 'unknown', 'no such skill'));
}

async function demandMayEdit(work: Work, id: string): Promise<CaseStudyTable> {
  const row = await caseStudies.get(work.db, work.actor, id);
  if (!mayEdit(work.actor, row)) throw new Failure('not-allowed');
  return row;
}

/** Shares a case that others can learn from. @throws Failure `invalid-input` */
export const createCaseStudy = (deps: Deps, actor: Actor, { id, ...input }: NewCaseStudy) =>
  deps.transact(actor, async (work) => {
    await demandSkill(work, input);
    const values = { ...blankCaseStudy, ...caseColumns(input), person_id: actor.personId, id } as CaseStudyTable;
    return caseStudies.create(work, { ...values, text_key: caseTextKey(values) } as Parameters<
      typeof caseStudies.create
    >[1]);
  });

export const changeCaseStudy = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: CaseStudyPatch,
): Promise<CaseStudyTable> =>
  deps.transact(actor, async (work) => {
    await demandSkill(work, patch);
    const columns = caseColumns(patch);
    const text_key = caseTextKey({ ...(await demandMayEdit(work, id)), ...columns });
    return caseStudies.update(work, id, seen, { ...columns, text_key });
  });

/** Takes a case out of the library, or puts it back. */
export const setCaseStudyAside = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<CaseStudyTable> =>
  deps.transact(actor, async (work) => {
    await demandMayEdit(work, id);
    return isAside ? caseStudies.archive(work, id, seen) : caseStudies.restore(work, id, seen);
  });

import type { Locale } from '@milepost/contract/organisation';
import type { ExampleSetTaken } from '@milepost/contract/training';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { CaseStudyTable, CourseTable, QuizTable } from '../../db/tables/training.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { certificates } from '../certificates/store.ts';
import { skills } from '../skills/store.ts';
import { type ExampleCourse, type ExampleWords, exampleCourses, exampleWords } from './starter/example-set.ts';
import {
  blankCaseStudy,
  blankCourse,
  caseColumns,
  caseStudies,
  caseTextKey,
  courseColumns,
  courses,
  quizColumns,
  quizzes,
} from './store.ts';

/** By which an example, and a skill of the starter set, is known again. */
const numberOf = (key: string) => `starter:${key}`;

type Words = ExampleWords['courses'][ExampleCourse];

async function addQuiz(work: Work, courseId: string, words: Words, key: ExampleCourse): Promise<void> {
  const questions = words.questions.map(({ text, options, right, explanation }) => {
    const known = options.map((option) => ({ id: work.newId(), text: option }));
    return {
      ...{ id: work.newId(), text, options: known, explanation },
      rightIds: right.flatMap((at) => known[at]?.id ?? []),
    };
  });
  const columns = quizColumns({ ...exampleCourses[key].quiz, questions });
  await quizzes.create(work, { ...columns, owner_id: null, id: courseId } as QuizTable);
}

/** Brings in the examples that are not there yet, as `work` of another deed. Skills they name are those of the starter set, where it was taken. */
export async function bringExamples(work: Work, locale: Locale): Promise<ExampleSetTaken> {
  const { db } = work;
  const { orgId } = work.actor;
  const [known, cases, allSkills, kinds] = [
    new Map((await courses.all(db, orgId)).map((row) => [row.external_id, row.id])),
    new Set((await caseStudies.all(db, orgId)).map((row) => row.external_id)),
    new Map((await skills.all(db, orgId)).map((row) => [row.external_id, row.id])),
    new Map((await certificates.all(db, orgId)).map((row) => [row.name_key, row.id])),
  ];
  const taken = { courses: 0, caseStudies: 0 };
  const idOf = new Map<string, string>();
  for (const [key, words] of Object.entries(exampleWords[locale].courses) as [ExampleCourse, Words][]) {
    const id = known.get(numberOf(key)) ?? work.newId();
    idOf.set(key, id);
    if (known.has(numberOf(key))) continue;
    const { hours, after, raises } = exampleCourses[key];
    const sections = words.sections.map((section) => ({
      id: work.newId(),
      kind: 'text' as const,
      link: null,
      ...section,
    }));
    const certificate = 'certificate' in words ? kinds.get(foldName(String(words.certificate))) : undefined;
    const columns = courseColumns({
      ...{ name: words.name, about: words.about, hours, sections },
      afterIds: after.map((some) => some.flatMap((one) => idOf.get(one) ?? [])).filter((some) => some.length > 0),
      raises: raises.flatMap(([skill, level]) => {
        const skillId = allSkills.get(numberOf(skill));
        return skillId === undefined ? [] : [{ skillId, level }];
      }),
      certificateId: certificate ?? null,
    });
    await courses.create(work, { ...blankCourse, ...columns, external_id: numberOf(key), id } as CourseTable);
    await addQuiz(work, id, words, key);
    taken.courses += 1;
  }
  for (const [key, { skill, ...said }] of Object.entries(exampleWords[locale].cases)) {
    if (cases.has(numberOf(key))) continue;
    const columns = caseColumns({ ...said, skillId: allSkills.get(numberOf(skill)) ?? null });
    const row = { ...blankCaseStudy, ...columns, person_id: work.actor.personId } as CaseStudyTable;
    const own = { ...row, text_key: caseTextKey(row), external_id: numberOf(key), id: work.newId() };
    await caseStudies.create(work, own);
    taken.caseStudies += 1;
  }
  return taken;
}

/** Takes the examples; once more brings nothing twice. */
export const takeExampleSet = (deps: Deps, actor: Actor, locale: Locale): Promise<ExampleSetTaken> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`example-set ${actor.orgId}`)?.execute(work.db);
    return bringExamples(work, locale);
  });

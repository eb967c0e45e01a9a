import type { CaseStudyPatch, CoursePatch, QuestionView, QuizPatch, SectionView } from '@milepost/contract/training';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Attempt } from '@milepost/core/training/quiz';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type {
  AttemptTable,
  AttendanceTable,
  CaseStudyTable,
  CourseSessionTable,
  CourseTable,
  EnrolmentTable,
  LearningPlanTable,
  QuizTable,
} from '../../db/tables/training.ts';
import type { Work } from '../../db/work.ts';

const courseStore = recordStore({
  table: 'course',
  sort: { name: 'name_key', hours: 'hours', createdAt: 'created_at', updatedAt: 'updated_at' },
  filter: { name: 'name_key', certificateId: 'certificate_id', hours: 'hours' },
  search: ['name_key'],
});

/** What can be learned is known to everybody of the organisation. */
export const courses = {
  ...courseStore,
  /** All of them, those in the archive too: who took one keeps it. */
  all: (db: Db, orgId: string): Promise<CourseTable[]> =>
    db.selectFrom('course').selectAll().where('org_id', '=', orgId).orderBy('name_key').orderBy('id').execute(),
};

export const blankCourse = {
  ...{ about: null, certificate_id: null, external_id: null, sections: '[]', after_ids: '[]', raises: '[]' },
} as const;

/** What was sent → columns, with the folded name. */
export const courseColumns = ({
  sections,
  afterIds,
  raises,
  certificateId,
  ...same
}: CoursePatch): Partial<CourseTable> => ({
  ...same,
  ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
  ...(sections === undefined ? {} : { sections: toJson(sections) }),
  ...(afterIds === undefined ? {} : { after_ids: toJson(afterIds) }),
  ...(raises === undefined ? {} : { raises: toJson(raises) }),
  ...(certificateId === undefined ? {} : { certificate_id: certificateId }),
});

/** What a course holds, as it is read. */
export const partsOf = ({ sections, after_ids, raises }: CourseTable) => ({
  sections: fromJson<SectionView[]>(sections),
  afterIds: fromJson<string[][]>(after_ids),
  raises: fromJson<{ skillId: string; level: number }[]>(raises),
});

const quizStore = recordStore({ table: 'quiz', sort: { createdAt: 'created_at' }, filter: {}, search: [] });

/** Quizzes with their answers: in sight of those who lead people only. */
export const quizzes = {
  ...quizStore,
  /** Those that stand, whoever asks: an attempt is drawn from them and scored by them. */
  all: (db: Db, orgId: string): Promise<QuizTable[]> =>
    db.selectFrom('quiz').selectAll().where('org_id', '=', orgId).where('archived_at', 'is', null).execute(),
  ofCourse: (db: Db, orgId: string, courseId: string): Promise<QuizTable | undefined> =>
    db
      .selectFrom('quiz')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('id', '=', courseId)
      .executeTakeFirst(),
};

export const quizColumns = ({
  questionCount,
  passRatio,
  attemptLimit,
  minutes,
  questions,
}: QuizPatch): Partial<QuizTable> => ({
  ...(questionCount === undefined ? {} : { question_count: questionCount }),
  ...(passRatio === undefined ? {} : { pass_ratio: passRatio }),
  ...(attemptLimit === undefined ? {} : { attempt_limit: attemptLimit }),
  ...(minutes === undefined ? {} : { minutes }),
  ...(questions === undefined ? {} : { questions: toJson(questions) }),
});

export const rulesOf = (row: QuizTable) => ({
  ...{ questionCount: row.question_count, passRatio: row.pass_ratio },
  ...{ attemptLimit: row.attempt_limit, minutes: row.minutes },
});
export const questionsOf = ({ questions }: QuizTable): QuestionView[] => fromJson(questions);

const sessionStore = recordStore({
  table: 'course_session',
  sort: { onDay: 'on_day', createdAt: 'created_at' },
  filter: { courseId: 'course_id', onDay: 'on_day', hostId: 'host_id' },
  search: [],
});
export const courseSessions = {
  ...sessionStore,
  /** All that stand, the first first. */
  all: (db: Db, orgId: string): Promise<CourseSessionTable[]> =>
    db
      .selectFrom('course_session')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .orderBy('on_day')
      .orderBy('starts_at')
      .orderBy('id')
      .execute(),
};

/** Of some people, whoever asks: they were asked before whether they may see them. */
const ofPeople = async <T extends 'attendance' | 'enrolment' | 'attempt'>(
  db: Db,
  orgId: string,
  table: T,
  personIds: readonly string[],
) =>
  personIds.length === 0
    ? []
    : await db
        .selectFrom(table as 'attendance')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('archived_at', 'is', null)
        .where('person_id', 'in', [...personIds])
        .orderBy('created_at')
        .orderBy('id')
        .execute();

export const attendances = {
  ...recordStore({
    table: 'attendance',
    sort: { createdAt: 'created_at' },
    filter: { sessionId: 'session_id', courseId: 'course_id', personId: 'person_id', state: 'state' },
    search: [],
  }),
  of: (db: Db, orgId: string, personIds: readonly string[]): Promise<AttendanceTable[]> =>
    ofPeople(db, orgId, 'attendance', personIds),
};

const enrolmentStore = recordStore({
  table: 'enrolment',
  sort: { createdAt: 'created_at', dueOn: 'due_on', completedOn: 'completed_on' },
  filter: { personId: 'person_id', courseId: 'course_id', dueOn: 'due_on', completedOn: 'completed_on' },
  search: [],
});
export const enrolments = {
  ...enrolmentStore,
  of: async (db: Db, orgId: string, personIds: readonly string[]): Promise<EnrolmentTable[]> =>
    (await ofPeople(db, orgId, 'enrolment', personIds)) as unknown as EnrolmentTable[],
  /** Those who enrol come one after the other, so that nobody takes a course twice at once. */
  async lock(work: Work, personId: string): Promise<void> {
    await work.dialect.lock(`training ${work.actor.orgId} ${personId}`)?.execute(work.db);
  },
};
export const seenOf = ({ seen_ids }: EnrolmentTable): string[] => fromJson(seen_ids);

export type DrawnQuestion = {
  id: string;
  text: string;
  options: { id: string; text: string }[];
  rightCount: number;
};
const attemptStore = recordStore({
  table: 'attempt',
  sort: { startedAt: 'started_at', createdAt: 'created_at' },
  filter: { personId: 'person_id', courseId: 'course_id', enrolmentId: 'enrolment_id', state: 'state' },
  search: [],
});
export const attempts = {
  ...attemptStore,
  of: async (db: Db, orgId: string, personIds: readonly string[]): Promise<AttemptTable[]> =>
    (await ofPeople(db, orgId, 'attempt', personIds)) as unknown as AttemptTable[],
  /** Open ones whose time is over. */
  overdue: (db: Db, orgId: string, now: string): Promise<AttemptTable[]> =>
    db
      .selectFrom('attempt')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('state', '=', 'open')
      .where('ends_at', '<=', now)
      .orderBy('id')
      .limit(500)
      .execute(),
};
/** An attempt as core reads it. */
export const attemptOf = (row: AttemptTable): Attempt => ({
  ...{ state: row.state, startedAt: row.started_at, endsAt: row.ends_at, isPassed: row.is_passed === 1 },
});
export const drawnOf = ({ questions }: AttemptTable): DrawnQuestion[] => fromJson(questions);
export const answersOf = ({ answers }: AttemptTable): Record<string, string[]> => fromJson(answers);

export const learningPlans = {
  ...recordStore({ table: 'learning_plan', sort: { createdAt: 'created_at' }, filter: {}, search: [] }),
  of: async (db: Db, orgId: string, personIds: readonly string[]): Promise<LearningPlanTable[]> =>
    personIds.length === 0
      ? []
      : db
          .selectFrom('learning_plan')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('id', 'in', [...personIds])
          .execute(),
};

/** Cases are known to everybody of the organisation. */
export const caseStudies = {
  ...recordStore({
    table: 'case_study',
    sort: { name: 'name_key', createdAt: 'created_at', updatedAt: 'updated_at' },
    filter: { name: 'name_key', skillId: 'skill_id', personId: 'person_id' },
    search: ['text_key'],
  }),
  all: (db: Db, orgId: string): Promise<CaseStudyTable[]> =>
    db.selectFrom('case_study').selectAll().where('org_id', '=', orgId).execute(),
};
export const blankCaseStudy = { skill_id: null, approach: null, outcome: null, external_id: null } as const;

type CaseTexts = Pick<CaseStudyTable, 'name' | 'situation' | 'approach' | 'outcome' | 'lesson'>;
/** Everything a case says, as it is sought. */
export const caseTextKey = ({ name, situation, approach, outcome, lesson }: CaseTexts): string =>
  foldName([name, situation, approach, outcome, lesson].filter(Boolean).join(' '));
export const caseColumns = ({ skillId, ...same }: CaseStudyPatch): Partial<CaseStudyTable> => ({
  ...same,
  ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
  ...(skillId === undefined ? {} : { skill_id: skillId }),
});

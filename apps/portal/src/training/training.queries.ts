import type { Locale } from '@milepost/contract/organisation';
import type { Page } from '@milepost/contract/page';
import type {
  AttemptView,
  AttendanceView,
  CoursePatch,
  CourseRollView,
  CourseStandingView,
  CourseView,
  EnrolmentPatch,
  EnrolmentView,
  ExampleSetTaken,
  NewQuiz,
  QuizView,
} from '@milepost/contract/training';
import type {
  LearningPathView,
  LearningPlanPatch,
  LearningPlanView,
  TeamPathsView,
  ToolTrainingView,
} from '@milepost/contract/training/paths';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const courseKind: RecordKind = {
  ...{ subject: 'course', room: 'training', path: '/courses', place: '/growth/courses' },
};
export const courseFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'hours', kind: 'number', isRequired: true },
  { key: 'certificateId', kind: 'reference', of: '/certificates' },
  { key: 'about', kind: 'long', isWide: true },
];
export const sessionKind: RecordKind = {
  ...{ subject: 'course_session', room: 'training.session', path: '/course-sessions', place: '/growth/courses' },
};
export const sessionFields: readonly FormField[] = [
  { key: 'onDay', kind: 'day', isRequired: true },
  { key: 'startsAt', kind: 'text' },
  { key: 'minutes', kind: 'number', isRequired: true },
  { key: 'hostId', kind: 'reference', of: '/people' },
  { key: 'place', kind: 'text', isWide: true },
];
export const caseKind: RecordKind = {
  ...{ subject: 'case_study', room: 'training.case', path: '/case-studies', place: '/growth/cases' },
};
export const caseFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'skillId', kind: 'reference', of: '/skills', isWide: true },
  { key: 'situation', kind: 'long', isRequired: true, isWide: true },
  { key: 'approach', kind: 'long', isWide: true },
  { key: 'outcome', kind: 'long', isWide: true },
  { key: 'lesson', kind: 'long', isRequired: true, isWide: true },
];

type Whose = { personId: string | null };
const whose = ({ personId }: Whose) => ({ personId: personId ?? undefined });

/** The path of somebody; null is oneself. */
export const pathQuery = defineQueryOptions((asked: Whose) => ({
  key: ['training', 'path', asked.personId ?? ''],
  query: ({ signal }) => http.get<LearningPathView>('/learning-path', { query: whose(asked), signal }),
}));
export const whyPath = (asked: { personId: string; figure: 'hours' | 'progress' }) => (signal: AbortSignal) =>
  http.get<Explained>('/learning-path/why', { query: asked, signal });
export const savePlan = (personId: string, version: number, patch: LearningPlanPatch) =>
  http.put<LearningPlanView>(`/learning-plans/${personId}`, patch, { ifMatch: version });

export const teamPathsQuery = defineQueryOptions(() => ({
  key: ['training', 'team'],
  query: ({ signal }) => http.get<TeamPathsView>('/team-paths', { signal }),
}));

export const toolsQuery = defineQueryOptions((asked: Whose) => ({
  key: ['training', 'tools', asked.personId ?? ''],
  query: ({ signal }) => http.get<ToolTrainingView>('/tool-training', { query: whose(asked), signal }),
}));

/** A course as it stands for oneself. */
export const standingQuery = defineQueryOptions(({ courseId }: { courseId: string }) => ({
  key: ['training', 'standing', courseId],
  query: ({ signal }) => http.get<CourseStandingView>(`/courses/${courseId}/standing`, { signal }),
}));
export const rollQuery = defineQueryOptions(({ courseId }: { courseId: string }) => ({
  key: ['training', 'roll', courseId],
  query: ({ signal }) => http.get<CourseRollView>(`/courses/${courseId}/roll`, { signal }),
}));
/** Who comes to the sessions of a course, of those in sight. */
export const attendancesQuery = defineQueryOptions(({ courseId }: { courseId: string }) => ({
  key: ['training', 'attendances', courseId],
  query: ({ signal }) =>
    http.get<Page<AttendanceView>>('/attendances', {
      query: { limit: 200, filter: JSON.stringify([{ field: 'courseId', op: 'is', value: courseId }]) },
      signal,
    }),
}));
/** The quiz with its answers, for those who lead people. */
export const quizQuery = defineQueryOptions(({ courseId }: { courseId: string }) => ({
  key: ['training', 'quiz', courseId],
  query: ({ signal }) => http.get<QuizView>(`/quizzes/${courseId}`, { signal }),
}));

export const enrol = (courseId: string, personId: string, dueOn: string | null = null) =>
  http.post<EnrolmentView>('/enrolments', { id: newId(), courseId, personId, dueOn });
export const changeEnrolment = ({ id, version }: Pick<EnrolmentView, 'id' | 'version'>, patch: EnrolmentPatch) =>
  http.patch<EnrolmentView>(`/enrolments/${id}`, patch, { ifMatch: version });
export const startAttempt = (enrolmentId: string) => http.post<AttemptView>('/attempts', { id: newId(), enrolmentId });
type Answers = AttemptView['answers'];
type Versioned = Pick<AttemptView, 'id' | 'version'>;
export const keepAnswers = ({ id, version }: Versioned, answers: Answers) =>
  http.patch<AttemptView>(`/attempts/${id}`, { answers }, { ifMatch: version });
export const endAttempt = ({ id, version }: Versioned, how: 'hand-in' | 'leave', answers: Answers) =>
  http.post<AttemptView>(`/attempts/${id}/${how}`, { answers }, { ifMatch: version });

export const signUp = (sessionId: string, personId: string) =>
  http.post<AttendanceView>('/attendances', { id: newId(), sessionId, personId });
export const signOff = ({ id, version }: AttendanceView) =>
  http.post<AttendanceView>(`/attendances/${id}/archive`, undefined, { ifMatch: version });
export const noteAttendance = ({ id, version }: AttendanceView, state: AttendanceView['state']) =>
  http.patch<AttendanceView>(`/attendances/${id}`, { state }, { ifMatch: version });

export const saveCourse = ({ id, version }: CourseView, patch: CoursePatch) =>
  http.patch<CourseView>(`/courses/${id}`, patch, { ifMatch: version });
/** Gives a course its quiz, or changes the one that it has. */
export const saveQuiz = (courseId: string, quiz: QuizView | null, said: Omit<NewQuiz, 'id'>) =>
  quiz
    ? http.patch<QuizView>(`/quizzes/${courseId}`, said, { ifMatch: quiz.version })
    : http.post<QuizView>('/quizzes', { ...said, id: courseId });
export const takeExamples = (locale: Locale) => http.post<ExampleSetTaken>('/courses/example-set', { locale });

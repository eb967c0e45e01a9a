import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@milepost/contract/scalars';
import { TakeStarterSet } from '@milepost/contract/skills';
import {
  AttemptPatch,
  AttemptView,
  AttendancePatch,
  AttendanceView,
  CaseStudyPatch,
  CaseStudyView,
  CoursePatch,
  CourseRollView,
  CourseSessionPatch,
  CourseSessionView,
  CourseStandingQuery,
  CourseStandingView,
  CourseView,
  EnrolmentPatch,
  EnrolmentView,
  ExampleSetTaken,
  NewAttempt,
  NewAttendance,
  NewCaseStudy,
  NewCourse,
  NewCourseSession,
  NewEnrolment,
  NewQuiz,
  QuizPatch,
  QuizView,
} from '@milepost/contract/training';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { archiveAttendance, changeSession, createAttendance, createSession, noteAttendance } from './hold-session.ts';
import { readRoll, readStanding } from './read-course.ts';
import { changeCaseStudy, createCaseStudy, setCaseStudyAside } from './save-case-study.ts';
import { changeCourse, changeQuiz, createCourse, createQuiz } from './save-course.ts';
import { attempts, attendances, caseStudies, courseSessions, courses, enrolments, quizzes } from './store.ts';
import { changeEnrolment, createEnrolment } from './take-course.ts';
import { takeExampleSet } from './take-example-set.ts';
import { endAttempt, keepAnswers, startAttempt } from './take-quiz.ts';
import {
  attemptViewsAt,
  attendanceViews,
  caseStudyViews,
  courseViews,
  enrolmentViews,
  quizViews,
  sessionViews,
} from './views.ts';

const tags = ['training'];
const seen = { headers: z.object({ 'if-match': z.string().optional() }) };

/** Courses with their quizzes and sessions, who takes them, and the library of cases. */
export function trainingRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const attemptViews = attemptViewsAt(() => clock.now());
  app.on(['POST', 'PATCH'], ['/courses', '/courses/*', '/course-sessions', '/course-sessions/*'], onlyManagers);
  app.use('/quizzes', onlyManagers);
  app.use('/quizzes/*', onlyManagers);
  app.use('/courses/:id/roll', onlyManagers);
  // Before the record routes, which would take the word for an id.
  app.openapi(
    createRoute({
      method: 'post',
      path: '/courses/example-set',
      tags,
      summary: 'Take the examples: courses with quizzes, and cases',
      request: { body: body(TakeStarterSet) },
      responses: { 200: json(ExampleSetTaken, 'What was new'), ...refusals },
    }),
    async (c) => c.json(await takeExampleSet(deps, c.get('actor'), c.req.valid('json').locale), 200),
  );
  serveRecords<'course', CourseView, NewCourse, CoursePatch>(app, deps, {
    path: '/courses',
    noun: 'course',
    schemas: { view: CourseView, create: NewCourse, patch: CoursePatch },
    store: courses,
    views: courseViews,
    create: createCourse,
    change: changeCourse,
  });
  serveRecords<'quiz', QuizView, NewQuiz, QuizPatch>(app, deps, {
    path: '/quizzes',
    noun: 'quiz',
    schemas: { view: QuizView, create: NewQuiz, patch: QuizPatch },
    store: quizzes,
    views: quizViews,
    create: createQuiz,
    change: changeQuiz,
  });
  serveRecords<'course_session', CourseSessionView, NewCourseSession, CourseSessionPatch>(app, deps, {
    path: '/course-sessions',
    noun: 'course-session',
    schemas: { view: CourseSessionView, create: NewCourseSession, patch: CourseSessionPatch },
    store: courseSessions,
    views: sessionViews,
    create: createSession,
    change: changeSession,
  });
  serveRecords<'attendance', AttendanceView, NewAttendance, AttendancePatch>(app, deps, {
    path: '/attendances',
    noun: 'attendance',
    schemas: { view: AttendanceView, create: NewAttendance, patch: AttendancePatch },
    store: attendances,
    views: attendanceViews,
    create: createAttendance,
    change: noteAttendance,
    archive: archiveAttendance,
  });
  serveRecords<'enrolment', EnrolmentView, NewEnrolment, EnrolmentPatch>(app, deps, {
    path: '/enrolments',
    noun: 'enrolment',
    schemas: { view: EnrolmentView, create: NewEnrolment, patch: EnrolmentPatch },
    store: enrolments,
    views: enrolmentViews,
    create: createEnrolment,
    change: changeEnrolment,
  });
  // An attempt is neither taken away nor put back: it counts.
  const stays = async (): Promise<never> => {
    throw new Failure('not-allowed');
  };
  serveRecords<'attempt', AttemptView, NewAttempt, AttemptPatch>(app, deps, {
    path: '/attempts',
    noun: 'attempt',
    schemas: { view: AttemptView, create: NewAttempt, patch: AttemptPatch },
    store: attempts,
    views: attemptViews,
    create: startAttempt,
    change: keepAnswers,
    archive: stays,
    restore: stays,
  });
  for (const [how, path, summary] of [
    ['handed-in', '/attempts/{id}/hand-in', 'Hand an attempt in'],
    ['left', '/attempts/{id}/leave', 'Leave an attempt: it counts'],
  ] as const)
    app.openapi(
      createRoute({
        method: 'post',
        ...{ path, tags, summary },
        request: { params: z.object({ id: Id }), ...seen, body: body(AttemptPatch) },
        responses: { 200: json(AttemptView, 'Closed, with what was right'), ...refusals },
      }),
      async (c) => {
        const said = { ...c.req.valid('json'), how };
        const row = await endAttempt(deps, c.get('actor'), c.req.valid('param').id, versionSeen(c), said);
        const [view] = await attemptViews(db, c.get('actor'), [row]);
        return c.json(view as AttemptView, 200, { etag: `"${row.version}"` });
      },
    );
  serveRecords<'case_study', CaseStudyView, NewCaseStudy, CaseStudyPatch>(app, deps, {
    path: '/case-studies',
    noun: 'case-study',
    schemas: { view: CaseStudyView, create: NewCaseStudy, patch: CaseStudyPatch },
    store: caseStudies,
    views: caseStudyViews,
    create: createCaseStudy,
    change: changeCaseStudy,
    archive: (...about) => setCaseStudyAside(...about, true),
    restore: (...about) => setCaseStudyAside(...about, false),
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/courses/{id}/standing',
      tags,
      summary: 'A course as it stands for somebody',
      request: { params: z.object({ id: Id }), query: CourseStandingQuery },
      responses: { 200: json(CourseStandingView, 'Enrolment, attempts and sessions'), ...refusals },
    }),
    async (c) => {
      const { personId } = c.req.valid('query');
      const asked = { courseId: c.req.valid('param').id, personId, now: clock.now() };
      return c.json(await readStanding(db, c.get('actor'), asked), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/courses/{id}/roll',
      tags,
      summary: 'Who of one’s people takes a course, and how far they are',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(CourseRollView, 'Enrolments'), ...refusals },
    }),
    async (c) => c.json(await readRoll(db, c.get('actor'), c.req.valid('param').id), 200),
  );
}

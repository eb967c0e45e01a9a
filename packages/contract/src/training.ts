import * as z from 'zod';
import {
  CivilDay,
  Id,
  Instant,
  LongText,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';
import { Level } from './skills.ts';

const Link = z.url({ protocol: /^https?$/ }).max(2000);
/** A part of the material: text to read, or a video with what is said about it. Files stand beside the course. */
export const sectionKinds = ['text', 'video'] as const;
const section = z.object({
  id: Id,
  kind: z.enum(sectionKinds),
  title: Name,
  body: orNull(LongText),
  link: orNull(Link),
});
export type SectionView = z.infer<typeof section>;
const raised = z.object({ skillId: Id, level: Level.min(1) });
const Hours = z.number().min(0.25).max(400);

const course = {
  name: Name,
  about: orNull(LongText),
  hours: Hours,
  sections: z.array(section).max(60),
  /** All of these are needed before it, and of each the one or the other. */
  afterIds: z.array(z.array(Id).min(1).max(10)).max(10),
  raises: z.array(raised).max(20),
  /** What passing its quiz certifies. */
  certificateId: orNull(Id),
};
export const NewCourse = z.object({
  id: Id,
  ...z.object(course).partial().shape,
  name: course.name,
  hours: course.hours,
});
export type NewCourse = z.infer<typeof NewCourse>;
export const CoursePatch = z.object(course).partial();
export type CoursePatch = z.infer<typeof CoursePatch>;
/** What everybody may know of a quiz: not its questions. */
const quizRules = {
  questionCount: z.int().min(1).max(100),
  passRatio: z.number().min(0.01).max(1),
  attemptLimit: orNull(z.int().min(1).max(20)),
  minutes: orNull(z.int().min(1).max(300)),
};
export const CourseView = z.object({
  ...recordFields,
  ...course,
  after: z.array(z.array(RecordRef)),
  raises: z.array(raised.extend({ skill: orNull(RecordRef) })),
  certificate: orNull(RecordRef),
  quiz: orNull(z.object(quizRules)),
});
export type CourseView = z.infer<typeof CourseView>;

const option = z.object({ id: Id, text: z.string().trim().min(1).max(500) });
const question = z.object({
  id: Id,
  text: z.string().trim().min(1).max(2000),
  options: z.array(option).min(2).max(8),
  rightIds: z.array(Id).min(1).max(8),
  /** Said to whoever has answered, right or wrong. */
  explanation: orNull(z.string().trim().max(2000)),
});
export type QuestionView = z.infer<typeof question>;
const quiz = { ...quizRules, questions: z.array(question).min(1).max(300) };
/** A quiz bears the id of its course: one a course. For those who lead people; others never see the answers. */
export const NewQuiz = z.object({ id: Id, ...quiz });
export type NewQuiz = z.infer<typeof NewQuiz>;
export const QuizPatch = z.object(quiz).partial();
export type QuizPatch = z.infer<typeof QuizPatch>;
export const QuizView = z.object({ ...recordFields, ...quiz });
export type QuizView = z.infer<typeof QuizView>;

const session = {
  onDay: CivilDay,
  /** Local time, HH:MM. */
  startsAt: orNull(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  minutes: z.int().min(5).max(1440),
  place: orNull(ShortText),
  hostId: orNull(Id),
};
export const NewCourseSession = z.object({
  id: Id,
  courseId: Id,
  ...z.object(session).partial({ startsAt: true, place: true, hostId: true }).shape,
});
export type NewCourseSession = z.infer<typeof NewCourseSession>;
export const CourseSessionPatch = z.object(session).partial();
export type CourseSessionPatch = z.infer<typeof CourseSessionPatch>;
export const CourseSessionView = z.object({ ...recordFields, courseId: Id, ...session, host: orNull(PersonRef) });
export type CourseSessionView = z.infer<typeof CourseSessionView>;

/** Signed up for a session, then there or not: the host and who leads people say which. */
export const attendanceStates = ['signed-up', 'there', 'missed'] as const;
export const NewAttendance = z.object({ id: Id, sessionId: Id, personId: Id });
export type NewAttendance = z.infer<typeof NewAttendance>;
export const AttendancePatch = z.object({ state: z.enum(attendanceStates) }).partial();
export type AttendancePatch = z.infer<typeof AttendancePatch>;
export const AttendanceView = z.object({
  ...recordFields,
  sessionId: Id,
  courseId: Id,
  personId: Id,
  person: orNull(PersonRef),
  state: z.enum(attendanceStates),
});
export type AttendanceView = z.infer<typeof AttendanceView>;

export const NewEnrolment = z.object({ id: Id, personId: Id, courseId: Id, dueOn: orNull(CivilDay).optional() });
export type NewEnrolment = z.infer<typeof NewEnrolment>;
export const EnrolmentPatch = z
  .object({
    /** Sections that were read: the person says it. */
    seenIds: z.array(Id).max(60),
    dueOn: orNull(CivilDay),
    /** Attempts beyond the limit, granted by who leads the person. */
    extraAttempts: z.int().min(0).max(20),
    /** It counts as done for what was learned elsewhere: said by who leads the person. */
    isCredited: z.boolean(),
  })
  .partial();
export type EnrolmentPatch = z.infer<typeof EnrolmentPatch>;
export const EnrolmentView = z.object({
  ...recordFields,
  personId: Id,
  person: orNull(PersonRef),
  courseId: Id,
  course: orNull(RecordRef),
  dueOn: orNull(CivilDay),
  seenIds: z.array(Id),
  extraAttempts: z.int(),
  isCredited: z.boolean(),
  /** Parts that are done, and all of them. */
  done: z.int(),
  parts: z.int(),
  completedOn: orNull(CivilDay),
});
export type EnrolmentView = z.infer<typeof EnrolmentView>;

export const attemptStates = ['open', 'handed-in', 'left', 'timed-out'] as const;
const answers = z.record(Id, z.array(Id).max(8));
/** Starts an attempt, or goes on with the one under way. */
export const NewAttempt = z.object({ id: Id, enrolmentId: Id });
export type NewAttempt = z.infer<typeof NewAttempt>;
/** Keeps answers while the attempt is open, so that what was answered counts when its time runs out. */
export const AttemptPatch = z.object({ answers }).partial();
export type AttemptPatch = z.infer<typeof AttemptPatch>;
export const AttemptView = z.object({
  ...recordFields,
  personId: Id,
  courseId: Id,
  enrolmentId: Id,
  number: z.int(),
  state: z.enum(attemptStates),
  startedAt: Instant,
  endsAt: orNull(Instant),
  closedAt: orNull(Instant),
  questions: z.array(
    z.object({
      id: Id,
      text: z.string(),
      options: z.array(z.object({ id: Id, text: z.string() })),
      /** How many options are right. */
      rightCount: z.int(),
      /** Null while it is open. */
      isRight: orNull(z.boolean()),
      explanation: orNull(z.string()),
    }),
  ),
  answers,
  /** Null while it is open. */
  rightCount: orNull(z.int()),
  isPassed: orNull(z.boolean()),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** A course as it stands for somebody. */
export const CourseStandingQuery = z.object({ personId: Id.optional() });
export const CourseStandingView = z.object({
  person: PersonRef,
  enrolment: orNull(EnrolmentView),
  /** The last first. */
  attempts: z.array(AttemptView),
  /** Null without a limit. */
  attemptsLeft: orNull(z.int()),
  mayStart: z.enum(['ok', 'running', 'passed', 'none-left', 'no-quiz', 'not-enrolled']),
  /** Of each that is needed before: is one of its alternatives done? */
  isAfterMet: z.array(z.boolean()),
  sessions: z.array(CourseSessionView.extend({ attendance: orNull(AttendanceView) })),
  /** What the passed quiz brought. */
  award: orNull(z.object({ id: Id, completedOn: CivilDay, expiresOn: orNull(CivilDay) })),
});
export type CourseStandingView = z.infer<typeof CourseStandingView>;
/** Who of one's people takes a course, and how far they are. */
export const CourseRollView = z.object({
  items: z.array(EnrolmentView.extend({ attemptCount: z.int(), bestRatio: orNull(z.number()) })),
});
export type CourseRollView = z.infer<typeof CourseRollView>;

/** What comes ready: courses with quizzes, and cases. What is there already stays as it is. */
export const ExampleSetTaken = z.object({ courses: z.int(), caseStudies: z.int() });
export type ExampleSetTaken = z.infer<typeof ExampleSetTaken>;

const caseStudy = {
  name: Name,
  skillId: orNull(Id),
  situation: LongText.min(1),
  /** What was done, what came of it, and what others take along. */
  approach: orNull(LongText),
  outcome: orNull(LongText),
  lesson: LongText.min(1),
};
export const NewCaseStudy = z.object({
  id: Id,
  ...z.object(caseStudy).partial({ skillId: true, approach: true, outcome: true }).shape,
});
export type NewCaseStudy = z.infer<typeof NewCaseStudy>;
export const CaseStudyPatch = z.object(caseStudy).partial();
export type CaseStudyPatch = z.infer<typeof CaseStudyPatch>;
export const CaseStudyView = z.object({
  ...recordFields,
  ...caseStudy,
  skill: orNull(RecordRef),
  person: orNull(PersonRef),
  /** May the asker change it: who wrote it, and those who lead people. */
  mayEdit: z.boolean(),
});
export type CaseStudyView = z.infer<typeof CaseStudyView>;

import { dials } from '@milepost/core/mentoring/match';
import * as z from 'zod';
import { CivilDay, Id, LongText, Name, orNull, PersonRef, RecordRef, recordFields, ShortText } from './scalars.ts';

export const MentoringDial = z.enum(dials);

/** A level from 0 (knows nothing of it) to 5 (others learn it here). */
const Level = z.int().min(0).max(5);
const Skill = z.string().trim().min(1).max(100);
const Languages = z.array(z.string().trim().min(2).max(40)).max(10);
const Years = z.number().min(0).max(80);

/** What somebody can teach, and how well they know it. */
export const SkillLevel = z.object({ skill: Skill, level: Level });
export type SkillLevel = z.infer<typeof SkillLevel>;
/** What somebody has to learn: where they stand, where they have to be, and how much it matters. */
export const SkillToLearn = SkillLevel.extend({ required: Level, weight: z.int().min(1).max(3) });
export type SkillToLearn = z.infer<typeof SkillToLearn>;

const circumstances = {
  languages: Languages,
  region: orNull(ShortText),
  /** Years in sales; null is not known. */
  years: orNull(Years),
  note: orNull(LongText),
};

const guiding = {
  gives: z.array(SkillLevel).min(1).max(60),
  /** Mentees at a time. */
  capacity: z.int().min(0).max(20),
  /** Takes new mentees. */
  isOpen: z.boolean(),
  ...circumstances,
};
const blank = { region: true, years: true, note: true, languages: true } as const;
export const NewMentorProfile = z.object({ id: Id, personId: Id, ...z.object(guiding).partial(blank).shape });
export type NewMentorProfile = z.infer<typeof NewMentorProfile>;
export const MentorProfilePatch = z.object(guiding).partial();
export type MentorProfilePatch = z.infer<typeof MentorProfilePatch>;
export const MentorProfileView = z.object({
  ...recordFields,
  person: orNull(PersonRef),
  personId: Id,
  ...guiding,
  /** Pairs that run. */
  running: z.int(),
  /** May the one who asks change it? */
  isMine: z.boolean(),
});
export type MentorProfileView = z.infer<typeof MentorProfileView>;

const seeking = {
  needs: z.array(SkillToLearn).min(1).max(60),
  /** Looks for a mentor now. */
  isSeeking: z.boolean(),
  /** The mentor they would like. */
  wishId: orNull(Id),
  ...circumstances,
};
export const NewMenteeProfile = z.object({
  id: Id,
  personId: Id,
  ...z.object(seeking).partial({ ...blank, wishId: true }).shape,
});
export type NewMenteeProfile = z.infer<typeof NewMenteeProfile>;
export const MenteeProfilePatch = z.object(seeking).partial();
export type MenteeProfilePatch = z.infer<typeof MenteeProfilePatch>;
export const MenteeProfileView = z.object({
  ...recordFields,
  person: orNull(PersonRef),
  personId: Id,
  ...seeking,
  wish: orNull(PersonRef),
  /** Whose mentee they are now. */
  mentor: orNull(PersonRef),
});
export type MenteeProfileView = z.infer<typeof MenteeProfileView>;

/** Everything that a matching is made of, as it stood when it was read: both sides solve it with the same core. */
export const MentoringPool = z.object({
  /** Of all that follows: another stamp is another problem. */
  stamp: z.string(),
  mentees: z.array(
    z.object({
      id: Id,
      person: PersonRef,
      needs: z.array(SkillToLearn),
      languages: Languages,
      region: orNull(z.string()),
      years: orNull(z.number()),
      lineManagerId: orNull(Id),
      wishId: orNull(Id),
      /** Mentors of pairs that have ended, and whether it went so well that they would do it again. */
      past: z.array(z.object({ mentorId: Id, again: z.boolean() })),
    }),
  ),
  mentors: z.array(
    z.object({
      id: Id,
      person: PersonRef,
      gives: z.array(SkillLevel),
      languages: Languages,
      region: orNull(z.string()),
      years: orNull(z.number()),
      capacity: z.int(),
      running: z.int(),
      /** The share of their own hours of selling that their pairs take in the days to come; null is not known, or not to be seen. */
      share: orNull(z.number()),
    }),
  ),
});
export type MentoringPool = z.infer<typeof MentoringPool>;

/** What a pair has to meet beside the skills. */
export const PairRulesAsked = z.object({
  /** Years that a mentor has to have beyond those of the mentee. */
  lead: z.int().min(0).max(30),
  sameRegion: z.boolean(),
});
export type PairRulesAsked = z.infer<typeof PairRulesAsked>;

/** Until when, how often and how long the two meet, and after how many days without a meeting the pair counts as idle. */
const agreement = {
  untilDay: CivilDay,
  everyDays: z.int().min(1).max(180),
  minutes: z.int().min(10).max(480),
  idleAfterDays: z.int().min(1).max(365),
};
export const Agreement = z.object(agreement);
export type Agreement = z.infer<typeof Agreement>;

export const AssignMentors = z.object({
  stamp: z.string().max(100),
  dial: MentoringDial,
  rules: PairRulesAsked,
  decisions: z.array(z.object({ kind: z.enum(['pin', 'ban']), menteeId: Id, mentorId: Id })).max(4000),
  pairs: z
    .array(z.object({ id: Id, menteeId: Id, mentorId: Id }))
    .min(1)
    .max(2000),
  agreement: Agreement,
});
export type AssignMentors = z.infer<typeof AssignMentors>;
export const AssignedMentors = z.object({ made: z.int() });
export type AssignedMentors = z.infer<typeof AssignedMentors>;

const agreed = { goal: orNull(LongText), ...agreement };
export const NewMentorship = z.object({
  id: Id,
  menteeId: Id,
  mentorId: Id,
  ...z.object(agreed).partial({ goal: true }).shape,
});
export type NewMentorship = z.infer<typeof NewMentorship>;
export const MentorshipPatch = z.object(agreed).partial();
export type MentorshipPatch = z.infer<typeof MentorshipPatch>;

export const mentorshipResults = ['reached', 'partly', 'stopped'] as const;
export const CloseMentorship = z.object({
  result: z.enum(mentorshipResults),
  /** What both take along. */
  lesson: LongText.min(1),
  /** Would they do it again? */
  again: z.boolean(),
});
export type CloseMentorship = z.infer<typeof CloseMentorship>;

export const MentorshipView = z.object({
  ...recordFields,
  mentor: orNull(PersonRef),
  mentee: orNull(PersonRef),
  menteeId: Id,
  mentorId: Id,
  ...agreed,
  fromDay: CivilDay,
  status: z.enum(['running', 'ended']),
  endedOn: orNull(CivilDay),
  result: orNull(z.enum(mentorshipResults)),
  lesson: orNull(z.string()),
  again: orNull(z.boolean()),
  /** What was lacking when the pair was made. */
  start: z.array(SkillToLearn),
  /** The last level of each skill that a review has stated since. */
  now: z.array(SkillLevel.extend({ onDay: CivilDay })),
  lastMetOn: orNull(CivilDay),
  meetings: z.int(),
  cases: z.int(),
  /** Days since they last met, or were paired; null once it has ended. */
  idleDays: orNull(z.int()),
  isIdle: z.boolean(),
  /** The share of what was lacking that has been gained since; null as long as nobody has looked. */
  progress: orNull(z.number()),
  /** One of the two, and the mentor or the mentee at that. */
  part: orNull(z.enum(['mentor', 'mentee'])),
});
export type MentorshipView = z.infer<typeof MentorshipView>;

export const mentorshipEntryKinds = ['visit', 'case'] as const;
const entry = {
  onDay: CivilDay,
  title: Name,
  /** Of a visit: what went how. Of a case: what can be learnt from it. */
  note: orNull(LongText),
  nextStep: orNull(ShortText),
  /** Where the mentee stands, as it was seen on this visit. */
  levels: z.array(SkillLevel).max(60),
};
export const NewMentorshipEntry = z.object({
  id: Id,
  mentorshipId: Id,
  kind: z.enum(mentorshipEntryKinds),
  ...z.object(entry).partial({ note: true, nextStep: true, levels: true }).shape,
  accountId: orNull(Id).optional(),
  opportunityId: orNull(Id).optional(),
  /** How long a visit took. */
  minutes: orNull(z.int().min(0).max(1440)).optional(),
});
export type NewMentorshipEntry = z.infer<typeof NewMentorshipEntry>;
export const MentorshipEntryPatch = z.object(entry).partial();
export type MentorshipEntryPatch = z.infer<typeof MentorshipEntryPatch>;
export const MentorshipEntryView = z.object({
  ...recordFields,
  mentorshipId: Id,
  kind: z.enum(mentorshipEntryKinds),
  ...entry,
  by: orNull(PersonRef),
  /** The visit in the log of both; null of a case. */
  activityId: orNull(Id),
  account: orNull(RecordRef),
  opportunity: orNull(RecordRef),
  isMine: z.boolean(),
});
export type MentorshipEntryView = z.infer<typeof MentorshipEntryView>;

/** What is known of somebody from assessments: what they could teach, and what their role asks beyond what was seen. */
export const KnownSkills = z.object({ gives: z.array(SkillLevel), needs: z.array(SkillToLearn) });
export type KnownSkills = z.infer<typeof KnownSkills>;
export const KnownSkillsQuery = z.object({ personId: Id });

/** `fit` of a mentee with a mentor of the pool, `share` of a mentor, `progress` of a pair. */
export const MentoringWhyQuery = z.object({
  figure: z.enum(['fit', 'share', 'progress']),
  menteeId: Id.optional(),
  mentorId: Id.optional(),
  mentorshipId: Id.optional(),
});
export type MentoringWhyQuery = z.infer<typeof MentoringWhyQuery>;

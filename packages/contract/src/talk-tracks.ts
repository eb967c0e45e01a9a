import * as z from 'zod';
import { activityOutcomes, objectionKinds } from './activities.ts';
import { CivilDay, Id, LongText, Name, orNull, RecordRef, recordFields } from './scalars.ts';

const details = {
  name: Name,
  objection: z.enum(objectionKinds),
  /** What to say. */
  words: LongText.min(1),
};
export const NewTalkTrack = z.object({ id: Id, ...details });
export type NewTalkTrack = z.infer<typeof NewTalkTrack>;
export const TalkTrackPatch = z.object(details).partial();
export type TalkTrackPatch = z.infer<typeof TalkTrackPatch>;
export const TalkTrackView = z.object({ ...recordFields, ...details });
export type TalkTrackView = z.infer<typeof TalkTrackView>;

/** The week of a day; this week when left out. `weeks` looks back over so many, the last of them that one. */
export const ReviewQuery = z.object({
  weekOf: CivilDay.optional(),
  weeks: z.coerce.number().int().min(1).max(52).default(1),
});
export type ReviewQuery = z.infer<typeof ReviewQuery>;

export const reviewFigures = ['objection', 'lostReason', 'talkTrack'] as const;
/** `key` is the objection, the reason (left out for those of which nobody said why), or the id of the talk track. */
export const ReviewWhyQuery = ReviewQuery.extend({
  figure: z.enum(reviewFigures),
  key: z.string().max(200).default(''),
});
export type ReviewWhyQuery = z.infer<typeof ReviewWhyQuery>;

/** So many of so many, with the interval in which the true share lies (Wilson, 95 %). */
const Share = z.object({ num: z.int(), den: z.int(), ratio: orNull(z.number()), low: z.number(), high: z.number() });

/** What the activities and deals in sight taught in some weeks. */
export const ReviewView = z.object({
  from: CivilDay,
  to: CivilDay,
  /** Activities that were done, and those that say what came of them. */
  activities: z.int(),
  withOutcome: z.int(),
  objections: z.array(z.object({ objection: z.enum(objectionKinds), share: Share })),
  closed: z.object({ won: z.int(), lost: z.int() }),
  /** Of the deals lost; null stands for those of which nobody said why. */
  lostReasons: z.array(z.object({ reason: orNull(z.string()), share: Share })),
  talkTracks: z.array(
    z.object({
      talkTrack: orNull(RecordRef),
      objection: z.enum(objectionKinds),
      /** Objections met with it, by what came of them. */
      outcomes: z.array(z.object({ outcome: z.enum(activityOutcomes), count: z.int() })),
      /** Agreed or interested, of those with an outcome. */
      turned: Share,
    }),
  ),
  needChanges: z.array(
    z.object({ activity: RecordRef, account: orNull(RecordRef), onDay: CivilDay, needChange: z.string() }),
  ),
});
export type ReviewView = z.infer<typeof ReviewView>;

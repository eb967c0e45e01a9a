import { additiveMeasures } from '@milepost/core/targets/measures';
import * as z from 'zod';
import { CivilDay, Currency, Id, LongText, Name, orNull, PersonRef, RecordRef, recordFields } from './scalars.ts';

export const tracks = ['management', 'specialist'] as const;

/** Results are those of the twelve months that ended with the last whole one. Money in minor units of the organisation's currency. */
const result = z.object({ measure: z.enum(additiveMeasures), least: z.int().min(1).max(1e13) });
const rung = {
  name: Name,
  track: z.enum(tracks),
  about: orNull(LongText),
  /** Whose levels it asks. */
  profileId: orNull(Id),
  /** Rungs from which one comes to it, of either track. */
  fromIds: z.array(Id).max(20),
  certificateIds: z.array(Id).max(50),
  /** Whole months on one of the rungs below. */
  months: orNull(z.int().min(1).max(600)),
  results: z.array(result).max(20),
};
export const NewRung = z.object({
  id: Id,
  ...z.object(rung).partial().shape,
  name: rung.name,
  track: rung.track,
});
export type NewRung = z.infer<typeof NewRung>;
export const RungPatch = z.object(rung).partial();
export type RungPatch = z.infer<typeof RungPatch>;
export const RungView = z.object({
  ...recordFields,
  ...rung,
  profile: orNull(RecordRef),
  from: z.array(RecordRef),
  certificates: z.array(RecordRef),
  currency: Currency,
});
export type RungView = z.infer<typeof RungView>;

const term = z.object({ rungId: Id, from: CivilDay, to: orNull(CivilDay) });
/**
 * Where somebody stood and wants to go. `If-Match: "0"` where there is none yet. Terms and the mentor are said by managers, the aim by the
 * person too.
 */
export const CareerPatch = z
  .object({ terms: z.array(term).max(50), aimRungId: orNull(Id), mentorId: orNull(Id) })
  .partial();
export type CareerPatch = z.infer<typeof CareerPatch>;
export const CareerView = z.object({
  version: z.int().min(0),
  terms: z.array(term.extend({ rung: orNull(RecordRef) })),
  aim: orNull(RecordRef),
  mentor: orNull(PersonRef),
});
export type CareerView = z.infer<typeof CareerView>;

/** What shows that a criterion is met, or how far it is. */
export const CriterionProof = z.object({
  kind: z.enum(['assessment', 'award', 'career', 'result']),
  id: orNull(Id),
  onDay: orNull(CivilDay),
  /** Until when it holds. */
  until: orNull(CivilDay),
  by: orNull(PersonRef),
});
export const CriterionView = z.object({
  kind: z.enum(['level', 'certificate', 'months', 'result']),
  /** The skill, certificate, rung or measure it is about. */
  subject: z.string(),
  /** Null for a measure, whose word the reader knows. */
  name: orNull(z.string()),
  asked: orNull(z.number()),
  has: orNull(z.number()),
  status: z.enum(['met', 'not-met', 'unknown']),
  /** What is described of the level that is asked. */
  described: orNull(z.string()),
  proof: orNull(CriterionProof),
});
export type CriterionView = z.infer<typeof CriterionView>;

export const LadderView = z.object({
  person: PersonRef,
  day: CivilDay,
  currency: Currency,
  mayPlace: z.boolean(),
  career: CareerView,
  rungs: z.array(
    z.object({
      id: Id,
      name: z.string(),
      track: z.enum(tracks),
      about: orNull(z.string()),
      profile: orNull(RecordRef),
      fromIds: z.array(Id),
      /** How many rungs lie below it on the longest way. */
      height: z.int(),
      place: orNull(z.enum(['here', 'aim', 'was'])),
      status: z.enum(['reached', 'open', 'not-reached']),
      criteria: z.array(CriterionView),
    }),
  ),
});
export type LadderView = z.infer<typeof LadderView>;
export const LadderQuery = z.object({ personId: Id.optional() });
export const LadderWhyQuery = LadderQuery.extend({
  rungId: Id,
  kind: z.enum(['level', 'months', 'result']),
  subject: z.string().max(60),
});
export type LadderWhyQuery = z.infer<typeof LadderWhyQuery>;

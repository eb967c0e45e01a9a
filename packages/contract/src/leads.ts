import * as z from 'zod';
import { fieldsIn, fieldsOut } from './fields.ts';
import {
  CivilDay,
  Email,
  Id,
  Instant,
  LongText,
  MessageId,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';

export const leadStatuses = ['new', 'working', 'converted', 'dismissed'] as const;
export const leadSources = ['clip', 'import', 'entered'] as const;

const details = {
  kind: z.enum(['person', 'company']),
  name: Name,
  title: orNull(ShortText),
  company: orNull(ShortText),
  email: orNull(Email),
  phone: orNull(ShortText),
  website: orNull(z.string().trim().max(500)),
  address: orNull(z.string().trim().max(1000)),
  notes: orNull(LongText),
  /** The exhibition or live stream it came from. */
  eventId: orNull(Id),
};

export const NewLead = z.object({
  id: Id,
  ownerId: orNull(Id).optional(),
  ...z.object({ ...details, ...fieldsIn }).partial().shape,
  kind: details.kind,
  name: Name,
});
export type NewLead = z.infer<typeof NewLead>;
export const LeadPatch = z
  .object({ ...details, ...fieldsIn, status: z.enum(['new', 'working', 'dismissed']), ownerId: orNull(Id) })
  .partial();
export type LeadPatch = z.infer<typeof LeadPatch>;

const url = z.string().max(4000);
const value = z.string().max(500);

/** Where one value was taken, as `packages/capture` states it. */
export const Provenance = z.object({
  field: z.string().max(40),
  value: z.string().max(2000),
  raw: z.string().max(2000),
  source: z.string().max(40),
  path: z.string().max(1000),
  offset: z.int().min(0).optional(),
  confidence: z.number().min(0).max(1),
  decoded: z.literal(true).optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** A lead as the reader of a page found it, perhaps corrected by hand. */
export const ClippedLead = z.object({
  kind: z.enum(['person', 'company']),
  name: orNull(ShortText),
  title: orNull(ShortText),
  company: orNull(ShortText),
  emails: z.array(z.object({ value, decoded: z.literal(true).optional() })).max(20),
  phones: z
    .array(z.object({ value, e164: orNull(value), extension: z.string().max(20).optional(), kind: z.string().max(20) }))
    .max(20),
  addresses: z
    .array(
      z.object({
        raw: z.string().max(1000),
        street: orNull(value),
        city: orNull(value),
        region: orNull(value),
        postcode: orNull(value),
        country: orNull(value),
      }),
    )
    .max(20),
  websites: z.array(url).max(20),
  profiles: z.array(url).max(20),
  provenance: z.array(Provenance).max(300),
});
export type ClippedLead = z.infer<typeof ClippedLead>;

export const recordKinds = ['lead', 'contact', 'account'] as const;
/** Fields of a record that a clip can fill, or replace where its person says so. */
export const clippedFields = ['name', 'title', 'company', 'email', 'phone', 'website', 'address'] as const;
export type ClippedField = (typeof clippedFields)[number];

/** A mail to be logged with the clip of its sender: once per Message-ID in an organisation, whoever clips it. */
export const ClippedMail = z.object({
  activityId: Id,
  /** Where a webmail hides the Message-ID, what the mail says stands for it. */
  messageId: MessageId,
  /** What a mail says, beside its Message-ID: a webmail's copy of it is known by this. */
  content: MessageId.optional(),
  onDay: CivilDay,
  subject: z.string().trim().min(1).max(300),
  body: orNull(LongText),
});
export type ClippedMail = z.infer<typeof ClippedMail>;

/** What the extension took from a page. `clipId` is made by the client: a second delivery is the same clip. */
export const NewClip = z.object({
  clipId: Id,
  page: z.object({ url, title: z.string().max(1000), takenAt: Instant }),
  lead: ClippedLead,
  /** A person decided that it is this record, which is only likely: it is joined to it and makes no new one. */
  into: z.object({ kind: z.enum(recordKinds), id: Id }).optional(),
  /** Fields in which the clip is right and the record it joins is not. All others only fill gaps. */
  replace: z.array(z.enum(clippedFields)).optional(),
  mail: ClippedMail.optional(),
});
export type NewClip = z.infer<typeof NewClip>;

/**
 * What became of a clip. `known`: it is a colleague's, and nothing more is told. `setId` is what this delivery changed, to be taken
 * back; null where it changed nothing. `mail` is null where none was sent; `logged-before`: somebody had logged it, told by name
 * where that is in sight; `not-logged`: there is no record in sight to log it at.
 */
export const ClipOutcome = z.object({
  outcome: z.enum(['created', 'merged', 'known']),
  record: orNull(z.object({ kind: z.enum(recordKinds), id: Id, label: z.string() })),
  /** The lead, where the record is one. */
  leadId: orNull(Id),
  setId: orNull(Id),
  mail: orNull(z.object({ state: z.enum(['logged', 'logged-before', 'not-logged']), by: orNull(z.string()) })),
});
export type ClipOutcome = z.infer<typeof ClipOutcome>;

/** The identity of a lead by which it is compared with what is known. */
export const MatchQuery = z.object({
  leads: z
    .array(
      z.object({
        key: z.string().max(100),
        kind: z.enum(['person', 'company']).default('person'),
        name: orNull(ShortText).default(null),
        company: orNull(ShortText).default(null),
        title: orNull(ShortText).default(null),
        emails: z.array(value).max(20).default([]),
        phones: z.array(value).max(20).default([]),
        websites: z.array(url).max(20).default([]),
        profiles: z.array(url).max(20).default([]),
        /** The record that asks: it is not compared with itself. */
        exceptId: Id.optional(),
        /** Compared with records of these kinds; all of them when left out. */
        among: z.array(z.enum(recordKinds)).optional(),
      }),
    )
    .max(300),
});
export type MatchQuery = z.infer<typeof MatchQuery>;

export const MatchAnswer = z.object({
  matches: z.array(
    z.object({
      key: z.string(),
      status: z.enum(['exact', 'likely', 'none', 'known']),
      reasons: z.array(z.string()),
      record: z.object({ kind: z.enum(recordKinds), id: Id, label: z.string(), version: z.int() }).optional(),
      diff: z.array(z.object({ field: z.string(), mine: orNull(z.string()), theirs: orNull(z.string()) })).optional(),
    }),
  ),
});
export type MatchAnswer = z.infer<typeof MatchAnswer>;

export const LeadView = z.object({
  ...recordFields,
  ...z.object(details).omit({ eventId: true }).shape,
  ...fieldsOut,
  status: z.enum(leadStatuses),
  source: z.enum(leadSources),
  owner: orNull(PersonRef),
  /** What a converted lead became, as far as it is in sight. */
  account: orNull(RecordRef),
  contact: orNull(RecordRef),
  opportunity: orNull(RecordRef),
  event: orNull(RecordRef),
  /** Were the steps of the event's follow-up made? */
  isFollowedUp: z.boolean(),
  provenance: z.array(
    z.object({ ...Provenance.shape, page: z.object({ url, title: z.string(), takenAt: z.string() }).optional() }),
  ),
});
export type LeadView = z.infer<typeof LeadView>;

/** What is read: a file by its name, else pasted text. */
export const ReadQuery = z.object({ name: z.string().max(300).optional() });
/** What a mail, a card or a text offers; `more` are those that are only mentioned. Nothing is kept before somebody saves it. */
export const LeadReadingView = z.object({
  kind: z.enum(['mail', 'card', 'page', 'text']),
  title: z.string(),
  leads: z.array(ClippedLead),
  more: z.array(ClippedLead),
});
export type LeadReadingView = z.infer<typeof LeadReadingView>;

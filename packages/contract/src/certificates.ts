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

/** From the day it was earned; from when the one before ran out; until a fixed day; for ever. */
export const validityModes = ['completion', 'expiry', 'fixed', 'forever'] as const;
const months = z.int().min(1).max(600);
const certificate = {
  name: Name,
  issuer: orNull(ShortText),
  about: orNull(LongText),
  link: orNull(z.url({ protocol: /^https?$/ }).max(2000)),
  mode: z.enum(validityModes),
  /** How long it holds; of `fixed`, how far its days lie apart. */
  months: orNull(months),
  /** Of `fixed`: how long it holds at least. */
  leastMonths: orNull(z.int().min(0).max(600)),
  /** Of `fixed`: one of its days. */
  baseOn: orNull(CivilDay),
  /** How many months before its end it may be renewed, and its goal is open again. */
  windowMonths: z.int().min(0).max(60),
};
export const NewCertificate = z.object({
  id: Id,
  ...z.object(certificate).partial().shape,
  name: certificate.name,
  mode: certificate.mode,
});
export type NewCertificate = z.infer<typeof NewCertificate>;
export const CertificatePatch = z.object(certificate).partial();
export type CertificatePatch = z.infer<typeof CertificatePatch>;
export const CertificateView = z.object({ ...recordFields, ...certificate });
export type CertificateView = z.infer<typeof CertificateView>;

/** What shows that it was earned: a document at an address, or a real deal or visit that somebody watched and signs for. */
export const evidenceKinds = ['link', 'observation'] as const;
const evidence = {
  completedOn: CivilDay,
  evidence: z.enum(evidenceKinds),
  link: orNull(z.url({ protocol: /^https?$/ }).max(2000)),
  /** Of an observation: the visit, or the deal. */
  activityId: orNull(Id),
  opportunityId: orNull(Id),
  note: orNull(LongText),
};
export const NewAward = z.object({
  id: Id,
  personId: Id,
  certificateId: Id,
  ...z.object(evidence).partial({ link: true, activityId: true, opportunityId: true, note: true }).shape,
});
export type NewAward = z.infer<typeof NewAward>;
export const AwardPatch = z.object(evidence).partial();
export type AwardPatch = z.infer<typeof AwardPatch>;
export const AwardVerdict = z.object({
  verdict: z.enum(['confirmed', 'refused']),
  reason: orNull(LongText).optional(),
});
export type AwardVerdict = z.infer<typeof AwardVerdict>;
export const awardStates = ['handed-in', 'confirmed', 'refused'] as const;
export const standings = ['valid', 'renewal-due', 'expired'] as const;
export const AwardView = z.object({
  ...recordFields,
  personId: Id,
  person: orNull(PersonRef),
  certificateId: Id,
  certificate: orNull(RecordRef),
  ...evidence,
  evidence: z.enum([...evidenceKinds, 'quiz']),
  /** Of a passed quiz, the third kind of evidence, that nobody hands in: the attempt. */
  attemptId: orNull(Id),
  activity: orNull(RecordRef),
  opportunity: orNull(RecordRef),
  state: z.enum(awardStates),
  /** Who signed or refused it, and when. */
  signedBy: orNull(PersonRef),
  signedAt: orNull(Instant),
  reason: orNull(z.string()),
  /** Null until it is confirmed, and where it holds for ever. */
  expiresOn: orNull(CivilDay),
  /** Null until it is confirmed. */
  standing: orNull(z.enum(standings)),
  /** The page on which anybody who has the address can see that it is genuine. Null until it is confirmed. */
  verifyPath: orNull(z.string()),
  maySign: z.boolean(),
});
export type AwardView = z.infer<typeof AwardView>;

/** What anybody may see who has the address: no more than stands on the certificate. */
export const VerificationView = z.object({
  name: z.string(),
  certificate: z.string(),
  issuer: orNull(z.string()),
  organisation: z.string(),
  completedOn: CivilDay,
  expiresOn: orNull(CivilDay),
  standing: z.enum(standings),
});
export type VerificationView = z.infer<typeof VerificationView>;

/** Who of one's people holds what, the next to run out first. */
export const ExpiringView = z.object({ day: CivilDay, items: z.array(AwardView) });
export type ExpiringView = z.infer<typeof ExpiringView>;

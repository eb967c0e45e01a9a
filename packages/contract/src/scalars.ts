import { toDay } from '@milepost/core/calendar/civil-day';
import * as z from 'zod';

/** UUIDv7, made by the client where it creates, so that creating twice is one record. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'a UUID of version 7, in lower case');

/** A civil day, `YYYY-MM-DD`, that exists. */
export const CivilDay = z.string().refine((text) => {
  try {
    toDay(text);
    return true;
  } catch {
    return false;
  }
}, 'a day as YYYY-MM-DD');

/** An instant, ISO-8601 in UTC. */
export const Instant = z.iso.datetime();

/** Money in minor units; beyond 1e13 sums would no longer be exact. */
export const Minor = z.int().min(-1e13).max(1e13);

/** ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'three capital letters');

/** Names and titles: trimmed, never empty, of bounded length. */
export const Name = z.string().trim().min(1).max(200);
export const ShortText = z.string().trim().max(200);
export const LongText = z.string().trim().max(20_000);
export const Email = z.email().max(254);
/** The Message-ID of a mail, or what stands for it where a mail tells none. */
export const MessageId = z.string().trim().min(1).max(998);
export const Version = z.int().min(1);

/** Optional text on the wire is null when unknown, never an empty string. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);

/** What every record's view carries. */
export const recordFields = {
  id: Id,
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
  archivedAt: orNull(Instant),
};

/** A person as shown beside a record. */
export const PersonRef = z.object({ id: Id, name: z.string() });
/** Any record as shown beside another one. */
export const RecordRef = z.object({ id: Id, name: z.string() });

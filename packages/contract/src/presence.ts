import * as z from 'zod';
import { attachedTo } from './attachments.ts';
import { Id, PersonRef } from './scalars.ts';

/** The records at which people are told who else looks at them. */
export const PresenceAt = z.object({ subject: z.enum(attachedTo), recordId: Id });
export type PresenceAt = z.infer<typeof PresenceAt>;

/** A window says so often that it still looks, in milliseconds; who has not said so for `presenceEndsMs` looks no more. */
export const presenceBeatMs = 10_000;
export const presenceEndsMs = 19_000;

/** Who else looks at a record now. */
export const PresenceView = z.object({ others: z.array(PersonRef) });
export type PresenceView = z.infer<typeof PresenceView>;

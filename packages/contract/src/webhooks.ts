import * as z from 'zod';
import { Id, Instant, Name, orNull, PersonRef, recordFields } from './scalars.ts';

/** Kinds of record that webhooks tell of, as the change record names them. */
export const webhookSubjects = [
  ...(['account', 'contact', 'lead', 'opportunity', 'product', 'activity', 'sale', 'invoice', 'receipt'] as const),
  ...(['event', 'expense', 'action', 'milestone', 'checklist_item', 'leave'] as const),
] as const;
export const webhookDeeds = ['created', 'changed', 'archived', 'restored'] as const;
export type WebhookDeed = (typeof webhookDeeds)[number];

/** What can be subscribed: `account.created` …, what became of a deal, and the test that a person sends. */
export const webhookEvents: readonly string[] = [
  ...webhookSubjects.flatMap((subject) => webhookDeeds.map((deed) => `${subject}.${deed}`)),
  ...['opportunity.won', 'opportunity.lost', 'opportunity.reopened'],
];
const Event = z.string().refine((event) => webhookEvents.includes(event), 'an event that webhooks tell of');

const details = {
  name: Name,
  /** https, or http; without a name and password in it. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    // What stands before an @ in front of the host.
    .refine((text) => !/^https?:\/\/[^/?#]*@/i.test(text), 'an address without a name and password'),
  events: z.array(Event).min(1).max(200),
};
export const NewWebhook = z.object({ id: Id, ...details });
export type NewWebhook = z.infer<typeof NewWebhook>;
export const WebhookPatch = z.object({ ...details, isEnabled: z.boolean() }).partial();
export type WebhookPatch = z.infer<typeof WebhookPatch>;

export const deliveryStates = ['queued', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const WebhookView = z.object({
  ...recordFields,
  ...details,
  url: z.string(),
  events: z.array(z.string()),
  isEnabled: z.boolean(),
  /** `failing`: nothing arrived for five days. `gone`: the other side said that it is not there any more. */
  disabledBecause: orNull(z.enum(['person', 'failing', 'gone'])),
  /** Who made it. It tells what this person sees. */
  person: PersonRef,
  /** Since when no delivery has arrived; null when the last one did. */
  failingSince: orNull(Instant),
  /** Until when the secret before the last rotation signs too. */
  formerSecretUntil: orNull(Instant),
});
export type WebhookView = z.infer<typeof WebhookView>;

/** `secret` is shown when the webhook is made and when it is rotated, and never again. */
export const WebhookWithSecret = WebhookView.extend({ secret: orNull(z.string()) });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

export const DeliveryView = z.object({
  /** Also the `webhook-id` that the receiver sees, the same at every attempt. */
  id: Id,
  event: z.string(),
  subject: orNull(z.string()),
  recordId: orNull(Id),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  createdAt: Instant,
  nextAt: orNull(Instant),
  deliveredAt: orNull(Instant),
  /** Of the last attempt; null when no answer came. */
  responseCode: orNull(z.int()),
  lastError: orNull(z.string()),
  /** The body as it is sent. */
  payload: z.string(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
export const DeliveryQuery = z.object({
  state: z.enum(deliveryStates).optional(),
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;
/** Newest first. */
export const DeliveryPage = z.object({ items: z.array(DeliveryView), next: z.string().nullable() });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** The body of a delivery, as the Standard Webhooks specification shapes it. */
export type WebhookPayload = {
  type: string;
  /** When it happened. */
  timestamp: string;
  data: {
    subject: string;
    id: string;
    version: number | null;
    action: string;
    /** Who did it; null when it was the house itself. */
    actorId: string | null;
    /** Columns that changed, before and after; null where there was nothing before. */
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  };
};

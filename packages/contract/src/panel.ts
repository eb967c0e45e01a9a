import { accountStatuses } from '@milepost/core/accounts/life-cycle';
import * as z from 'zod';
import { recordKinds } from './leads.ts';
import { Id, orNull } from './scalars.ts';

/** What the panel beside a page can say of a customer. A room that has something to say adds its name here, and its words there. */
export const panelFactNames = ['tier', 'churn-warning', 'open-issues', 'next-step', 'no-next-step'] as const;

/** One line about a customer. `values` fill the words of its name; a day among them is a civil day. */
export const PanelFactView = z.object({
  name: z.enum(panelFactNames),
  tone: z.enum(['good', 'quiet', 'watch', 'bad']),
  values: z.record(z.string(), z.string()),
  /** Where the portal shows it, as a path; null where there is no such place. */
  path: orNull(z.string()),
});
export type PanelFactView = z.infer<typeof PanelFactView>;

/** Whose facts: the customer of a record that the page was compared with, else the one whose site it is. */
export const BesideQuery = z.object({
  kind: z.enum(recordKinds).optional(),
  id: Id.optional(),
  /** Address of the page, or of a sender. */
  site: z.string().max(4000).optional(),
});
export type BesideQuery = z.infer<typeof BesideQuery>;

/** The customer beside a page; null where none is in sight. */
export const BesideView = z.object({
  account: orNull(z.object({ id: Id, name: z.string(), status: z.enum(accountStatuses) })),
  facts: z.array(PanelFactView),
});
export type BesideView = z.infer<typeof BesideView>;

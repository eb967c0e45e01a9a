import * as z from 'zod';
import { Id, orNull } from './scalars.ts';

export const searchKinds = [
  'account',
  'contact',
  'lead',
  'opportunity',
  'activity',
  'product',
  'event',
  'sale',
  'invoice',
  'action',
  'expense',
  'issue',
  'attachment',
] as const;

export const SearchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(30),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** What was found, the best first. `match`: the name begins with it; it holds the words; it holds them with slips. */
export const SearchAnswer = z.object({
  items: z.array(
    z.object({
      kind: z.enum(searchKinds),
      id: Id,
      label: z.string(),
      note: orNull(z.string()),
      /** Of an activity or a file: the record that it is about, and at which it is shown. */
      about: orNull(z.object({ kind: z.enum(['account', 'contact', 'lead', 'opportunity', 'course']), id: Id })),
      match: z.enum(['beginning', 'words', 'slips']),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

import * as z from 'zod';

export const filterOps = ['is', 'is-not', 'contains', 'empty', 'not-empty', 'gte', 'lte', 'in'] as const;

/** One condition of a list or a saved view. The fields that a list knows are its own matter. */
export const Condition = z.object({
  field: z.string().max(60),
  op: z.enum(filterOps),
  value: z
    .union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(200), z.null()])
    .optional(),
});
export type Condition = z.infer<typeof Condition>;

/** Conditions as a query carries them. */
export const ConditionsText = z
  .string()
  .max(8000)
  .transform((text, ctx) => {
    try {
      return z.array(Condition).max(20).parse(JSON.parse(text));
    } catch {
      ctx.addIssue({ code: 'custom', message: 'filter is a JSON array of {field, op, value}' });
      return z.NEVER;
    }
  });

/**
 * Query of every list. `sort` is a field, with `-` in front for descending; `filter` a JSON array of conditions;
 * `after` the cursor of the previous page; `count=1` asks for the number of all that match.
 */
export const ListQuery = z.object({
  q: z.string().max(200).optional(),
  sort: z.string().max(60).optional(),
  filter: ConditionsText.optional(),
  after: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  count: z.enum(['0', '1']).optional(),
  archived: z.enum(['0', '1']).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** A page of a list; `next` is the cursor of the following page, null at the end; `total` only when asked for. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable() });
export type Page<T> = { items: T[]; next: string | null; total: number | null };

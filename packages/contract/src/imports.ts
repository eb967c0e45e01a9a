import * as z from 'zod';
import { Id, Instant, orNull } from './scalars.ts';

export const importKinds = [
  'people',
  'accounts',
  'contacts',
  'leads',
  'products',
  'opportunities',
  'sales',
  'invoices',
  'receipts',
  'rates',
  'targets',
  'leave',
  'expenses',
  'skills',
  'satisfaction',
] as const;
export const ImportKindName = z.enum(importKinds);
export type ImportKindName = z.infer<typeof ImportKindName>;

/** What a person said of the file against what was found in it. `unit` is a power of ten: 3 for amounts in thousands. */
export const ImportOptions = z
  .object({
    unit: z.union([z.int().min(-3).max(9), z.record(z.string(), z.int().min(-3).max(9))]),
    dateFormat: z.enum(['ymd', 'dmy', 'mdy']),
    decimalMark: z.enum(['.', ',']),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252', 'windows-1250']),
    delimiter: z.enum([',', ';', '\t', '|']),
    sheet: z.string().max(200),
    headerLine: z.int().min(1),
    /** Field → text in the file → text that is meant, e.g. `{region: {"5": "Southeast"}}`. */
    lookups: z.record(z.string(), z.record(z.string(), z.string())),
  })
  .partial();
export type ImportOptions = z.infer<typeof ImportOptions>;

/** Column header → field, or null for a column that is left out. Columns that are not named keep their proposal. */
export const ImportMapping = z.record(z.string(), orNull(z.string()));
export type ImportMapping = z.infer<typeof ImportMapping>;

/** A value that kept its row out. `row` is the line in the file. */
/** Why a row was kept out: a cell cannot be read, what it names is not there, or the row itself is broken. Codes are permanent. */
export const rejectReasons = [
  'not-a-number',
  'misplaced-separator',
  'other-decimal-mark',
  'too-large',
  'not-whole',
  'not-positive',
  'other-currency',
  'not-a-day',
  'no-such-day',
  'day-order-unknown',
  'against-day-order',
  'only-a-month',
  'not-a-month',
  'not-yes-or-no',
  'not-an-email',
  'not-a-phone',
  'not-a-choice',
  'too-long',
  'missing',
  'ambiguous',
  'duplicate-in-file',
  'likely-name',
  'out-of-reach',
  'stage-needs-close-day',
  'before-issue',
  'unknown-record',
  'unknown-reference',
  'too-few-cells',
  'too-many-cells',
  'unclosed-quote',
  'misplaced-quote',
  'cell-too-long',
  'undecodable',
  'not-a-card',
  'overlaps',
  'covers',
  'ends-before-start',
] as const;
export type RowReason = (typeof rejectReasons)[number];
export const RejectedValue = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.enum(rejectReasons),
});
export type RejectedValue = z.infer<typeof RejectedValue>;

/** A name that may mean a record and waits for somebody's yes; `means` is null when nothing like it is known. */
export const LikelyName = z.object({
  column: z.string(),
  field: z.string(),
  subject: z.string(),
  value: z.string(),
  means: orNull(z.object({ id: z.string(), name: z.string() })),
  rows: z.int(),
  firstRow: z.int(),
  /** `open`: the rows are in, without this reference. `held`: the rows wait outside. */
  became: z.enum(['open', 'held']),
  isAccepted: z.boolean(),
});
export type LikelyName = z.infer<typeof LikelyName>;

export const ImportNote = z.object({
  code: z.string(),
  field: orNull(z.string()),
  count: z.int(),
  text: orNull(z.string()),
  rows: z.array(z.int()),
});
export type ImportNote = z.infer<typeof ImportNote>;

export const ImportReport = z.object({
  id: orNull(Id),
  kind: ImportKindName,
  isDryRun: z.boolean(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  likely: z.array(LikelyName),
  rejected: z.array(RejectedValue),
  /** How many rows held an amount with more places than the currency has. */
  rounded: z.int(),
  /** Lines of the file that are no rows, by why, and the first thousand of them. */
  ignored: z.object({
    counts: z.record(z.string(), z.int()),
    lines: z.array(z.object({ line: z.int(), because: z.string(), text: z.string() })),
  }),
  notes: z.array(ImportNote),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const ImportView = z.object({
  id: Id,
  kind: ImportKindName,
  fileName: z.string(),
  state: z.enum(['running', 'done', 'failed', 'undone']),
  startedAt: Instant,
  finishedAt: orNull(Instant),
  by: orNull(z.object({ id: Id, name: z.string() })),
  report: ImportReport,
});
export type ImportView = z.infer<typeof ImportView>;
export const ImportList = z.object({ items: z.array(ImportView) });

/** A column of a file, the field it is proposed for, and what its first rows hold. */
export const ImportPreview = z.object({
  kind: ImportKindName,
  fileName: z.string(),
  form: z.record(z.string(), z.unknown()),
  rows: z.int(),
  columns: z.array(
    z.object({
      column: z.int(),
      header: z.string(),
      field: orNull(z.string()),
      confidence: z.number(),
      unit: z.int(),
      filled: z.int(),
    }),
  ),
  /** `label`: how a custom field is called; null of all others, which have a word of their own. */
  fields: z.array(
    z.object({ field: z.string(), type: z.string(), isRequired: z.boolean(), label: orNull(z.string()) }),
  ),
  hasWideMonths: z.boolean(),
  missing: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  ignored: ImportReport.shape.ignored,
  /** What must be answered by an option before the import can run. */
  questions: z.array(
    z.object({
      about: z.enum(['day-order', 'decimal-mark']),
      header: z.string(),
      examples: z.array(z.object({ line: z.int(), value: z.string() })),
    }),
  ),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Which likely names to accept: all that mean a record when left out. `recordId` says otherwise than the proposal. */
export const LikelyAnswer = z.object({
  items: z
    .array(z.object({ subject: z.string(), value: z.string(), recordId: Id.optional() }))
    .max(10_000)
    .optional(),
});
export type LikelyAnswer = z.infer<typeof LikelyAnswer>;
export const LikelyAccepted = z.object({
  accepted: z.int(),
  filled: z.int(),
  /** Rows that waited outside: import the file again and they come in. */
  held: z.int(),
});
export type LikelyAccepted = z.infer<typeof LikelyAccepted>;
export const ImportUndone = z.object({ removed: z.int(), restored: z.int() });
export type ImportUndone = z.infer<typeof ImportUndone>;

/** Lists that can be taken out as files, by the last part of their address; those of people and companies as cards too. */
export const exportedLists = [
  ...(['accounts', 'contacts', 'leads', 'opportunities', 'products', 'activities', 'sales', 'invoices'] as const),
  ...(['receipts', 'expenses', 'issues', 'people'] as const),
] as const;
export type ExportedList = (typeof exportedLists)[number];
export const exportFormats = ['csv', 'xlsx', 'json', 'vcf'] as const;
export type ExportFormat = (typeof exportFormats)[number];
const withCards: readonly string[] = ['accounts', 'contacts', 'leads', 'people'];
/** The formats in which a list can be had. */
export const exportFormatsOf = (list: ExportedList): ExportFormat[] =>
  exportFormats.filter((format) => format !== 'vcf' || withCards.includes(list));

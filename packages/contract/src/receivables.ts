import * as z from 'zod';
import {
  CivilDay,
  Currency,
  Id,
  LongText,
  Minor,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
  Version,
} from './scalars.ts';

/** Money that was billed or came in is above zero; a credit note says by its kind that it takes off. */
const Positive = Minor.min(1);

const invoiceDetails = {
  /** Our own number of the invoice; no two that stand share one. */
  number: Name,
  accountId: orNull(Id),
  issuedOn: CivilDay,
  /** Left out or null: issue plus the default terms of the organisation, which the view states. */
  dueOn: orNull(CivilDay),
  amountMinor: Positive,
  currency: Currency,
  isDisputed: z.boolean(),
  /** Terms of payment as they were agreed, in words: "net 30". */
  terms: orNull(ShortText),
  note: orNull(LongText),
  /** Left out: the account's owner and backup, or oneself where there is no account. */
  ownerId: orNull(Id),
  backupId: orNull(Id),
};
const details = z.object(invoiceDetails);

export const NewInvoice = z.object({
  id: Id,
  ...details.partial().shape,
  number: Name,
  issuedOn: CivilDay,
  amountMinor: Positive,
});
export type NewInvoice = z.infer<typeof NewInvoice>;
export const InvoicePatch = details.partial();
export type InvoicePatch = z.infer<typeof InvoicePatch>;

/** What became of an invoice by what was posted: nothing yet, a part, all of it by money, all of it by credit notes. */
export const invoiceStatuses = ['open', 'part-paid', 'paid', 'credited'] as const;

export const InvoiceView = z.object({
  ...recordFields,
  ...details.omit({ accountId: true, ownerId: true, backupId: true, dueOn: true }).shape,
  /** The number once more, under the key by which lists and pickers call a record. */
  name: Name,
  account: orNull(RecordRef),
  owner: orNull(PersonRef),
  backup: orNull(PersonRef),
  dueOn: CivilDay,
  /** Nobody gave a due day: it is the issue plus the default terms. */
  isDueByTerms: z.boolean(),
  status: z.enum(invoiceStatuses),
  openMinor: z.int(),
  collectedMinor: z.int(),
  creditedMinor: z.int(),
  /** What came in beyond the invoice: it belongs to the customer. */
  overpaidMinor: z.int(),
  settledOn: orNull(CivilDay),
});
export type InvoiceView = z.infer<typeof InvoiceView>;

export const receiptKinds = ['receipt', 'credit-note'] as const;
const receiptDetails = {
  invoiceId: Id,
  kind: z.enum(receiptKinds),
  day: CivilDay,
  amountMinor: Positive,
  /** Number of the payment or credit note. */
  externalId: orNull(ShortText),
  note: orNull(LongText),
};
export const NewReceipt = z.object({
  id: Id,
  ...z.object(receiptDetails).partial().shape,
  invoiceId: Id,
  day: CivilDay,
  amountMinor: Positive,
});
export type NewReceipt = z.infer<typeof NewReceipt>;
export const ReceiptPatch = z.object(receiptDetails).omit({ invoiceId: true }).partial();
export type ReceiptPatch = z.infer<typeof ReceiptPatch>;
export const ReceiptView = z.object({
  ...recordFields,
  ...z.object(receiptDetails).omit({ invoiceId: true }).shape,
  invoice: RecordRef,
  account: orNull(RecordRef),
  currency: Currency,
});
export type ReceiptView = z.infer<typeof ReceiptView>;

export const agesFrom = ['issue', 'due'] as const;
const Days = z.int().min(1).max(3650);
const definition = {
  /** Days from issue to due where an invoice does not say. */
  termsDays: z.int().min(0).max(3650),
  /** "Collected within": so many days, counted from issue or due. */
  withinDays: z.int().min(0).max(3650),
  withinFrom: z.enum(agesFrom),
  /** Days of credit sales that days outstanding are measured against. */
  windowDays: Days,
};
/** What the figures of this organisation mean. Version 0: nobody has said otherwise yet. */
export const ReceivablesDefinition = z.object({ ...definition, version: z.union([z.literal(0), Version]) });
export type ReceivablesDefinition = z.infer<typeof ReceivablesDefinition>;
export const ReceivablesDefinitionPatch = z.object(definition).partial();
export type ReceivablesDefinitionPatch = z.infer<typeof ReceivablesDefinitionPatch>;

export const receivablesAxes = ['total', 'rep', 'account', 'team'] as const;
/** As of the end of a day: today when left out. Definitions are the organisation's unless the query says otherwise. */
export const ReceivablesQuery = z.object({
  asOf: CivilDay.optional(),
  by: z.enum(receivablesAxes).default('total'),
  currency: Currency.optional(),
  /** Disputed invoices are counted, left out, or looked at alone. */
  disputed: z.enum(['with', 'without', 'only']).default('with'),
  withinDays: z.coerce.number().int().min(0).max(3650).optional(),
  withinFrom: z.enum(agesFrom).optional(),
  windowDays: z.coerce.number().int().min(1).max(3650).optional(),
  /** Collection effectiveness from this day to `asOf`: the last three calendar months up to it when left out. */
  from: CivilDay.optional(),
});
export type ReceivablesQuery = z.infer<typeof ReceivablesQuery>;

export const receivablesFigures = [
  'open',
  'overdue',
  'bucket',
  'daysOutstanding',
  'bestPossible',
  'delinquent',
  'countBack',
  'collected',
  'collectedByCount',
  'effectiveness',
  'cohort',
  'cohortOwed',
  'cohortOpen',
  'week',
  'later',
  'unknown',
  'disputed',
  'overpaid',
  'late',
  'daysToSettle',
] as const;
/** `id` is the row; `at` the place of a bucket or the first day of a week or of a cohort's month; `age` the cohort's column. */
export const ReceivablesWhyQuery = ReceivablesQuery.extend({
  figure: z.enum(receivablesFigures),
  id: z.string().max(200).optional(),
  at: z.string().max(10).optional(),
  age: z.coerce.number().int().min(0).max(3650).optional(),
});
export type ReceivablesWhyQuery = z.infer<typeof ReceivablesWhyQuery>;

/** A share of what was owed, or of the invoices: null as a whole where nobody can know yet. */
const Collected = z.object({
  share: z.number(),
  /** 95 %. */
  low: z.number(),
  high: z.number(),
  /** What came in within the days, of what was owed so far; smaller than the share says while younger invoices may still be paid. */
  collected: z.int(),
  owed: z.int(),
});

export const ReceivablesRow = z.object({
  /** Person, account or team; empty for the total and for what is nobody's. */
  id: z.string(),
  name: z.string(),
  invoices: z.int(),
  openInvoices: z.int(),
  open: z.int(),
  overdue: z.int(),
  disputed: z.int(),
  overpaid: z.int(),
  /** Not due, 1–30, 31–60, 61–90, more than 90 days late; they sum to `open`. */
  buckets: z.array(z.int()).length(5),
  /** Credit sales of the window, null where the books begin later. */
  sales: orNull(z.int()),
  daysOutstanding: orNull(z.number()),
  bestPossible: orNull(z.number()),
  delinquent: orNull(z.number()),
  countBack: orNull(z.number()),
  collected: orNull(Collected),
  collectedByCount: orNull(Collected),
  /** Late of those invoices that can be judged, and mean days from issue to settlement. */
  late: orNull(z.object({ share: z.number(), late: z.int(), judged: z.int() })),
  daysToSettle: orNull(z.number()),
});
export type ReceivablesRow = z.infer<typeof ReceivablesRow>;

export const ReceivablesView = z.object({
  asOf: CivilDay,
  currency: Currency,
  definition: z.object(definition),
  /** Currencies of all invoices in sight; the figures are of one. */
  currencies: z.array(Currency),
  total: ReceivablesRow,
  rows: z.array(ReceivablesRow),
  effectiveness: z.object({
    from: CivilDay,
    opening: z.int(),
    sales: z.int(),
    closing: z.int(),
    closingCurrent: z.int(),
    ratio: orNull(z.number()),
  }),
  cohortAges: z.array(z.int()),
  cohorts: z.array(
    z.object({
      month: CivilDay,
      invoices: z.int(),
      owed: z.int(),
      open: z.int(),
      shares: z.array(orNull(z.number())),
    }),
  ),
  /** Longest overdue first, then the largest; at most two hundred, of so many. */
  overdue: z.array(
    z.object({
      id: Id,
      number: z.string(),
      account: orNull(RecordRef),
      owner: orNull(PersonRef),
      dueOn: CivilDay,
      daysLate: z.int(),
      open: z.int(),
      isDisputed: z.boolean(),
    }),
  ),
  overdueCount: z.int(),
  weeks: z.array(z.object({ from: CivilDay, to: CivilDay, expected: z.int() })),
  /** Expected after those weeks, or never; and what the history says nothing of. */
  expectedLater: z.int(),
  expectedUnknown: z.int(),
});
export type ReceivablesView = z.infer<typeof ReceivablesView>;

import * as z from 'zod';
import {
  CivilDay,
  Currency,
  Id,
  Instant,
  Minor,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  Version,
} from './scalars.ts';
import { WinBackView } from './win-back.ts';

export const churnSigns = ['alive', 'silence', 'renewal', 'activity'] as const;
const share = z.number().min(0).max(1);
const points = z.int().min(0).max(100);

/** From where on a customer is in danger; null leaves a sign out. */
const settings = {
  leastAlive: orNull(share),
  unlikelySilence: orNull(share),
  leastRenewal: orNull(share),
  activityFall: orNull(share),
  /** How far a sign has to recover before the danger is over. */
  margin: share,
  coolDownDays: z.int().min(0).max(365),
  points: z.object({ alive: points, silence: points, renewal: points, activity: points }),
  /** Without a purchase for so long a customer counts as lost: by this the warning itself is judged. */
  lostAfterDays: z.int().min(14).max(1095),
  /** A renewal is looked at so many days before. */
  renewalDays: z.int().min(7).max(365),
};
export const ChurnSettingsPatch = z.object(settings).partial();
export type ChurnSettingsPatch = z.infer<typeof ChurnSettingsPatch>;
/** Why a simpler rhythm stands for the one that was asked, as its best fit lay at the edge of what it can say. */
export const degenerateFits = ['no-drop-out', 'one-and-gone'] as const;
/** What was learnt of all customers: version 0 and null as long as nothing was. */
const model = z.object({
  fittedOn: orNull(CivilDay),
  customers: z.int(),
  /** `nbd` knows no drop-out: nobody is told to be gone by it. Null with fewer than 100 customers. */
  kind: orNull(z.enum(['bgnbd', 'mbgnbd', 'nbd'])),
  degenerate: orNull(z.enum(degenerateFits)),
});
export const ChurnSettingsView = z.object({
  id: Id,
  version: z.int(),
  updatedAt: orNull(Instant),
  ...settings,
  model,
});
export type ChurnSettingsView = z.infer<typeof ChurnSettingsView>;

/** What is known of a customer, for the words of each cause; null where it is not known. */
export const ChurnFactsView = z.object({
  alive: orNull(z.number()),
  /** Purchases to expect in the next 90 days. */
  expected: orNull(z.number()),
  purchases: z.int(),
  lastOn: orNull(CivilDay),
  silence: orNull(
    z.object({ medianGap: z.number(), silentDays: z.int(), ratio: z.number(), chance: z.number(), gaps: z.int() }),
  ),
  renewal: orNull(
    z.object({
      endsOn: CivilDay,
      chance: z.number(),
      low: z.number(),
      high: z.number(),
      renewed: z.int(),
      decided: z.int(),
    }),
  ),
  activity: orNull(z.object({ fall: z.number(), isBelowLimits: z.boolean(), mean: z.number(), last: z.int() })),
});
export type ChurnFactsView = z.infer<typeof ChurnFactsView>;

export const churnEndings = ['recovered', 'overridden', 'settled', 'lost', 'doubled'] as const;
export const ChurnAlertView = z.object({
  ...recordFields,
  account: orNull(RecordRef),
  owner: orNull(PersonRef),
  openedOn: CivilDay,
  status: z.enum(['open', 'closed']),
  closedOn: orNull(CivilDay),
  /** What ended it: the signs recovered, somebody said that all is well, its plan had an outcome, the customer counts as lost, or two accounts became one. */
  ending: orNull(z.enum(churnEndings)),
  /** Empty when somebody said that there is danger. */
  signs: z.array(z.enum(churnSigns)),
  /** As they were when it was opened. */
  facts: ChurnFactsView,
  score: orNull(z.int()),
  winBack: orNull(z.object({ id: Id, status: z.string() })),
});
export type ChurnAlertView = z.infer<typeof ChurnAlertView>;

export const overrideVerdicts = ['safe', 'danger'] as const;
const override = { verdict: z.enum(overrideVerdicts), reason: z.string().trim().min(1).max(1000), untilDay: CivilDay };
export const NewChurnOverride = z.object({ id: Id, accountId: Id, ...override });
export type NewChurnOverride = z.infer<typeof NewChurnOverride>;
export const ChurnOverridePatch = z.object(override).partial();
export type ChurnOverridePatch = z.infer<typeof ChurnOverridePatch>;
export const ChurnOverrideView = z.object({
  ...recordFields,
  ...override,
  account: orNull(RecordRef),
  by: orNull(PersonRef),
  isInForce: z.boolean(),
});
export type ChurnOverrideView = z.infer<typeof ChurnOverrideView>;

export const renewalOutcomes = ['open', 'renewed', 'ended'] as const;
const renewal = {
  name: Name,
  endsOn: CivilDay,
  /** The so-manieth renewal of this contract. */
  nth: z.int().min(1).max(100),
  outcome: z.enum(renewalOutcomes),
  amountMinor: orNull(Minor.min(0)),
};
export const NewRenewal = z.object({
  id: Id,
  accountId: Id,
  name: renewal.name,
  endsOn: renewal.endsOn,
  nth: renewal.nth.default(1),
  outcome: renewal.outcome.default('open'),
  amountMinor: renewal.amountMinor.optional(),
});
export type NewRenewal = z.infer<typeof NewRenewal>;
export const RenewalPatch = z.object(renewal).partial();
export type RenewalPatch = z.infer<typeof RenewalPatch>;
export const RenewalView = z.object({
  ...recordFields,
  ...renewal,
  account: orNull(RecordRef),
  owner: orNull(PersonRef),
  currency: Currency,
  decidedOn: orNull(CivilDay),
});
export type RenewalView = z.infer<typeof RenewalView>;

/** How a customer is: what is left of 100, and what took the rest, in its own words. */
export const ChurnHealthView = z.object({
  accountId: Id,
  asOf: CivilDay,
  /** Null where nothing is known. */
  score: orNull(z.int()),
  causes: z.array(z.object({ sign: z.enum(churnSigns), points: z.int(), most: z.int(), isSign: z.boolean() })),
  facts: ChurnFactsView,
  model,
  alert: orNull(z.object({ id: Id, version: Version, openedOn: CivilDay })),
  override: orNull(ChurnOverrideView),
  winBack: orNull(WinBackView),
});
export type ChurnHealthView = z.infer<typeof ChurnHealthView>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM');
/** The month that is meant; the one under way when left out. */
export const ChurnRecordQuery = z.object({ month: month.optional() });
export type ChurnRecordQuery = z.infer<typeof ChurnRecordQuery>;
const told = z.object({
  num: z.int(),
  den: z.int(),
  ratio: orNull(z.number()),
  interval: z.object({ low: z.number(), high: z.number() }),
});
const record = { caught: told, missed: told, right: told, treated: z.object({ stayed: z.int(), lost: z.int() }) };
/** The month of the warning, and how good the warning was: of the month, and of the twelve up to it. */
export const ChurnRecordView = z.object({
  month,
  from: CivilDay,
  to: CivilDay,
  lostAfterDays: z.int(),
  opened: z.int(),
  closed: z.int(),
  openNow: z.int(),
  wonBack: z.int(),
  ofMonth: z.object(record),
  ofYear: z.object(record),
  months: z.array(z.object({ month, opened: z.int(), lost: z.int(), caught: z.int() })),
});
export type ChurnRecordView = z.infer<typeof ChurnRecordView>;

export const churnRecordFigures = ['caught', 'missed', 'right'] as const;
export const ChurnRecordWhyQuery = ChurnRecordQuery.extend({
  figure: z.enum(churnRecordFigures),
  span: z.enum(['ofMonth', 'ofYear']).default('ofMonth'),
});
export type ChurnRecordWhyQuery = z.infer<typeof ChurnRecordWhyQuery>;

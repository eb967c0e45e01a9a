import * as z from 'zod';
import {
  CivilDay,
  Currency,
  Id,
  Instant,
  Minor,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  Version,
} from './scalars.ts';

/**
 * What is made even: the number of accounts; the margin they brought, or the visits, calls and meetings they took, of twelve months; or the
 * hours a year that the visits take which they are promised.
 */
export const balances = ['accounts', 'margin', 'activities', 'hours'] as const;
export const Balance = z.enum(balances);
export type Balance = z.infer<typeof Balance>;

/** How territories are drawn anew. */
export const TerritoryAsked = z.object({
  /** Among whom; their capacity is their share of full time. */
  personIds: z.array(Id).min(2).max(1000),
  balance: Balance,
  /** At most so many accounts change hands. */
  moves: z.int().min(0).max(1000),
  /** What it costs that all margin changes hands: 1 is as bad as one person with twice their share. */
  price: z.number().min(0).max(100),
  /** Accounts of nobody are given away too. */
  withUnowned: z.boolean(),
  /** Which row of the choice is meant, by its number of moves; the last one when left out. */
  chosen: z.int().min(0).max(1000).optional(),
});
export type TerritoryAsked = z.infer<typeof TerritoryAsked>;

/** `personId` for the loads and the share of one person. */
export const TerritoryWhyAsked = TerritoryAsked.extend({
  figure: z.enum(['imbalance-before', 'imbalance-after', 'disturbed', 'load-before', 'load-after', 'share']),
  personId: Id.optional(),
});
export type TerritoryWhyAsked = z.infer<typeof TerritoryWhyAsked>;

export const TerritoryChoice = z.object({
  moves: z.int(),
  /** Share of all work that is beyond somebody's even share; null where there is no work. */
  imbalance: orNull(z.number()),
  /** Margin of twelve months of the accounts that change hands, minor units. */
  marginDisturbed: Minor,
});
export type TerritoryChoice = z.infer<typeof TerritoryChoice>;

export const TerritoryMove = z.object({
  account: RecordRef,
  /** Version of the account that was seen: sent back when it is applied. */
  version: Version,
  /** Null: it was nobody's. */
  from: orNull(PersonRef),
  to: PersonRef,
  load: z.number(),
  /** Null when the cost of what it bought is not known. */
  margin: orNull(Minor),
});
export type TerritoryMove = z.infer<typeof TerritoryMove>;

export const TerritoryView = z.object({
  asOf: CivilDay,
  /** The twelve months that margins and activities are counted in. */
  from: CivilDay,
  currency: Currency,
  unit: z.enum(['count', 'money', 'hours']),
  accounts: z.int(),
  locked: z.int(),
  /** Accounts whose margin is not known: moving them is priced at nothing. */
  unknownMargins: z.int(),
  /** Accounts without a tier and without a promise of their own: nobody knows what hours they take, and none are reckoned. */
  unknownHours: z.int(),
  people: z.array(
    z.object({
      person: PersonRef,
      /** Share of full time; 1 where nobody has said. */
      capacity: z.number(),
      before: z.number(),
      after: z.number(),
      /** Null where nobody has capacity. */
      share: orNull(z.number()),
    }),
  ),
  choices: z.array(TerritoryChoice),
  chosen: TerritoryChoice,
  moves: z.array(TerritoryMove),
  /** Accounts nobody here can take. */
  unplaced: z.int(),
});
export type TerritoryView = z.infer<typeof TerritoryView>;

/** Who can be among the people of a territory: those who sell, in the reach of who asks. */
export const TerritoryPeople = z.object({ items: z.array(PersonRef) });

export const NewRegrouping = z.object({
  id: Id,
  asked: TerritoryAsked,
  moves: z
    .array(z.object({ accountId: Id, version: Version, fromId: orNull(Id), toId: Id }))
    .min(1)
    .max(1000),
});
export type NewRegrouping = z.infer<typeof NewRegrouping>;

export const RegroupingView = z.object({
  ...recordFields,
  by: orNull(PersonRef),
  balance: Balance,
  accounts: z.int(),
  /** The imbalance before and after, as it was proposed. */
  imbalanceBefore: orNull(z.number()),
  imbalanceAfter: orNull(z.number()),
  marginDisturbed: Minor,
  undoneAt: orNull(Instant),
});
export type RegroupingView = z.infer<typeof RegroupingView>;
export const RegroupingsView = z.object({ items: z.array(RegroupingView) });
export type RegroupingsView = z.infer<typeof RegroupingsView>;

/** The customer asked to keep the person: the account stays where it is. */
export const AccountLock = z.object({ isLocked: z.boolean() });
export type AccountLock = z.infer<typeof AccountLock>;
export const LockedAccounts = z.object({ items: z.array(RecordRef) });
export type LockedAccounts = z.infer<typeof LockedAccounts>;

export const BackupsAsked = z.object({
  personIds: z.array(Id).min(1).max(1000),
  /** Only accounts that have none, or whose backup has left. */
  onlyMissing: z.boolean(),
});
export type BackupsAsked = z.infer<typeof BackupsAsked>;
export const BackupsView = z.object({
  /** The worst of all absences: accounts that one colleague is handed, for each full time. Null when nobody can stand in. */
  worst: orNull(z.number()),
  rows: z.array(
    z.object({
      account: RecordRef,
      version: Version,
      owner: PersonRef,
      backup: orNull(PersonRef),
      reason: orNull(z.enum(['nobody-else', 'nobody-qualified'])),
    }),
  ),
});
export type BackupsView = z.infer<typeof BackupsView>;
export const GiveBackups = z.object({
  rows: z
    .array(z.object({ accountId: Id, version: Version, backupId: Id }))
    .min(1)
    .max(1000),
});
export type GiveBackups = z.infer<typeof GiveBackups>;
export const GivenBackups = z.object({
  done: z.int(),
  refused: z.array(z.object({ accountId: Id, failure: z.string() })),
});
export type GivenBackups = z.infer<typeof GivenBackups>;

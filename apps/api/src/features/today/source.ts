import type { TodayDeed, TodaySourceName } from '@milepost/contract/today';
import type { Stake } from '@milepost/core/priority/stake';
import type { Lane } from '@milepost/core/priority/task';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';

/** Whose day it is. `away` are the people whose records they back up and who are on leave: their items arrive here too. */
export type Whose = { personId: string; away: readonly string[]; day: string };

/** One thing to do, before it has a place in the order. */
export type TodayItem = {
  source: TodaySourceName;
  id: string;
  version: number;
  lane: Lane;
  name: string;
  kind: ActivityTable['kind'] | null;
  plannedOn: string | null;
  startsAt: string | null;
  /** The last day on which it is not late. */
  dueOn: string | null;
  minutes: number | null;
  usualHours: number;
  /** What is at stake; null when nobody knows. */
  stake: Stake | null;
  segment: string | null;
  accountId: string | null;
  opportunityId: string | null;
  leadId: string | null;
  contactId: string | null;
  /** Whose it is: the person of the list, or somebody who is away. */
  ofId: string;
  backupId: string | null;
  givenById: string | null;
  deeds: readonly TodayDeed[];
};

/**
 * Where items come from: one file each under `sources/`, one line in `all-sources.ts`. The order, snoozing, giving away and the derivations
 * are the same for all of them.
 */
export type TodaySource = {
  name: TodaySourceName;
  /** The items of somebody's day. The order does not matter. */
  items(db: Db, actor: Actor, whose: Whose): Promise<TodayItem[]>;
  /**
   * Where there may be thousands, `items` reads only what the order needs, and this the rest, version and name among it, of those that
   * are shown or worked on. What is out of the actor's sight is left out.
   */
  complete?(db: Db, actor: Actor, items: readonly TodayItem[]): Promise<TodayItem[]>;
  /**
   * Ticks an item off, or takes that back, and answers its new version. Left out where doing it is more than a tick.
   * @throws Failure `version-clash`
   */
  tick?(work: Work, item: { id: string; version: number; isDone: boolean; day: string }): Promise<number>;
  /** The version of what was ticked off, for who takes that back. Left out where there is no tick. */
  versionOf?(db: Db, actor: Actor, id: string): Promise<number>;
  /** Hands an item itself over; where it is left out, the backup gets a task about it instead. */
  give?(work: Work, item: { id: string; version: number; toId: string; fromId: string }): Promise<number>;
};

/** What an item is where its source says nothing else. */
export const plainItem = {
  lane: 'value',
  kind: null,
  plannedOn: null,
  startsAt: null,
  minutes: null,
  stake: null,
  segment: null,
  accountId: null,
  opportunityId: null,
  leadId: null,
  contactId: null,
  backupId: null,
  givenById: null,
} as const satisfies Partial<TodayItem>;

/** Days between two civil days as numbers are counted by core; what an item usually takes, in hours. */
export const usualHours = { visit: 2, meeting: 1, call: 0.25, email: 0.25, note: 0.25, short: 0.25, step: 1 } as const;

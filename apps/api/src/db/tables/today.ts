import type { RecordColumns } from './record.ts';

/** What somebody did about an item of their day without changing the item: put off until a day, given to a backup, done. */
export type TodayMarkTable = RecordColumns & {
  person_id: string;
  source: string;
  item_id: string;
  /** What the item was called, for the trail. */
  name: string;
  account_id: string | null;
  until_on: string | null;
  /** The task that the backup has instead: while it is open, the item stands on their list. */
  task_id: string | null;
  done_on: string | null;
};

/** An account that needs no next step until a day. */
export type ParkedAccountTable = { org_id: string; account_id: string; reason: string; until_on: string };

/** Words that meet one kind of objection. */
export type TalkTrackTable = RecordColumns & {
  name: string;
  name_key: string;
  objection: string;
  words: string;
};

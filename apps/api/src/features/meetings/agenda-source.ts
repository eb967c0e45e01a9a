import type { AgendaSourceName } from '@milepost/contract/meetings';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';

/** Something open that a meeting may speak of. */
export type OpenMatter = {
  source: AgendaSourceName;
  recordId: string;
  text: string;
  ownerId: string | null;
  /** The day on which it was, or is, due; null where nothing is. */
  dueOn: string | null;
};

/** The meeting that is drafted for: its day, and who is there. */
export type MeetingAbout = { id: string; day: string; attendeeIds: readonly string[] };

/**
 * Where things on an agenda come from: one file each under `sources/`, one line in `all-agenda-sources.ts`. What a source hands over
 * lies in the actor's sight; who reads the agenda later is asked again for each record (`subject`).
 */
export type AgendaSource = {
  name: AgendaSourceName;
  /** The kind of record, as the change record names it. */
  subject: string;
  matters(db: Db, actor: Actor, about: MeetingAbout): Promise<OpenMatter[]>;
};

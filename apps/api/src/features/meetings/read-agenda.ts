import type { AgendaItem, AgendaProposal } from '@milepost/contract/meetings';
import { toDay } from '@milepost/core/calendar/civil-day';
import { agendaKey, draftAgenda } from '@milepost/core/meetings/draft-agenda';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { MeetingTable } from '../../db/tables/meetings.ts';
import type { MeetingAbout, OpenMatter } from './agenda-source.ts';
import { agendaSourcesInUse, subjectOf } from './all-agenda-sources.ts';
import { attendees } from './store.ts';

type Drafting = MeetingAbout & { agenda: readonly AgendaItem[]; lengthMinutes: number | null };

/** What is open, in its order: what fits into the meeting, and what waits. */
export async function openMatters(db: Db, actor: Actor, { agenda, lengthMinutes, ...about }: Drafting) {
  const found = (await Promise.all(agendaSourcesInUse.map((source) => source.matters(db, actor, about)))).flat();
  const standing = new Set(agenda.map(({ id, source, recordId }) => agendaKey({ source, recordId: recordId ?? id })));
  const candidates = found.map((one) => ({ ...one, dueDay: one.dueOn === null ? null : toDay(one.dueOn) }));
  return draftAgenda(candidates, { standing, lengthMinutes });
}

/** A matter as it is put on an agenda. */
export const itemOf = ({ source, recordId, text }: OpenMatter, id: string): AgendaItem => ({
  ...{ id, source, recordId, text: text.slice(0, 300), decision: null },
});

/** What could stand on the agenda of a meeting and does not, the most urgent first. */
export async function agendaProposals(db: Db, actor: Actor, row: MeetingTable): Promise<AgendaProposal[]> {
  const attendeeIds = (await attendees.of(db, actor.orgId, [row.id])).get(row.id) ?? [];
  const { items, waiting } = await openMatters(db, actor, {
    ...{ id: row.id, day: row.on_day, attendeeIds, lengthMinutes: row.length_minutes },
    agenda: fromJson<AgendaItem[]>(row.agenda),
  });
  const names = await namesOf(db, actor, { person: [...items, ...waiting].map(({ ownerId }) => ownerId) });
  const told = (fits: boolean) => (one: OpenMatter) => ({
    ...{ source: one.source, recordId: one.recordId, text: one.text, dueOn: one.dueOn, fits },
    owner: nameOf(names.person, one.ownerId),
  });
  return [...items.map(told(true)), ...waiting.map(told(false))];
}

/** Does the reader see the record that a thing on the agenda is about? What somebody wrote everybody of the meeting sees. */
export async function seesItem(db: Db, actor: Actor, { source, recordId }: AgendaItem): Promise<boolean> {
  const subject = subjectOf(source);
  return subject === undefined || recordId === null || isInSight(db, actor, subject, recordId);
}

/** The agenda as the reader sees it: of a record out of their sight only that there is something. */
export const agendaFor = async (db: Db, actor: Actor, row: MeetingTable): Promise<AgendaItem[]> =>
  Promise.all(
    fromJson<AgendaItem[]>(row.agenda).map(async (item) =>
      (await seesItem(db, actor, item)) ? item : { ...item, text: null },
    ),
  );

import type { EventView, FollowUpStep } from '@milepost/contract/events';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { EventTable } from '../../db/tables/measures.ts';
import { definitions, ratioOf } from '../measures/definition-store.ts';
import { conversionView } from './conversion-view.ts';
import { eventContacts, termsOfRow } from './store.ts';

/** @param today the civil day on which windows are open or over */
export const eventViews =
  (today: (actor: Actor) => string) =>
  async (db: Db, actor: Actor, rows: readonly EventTable[]): Promise<EventView[]> => {
    const names = await namesOf(db, actor, { person: rows.map((row) => row.owner_id) });
    const definition = await definitions.inForce(db, actor);
    const contacts = await eventContacts(
      db,
      actor,
      rows.map(({ id }) => id),
    );
    const byEvent = Map.groupBy(contacts, ({ eventId }) => eventId);
    return rows.map((row) => ({
      ...recordFields(row),
      name: row.name,
      kind: row.kind,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      place: row.place,
      targetRatio: ratioOf(row.target_bp),
      windowDays: row.window_days,
      talkTrack: row.talk_track,
      steps: fromJson<FollowUpStep[]>(row.steps),
      costMinor: row.cost_minor,
      owner: nameOf(names.person, row.owner_id),
      conversion: conversionView(byEvent.get(row.id) ?? [], termsOfRow(row, definition), today(actor)),
    }));
  };

import type { EditionCommentView, EditionSubscriptionView, EditionView, PledgeView } from '@milepost/contract/reports';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type {
  EditionCommentTable,
  EditionSubscriptionTable,
  EditionTable,
  PledgeTable,
} from '../../db/tables/reports.ts';
import { standingOf } from './pledge-standing.ts';
import { editions } from './store.ts';

type Today = (actor: Actor) => string;

/** Somebody signs who leads its person, never the person. */
export const maySign = (actor: Actor, personId: string): boolean =>
  actor.role !== 'rep' && actor.personId !== null && actor.personId !== personId && reaches(actor, personId);

export const editionViewsOn =
  (today: Today) =>
  async (db: Db, actor: Actor, rows: readonly EditionTable[]): Promise<EditionView[]> => {
    const names = await namesOf(db, actor, { person: rows.flatMap((row) => [row.person_id, row.signed_by_id]) });
    return rows.map((row) => {
      const isOwn = actor.personId === row.person_id;
      const mayWrite = isOwn && row.state === 'draft' && row.archived_at === null;
      return {
        ...recordFields(row),
        ...{ personId: row.person_id, person: nameOf(names.person, row.person_id), kind: row.kind },
        ...{ startsOn: row.starts_on, endsOn: row.ends_on, dueOn: row.due_on, closesOn: row.closes_on },
        ...{ state: row.state, achieved: row.achieved, obstacles: row.obstacles, outlook: row.outlook },
        ...{ frozenAt: row.frozen_at, hash: row.hash },
        ...{ signedBy: nameOf(names.person, row.signed_by_id), signedAt: row.signed_at },
        mayWrite,
        maySubmit: mayWrite && today(actor) > row.ends_on,
        maySign: row.state !== 'draft' && row.signed_at === null && maySign(actor, row.person_id),
      };
    });
  };

/** Pledges as they stand now: what is due today is open until the day is over. */
export const pledgeViewsOn =
  (today: Today) =>
  async (db: Db, actor: Actor, rows: readonly PledgeTable[]): Promise<PledgeView[]> => {
    const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
    const frozen = new Map<string, boolean>();
    for (const id of new Set(rows.map(({ edition_id }) => edition_id)))
      frozen.set(id, (await editions.find(db, actor, id))?.state !== 'draft');
    const yesterday = toDay(today(actor)) - 1;
    return rows.map((row) => ({
      ...recordFields(row),
      ...{ editionId: row.edition_id, personId: row.person_id, person: nameOf(names.person, row.person_id) },
      ...{ kind: row.kind, text: row.text, dueOn: row.due_on },
      standing:
        row.settled_as !== null && (row.settled_on ?? '') <= row.due_on ? row.settled_as : standingOf(row, yesterday),
      ...{ settledOn: row.settled_on, reason: row.reason },
      mayWrite: actor.personId === row.person_id && frozen.get(row.edition_id) === false,
      maySettle: actor.personId === row.person_id && row.archived_at === null,
    }));
  };

export async function editionCommentViews(
  db: Db,
  actor: Actor,
  rows: readonly EditionCommentTable[],
): Promise<EditionCommentView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.by_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ editionId: row.edition_id, by: nameOf(names.person, row.by_id), text: row.text },
    isOwn: actor.personId !== null && actor.personId === row.by_id,
  }));
}

export async function editionSubscriptionViews(
  db: Db,
  actor: Actor,
  rows: readonly EditionSubscriptionTable[],
): Promise<EditionSubscriptionView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.about_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ kind: row.kind, aboutId: row.about_id, about: nameOf(names.person, row.about_id) },
  }));
}

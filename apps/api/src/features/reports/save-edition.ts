import { workingOf } from '@milepost/contract/calendar';
import type { EditionPatch, NewEdition } from '@milepost/contract/reports';
import { type Span, toDay, toIso, type Weekday } from '@milepost/core/calendar/civil-day';
import { type EditionKind, editionDeadlines, editionSpan, lastSpanOver } from '@milepost/core/reports/edition-span';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { EditionTable } from '../../db/tables/reports.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { freezeEdition, lockEdition } from './freeze-edition.ts';
import { editions } from './store.ts';
import { maySign } from './views.ts';

/** Columns of a new draft of a span. */
export function draftOf(
  { organisation }: Pick<Actor, 'organisation'>,
  { id, personId, kind, span }: { id: string; personId: string; kind: EditionKind; span: Span },
) {
  const { dueOn, closesOn } = editionDeadlines(span, workingOf(organisation));
  return {
    ...{ id, person_id: personId, kind, state: 'draft' as const },
    ...{ starts_on: toIso(span.first), ends_on: toIso(span.last), due_on: toIso(dueOn), closes_on: toIso(closesOn) },
    ...{ achieved: null, obstacles: null, outlook: null, frozen_at: null, hash: null },
    ...{ signed_by_id: null, signed_at: null, reminded_at: null },
  };
}

/**
 * Drafts the edition of a span, one's own or that of one of one's people; where there is one of that span already, that one is answered.
 * @throws Failure `not-found`, `invalid-input` for a span that has not begun
 */
export const createEdition = (deps: Deps, actor: Actor, { id, kind, day, personId }: NewEdition) =>
  deps.transact(actor, async (work): Promise<{ row: EditionTable; isNew: boolean }> => {
    const there = await editions.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    const whose = personId ?? actor.personId;
    if (whose === null || !reaches(actor, whose)) throw new Failure('not-found');
    await people.get(work.db, actor, whose);
    const today = deps.clock.today(actor.organisation.timeZone);
    const weekStart = actor.organisation.weekStart as Weekday;
    const span =
      day === undefined ? lastSpanOver(kind, toDay(today), weekStart) : editionSpan(kind, toDay(day), weekStart);
    if (span.first > toDay(today))
      throw new Failure('invalid-input', fieldIssue('/day', 'in-the-future', 'this span has not begun'));
    await lockEdition(work, `${whose} ${kind}`);
    const ofSpan = await editions.ofSpan(work.db, actor.orgId, { personId: whose, kind, startsOn: toIso(span.first) });
    if (ofSpan?.archived_at) return { row: await editions.restore(work, ofSpan.id, ofSpan.version), isNew: false };
    if (ofSpan) return { row: ofSpan, isNew: false };
    return editions.create(work, draftOf(actor, { id, personId: whose, kind, span }));
  });

/** The edition if its own person writes on it and it is not frozen. @throws Failure `not-found`, `not-allowed`, `edition-frozen` */
export async function ownDraft(work: Work, id: string): Promise<EditionTable> {
  await lockEdition(work, id);
  const row = await editions.get(work.db, work.actor, id);
  if (row.person_id !== work.actor.personId) throw new Failure('not-allowed');
  if (row.state !== 'draft') throw new Failure('edition-frozen');
  return row;
}

/** What its person says in an edition, while it is a draft. */
export const changeEdition = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: EditionPatch,
): Promise<EditionTable> =>
  deps.transact(actor, async (work) => {
    await ownDraft(work, id);
    const words = Object.entries(patch).map(([key, text]) => [key, text || null]);
    return editions.update(work, id, seen, Object.fromEntries(words));
  });

/** Submits one's own edition: from then on it is frozen. @throws Failure `not-allowed`, `edition-frozen`, `edition-running` */
export const submitEdition = (deps: Deps, actor: Actor, id: string, seen: number): Promise<EditionTable> =>
  deps.transact(actor, async (work) => {
    await ownDraft(work, id);
    const today = deps.clock.today(actor.organisation.timeZone);
    return freezeEdition(work, deps, { id, seen, state: 'submitted', today });
  });

/** Signs that one has read a frozen edition, once, as somebody who leads its person. @throws Failure `not-allowed` */
export const signEdition = (deps: Deps, actor: Actor, id: string, seen: number): Promise<EditionTable> =>
  deps.transact(actor, async (work) => {
    const row = await editions.get(work.db, actor, id);
    if (!maySign(actor, row.person_id) || row.state === 'draft') throw new Failure('not-allowed');
    if (row.signed_at !== null) return row;
    return editions.update(work, id, seen, { signed_by_id: actor.personId, signed_at: work.at }, { action: 'signed' });
  });

/** Takes a draft out of the lists, or back into them; what is frozen stays. @throws Failure `edition-frozen` */
export const setEditionAside = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<EditionTable> =>
  deps.transact(actor, async (work) => {
    if ((await editions.get(work.db, actor, id)).state !== 'draft') throw new Failure('edition-frozen');
    return isAside ? editions.archive(work, id, seen) : editions.restore(work, id, seen);
  });

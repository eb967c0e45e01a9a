import type { NewPledge, PledgePatch, SettlePledge } from '@milepost/contract/reports';
import { toDay, toIso, type Weekday } from '@milepost/core/calendar/civil-day';
import { editionSpan, spanAfter } from '@milepost/core/reports/edition-span';
import type { Actor } from '../../auth/actor.ts';
import type { EditionTable, PledgeTable } from '../../db/tables/reports.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { ownDraft } from './save-edition.ts';
import { pledges } from './store.ts';

/** What is undertaken is due after the span that it is undertaken with, by the end of the next one where nothing else is said. */
function dueOnOf({ kind, ends_on }: EditionTable, dueOn: string | undefined, weekStart: Weekday): string {
  const span = editionSpan(kind, toDay(ends_on), weekStart);
  const due = dueOn ?? toIso(spanAfter(kind, span, weekStart).last);
  if (due <= ends_on)
    throw new Failure('invalid-input', fieldIssue('/dueOn', 'before-start', 'it is due after the span of its edition'));
  return due;
}

/** Undertakes something with one's own draft. @throws Failure `not-found`, `not-allowed`, `edition-frozen`, `invalid-input` */
export const createPledge = (deps: Deps, actor: Actor, { id, editionId, kind, text, dueOn }: NewPledge) =>
  deps.transact(actor, async (work) => {
    const there = await pledges.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    const edition = await ownDraft(work, editionId);
    return pledges.create(work, {
      ...{ id, edition_id: editionId, person_id: edition.person_id, kind, text },
      due_on: dueOnOf(edition, dueOn, actor.organisation.weekStart as Weekday),
      ...{ settled_as: null, settled_on: null, reason: null },
    });
  });

/** Puts right what one undertakes, while its edition is a draft. */
export const changePledge = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { kind, text, dueOn }: PledgePatch,
): Promise<PledgeTable> =>
  deps.transact(actor, async (work) => {
    const row = await pledges.get(work.db, actor, id);
    const edition = await ownDraft(work, row.edition_id);
    return pledges.update(work, id, seen, {
      ...(kind === undefined ? {} : { kind }),
      ...(text === undefined ? {} : { text }),
      ...(dueOn === undefined ? {} : { due_on: dueOnOf(edition, dueOn, actor.organisation.weekStart as Weekday) }),
    });
  });

/** Takes a pledge back, or puts it back, while its edition is a draft. */
export const setPledgeAside = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<PledgeTable> =>
  deps.transact(actor, async (work) => {
    await ownDraft(work, (await pledges.get(work.db, actor, id)).edition_id);
    return isAside ? pledges.archive(work, id, seen) : pledges.restore(work, id, seen);
  });

/**
 * Says what became of one's own pledge, today or on a day that has been, also when its edition is frozen. The day counts: kept too late is
 * missed.
 * @throws Failure `not-allowed`, `invalid-input` for a day that is still to come
 */
export const settlePledge = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { as, on, reason }: SettlePledge,
): Promise<PledgeTable> =>
  deps.transact(actor, async (work) => {
    const row = await pledges.get(work.db, actor, id);
    if (row.person_id !== actor.personId) throw new Failure('not-allowed');
    const today = deps.clock.today(actor.organisation.timeZone);
    const day = on ?? today;
    if (day > today) throw new Failure('invalid-input', fieldIssue('/on', 'in-the-future', day));
    const columns =
      as === 'open'
        ? ({ settled_as: null, settled_on: null, reason: null } as const)
        : { settled_as: as, settled_on: day, reason: reason || null };
    return pledges.update(work, id, seen, columns, { action: as === 'open' ? 'reopened' : as });
  });

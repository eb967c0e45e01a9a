import type { ActivityPatch, NewActivity } from '@milepost/contract/activities';
import type { Actor } from '../../auth/actor.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { addNextStep, logActivityIn, participantsOf } from './log-store.ts';
import { activities, activityColumns, participants } from './store.ts';

/** Who is to take part from now on; null where nothing was said of it, or nothing changes. */
async function changedParticipants(
  work: Work,
  id: string,
  asked: readonly string[] | undefined,
): Promise<string[] | null> {
  if (asked === undefined) return null;
  const { person_id } = await activities.get(work.db, work.actor, id);
  const beside = await participantsOf(work, asked, person_id);
  const known = (await participants.of(work.db, work.actor.orgId, [id])).get(id) ?? [];
  return known.join() === beside.join() ? null : beside;
}

export const logActivity = (deps: Deps, actor: Actor, input: NewActivity) =>
  deps.transact(actor, (work) => logActivityIn(work, input));

/** Takes an activity out of the archive. @throws Failure `mail-logged-before` when its mail was logged again meanwhile */
export const restoreActivity = (deps: Deps, actor: Actor, id: string, seen: number): Promise<ActivityTable> =>
  deps.transact(actor, async (work) => {
    const { message_id, mail_content } = await activities.get(work.db, actor, id);
    const again = message_id === null ? undefined : await activities.ofMail(work, message_id, mail_content);
    if (again && again.id !== id) throw new Failure('mail-logged-before');
    return activities.restore(work, id, seen);
  });

/** Changes an activity. What is ticked off keeps the day on which it was; what is opened again has none. */
export const changeActivity = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ActivityPatch,
): Promise<ActivityTable> =>
  deps.transact(actor, async (work) => {
    if (patch.talkTrackId && !(await isInSight(work.db, actor, 'talk_track', patch.talkTrackId)))
      throw new Failure('reference-unknown', fieldIssue('/talkTrackId', 'unknown', 'no such talk track'));
    const doneOn = patch.isDone ? deps.clock.today(actor.organisation.timeZone) : null;
    const columns = { ...activityColumns(patch), ...(patch.isDone === undefined ? {} : { done_on: doneOn }) };
    const beside = await changedParticipants(work, id, patch.participantIds);
    const row = await activities.update(work, id, seen, columns, beside ? { beside: { participantIds: beside } } : {});
    if (beside) await participants.replace(work, id, beside);
    if (patch.nextStep) await addNextStep(work, row, patch.nextStep);
    return row;
  });

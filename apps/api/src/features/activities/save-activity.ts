import type { ActivityPatch, NewActivity } from '@milepost/contract/activities';
import type { Actor } from '../../auth/actor.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { people } from '../people/store.ts';
import { activities, activityColumns, nothingSaid, participants } from './store.ts';

const references = {
  accountId: 'account',
  contactId: 'contact',
  leadId: 'lead',
  opportunityId: 'opportunity',
} as const;

/** What an activity is about must be in sight; its account lends it owner and backup, so they see it too. */
const peopleOf = async (work: Work, input: NewActivity) => {
  for (const [field, subject] of Object.entries(references)) {
    const id = input[field as keyof typeof references];
    if (id && !(await isInSight(work.db, work.actor, subject, id)))
      throw new Failure('reference-unknown', fieldIssue(`/${field}`, 'unknown', 'no such record in your sight'));
  }
  const account = input.accountId ? await accounts.find(work.db, work.actor, input.accountId) : undefined;
  return { owner_id: account?.owner_id ?? null, backup_id: account?.backup_id ?? null };
};

/** Who takes part, each once, without the one whose activity it is. @throws Failure `reference-unknown` */
async function participantsOf(work: Work, ids: readonly string[] | undefined, ownId: string | null): Promise<string[]> {
  const beside = [...new Set(ids)].filter((id) => id !== ownId).sort();
  for (const id of beside)
    if ((await people.find(work.db, work.actor, id))?.is_active !== 1)
      throw new Failure('reference-unknown', fieldIssue('/participantIds', 'unknown', 'nobody of your organisation'));
  return beside;
}

/** Logs an activity inside a transaction that is under way. Who did it is who logs it. */
export async function logActivityIn(work: Work, input: NewActivity): Promise<{ row: ActivityTable; isNew: boolean }> {
  if (work.actor.personId === null) throw new Failure('not-allowed');
  const values = {
    ...nothingSaid,
    ...activityColumns(input),
    ...(await peopleOf(work, input)),
    person_id: work.actor.personId,
  };
  const beside = await participantsOf(work, input.participantIds, work.actor.personId);
  const created = await activities.create(work, values as Parameters<typeof activities.create>[1]);
  if (created.isNew && beside.length > 0) await participants.replace(work, created.row.id, beside);
  return created;
}

export const logActivity = (deps: Deps, actor: Actor, input: NewActivity) =>
  deps.transact(actor, (work) => logActivityIn(work, input));

export const changeActivity = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ActivityPatch,
): Promise<ActivityTable> =>
  deps.transact(actor, async (work) => {
    if (patch.participantIds === undefined) return activities.update(work, id, seen, activityColumns(patch));
    const before = await activities.get(work.db, actor, id);
    const beside = await participantsOf(work, patch.participantIds, before.person_id);
    const known = (await participants.of(work.db, actor.orgId, [id])).get(id) ?? [];
    const isSame = known.join() === beside.join();
    const row = await activities.update(
      work,
      id,
      seen,
      activityColumns(patch),
      isSame ? {} : { beside: { participantIds: beside } },
    );
    if (!isSame) await participants.replace(work, id, beside);
    return row;
  });

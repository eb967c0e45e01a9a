import type { ActivityPatch, NewActivity } from '@milepost/contract/activities';
import type { Actor } from '../../auth/actor.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { leads } from '../leads/store.ts';
import { opportunities } from '../pipeline/store.ts';
import { activities, activityColumns } from './store.ts';

const nothingYet = { body: null, account_id: null, contact_id: null, lead_id: null, opportunity_id: null };
const references = {
  accountId: 'account',
  contactId: 'contact',
  leadId: 'lead',
  opportunityId: 'opportunity',
} as const;

/** What an activity is about must be in sight; its account, deal or lead lends it owner and backup, so they see it too. */
const peopleOf = async (work: Work, input: NewActivity) => {
  for (const [field, subject] of Object.entries(references)) {
    const id = input[field as keyof typeof references];
    if (id && !(await isInSight(work.db, work.actor, subject, id)))
      throw new Failure('reference-unknown', fieldIssue(`/${field}`, 'unknown', 'no such record in your sight'));
  }
  const about =
    (input.accountId && (await accounts.find(work.db, work.actor, input.accountId))) ||
    (input.opportunityId && (await opportunities.find(work.db, work.actor, input.opportunityId))) ||
    (input.leadId && (await leads.find(work.db, work.actor, input.leadId)));
  return { owner_id: about ? about.owner_id : null, backup_id: about ? about.backup_id : null };
};

/** Logs an activity inside a transaction that is under way. Who did it is who logs it. */
export async function logActivityIn(work: Work, input: NewActivity): Promise<{ row: ActivityTable; isNew: boolean }> {
  if (work.actor.personId === null) throw new Failure('not-allowed');
  const values = {
    ...nothingYet,
    ...activityColumns(input),
    ...(await peopleOf(work, input)),
    person_id: work.actor.personId,
  };
  return activities.create(work, values as Parameters<typeof activities.create>[1]);
}

export const logActivity = (deps: Deps, actor: Actor, input: NewActivity) =>
  deps.transact(actor, (work) => logActivityIn(work, input));

export const changeActivity = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ActivityPatch,
): Promise<ActivityTable> => deps.transact(actor, (work) => activities.update(work, id, seen, activityColumns(patch)));

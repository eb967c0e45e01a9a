import type { NewActivity, NextStep } from '@milepost/contract/activities';
import { isInSight } from '../../db/sight-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { leads } from '../leads/store.ts';
import { people } from '../people/store.ts';
import { opportunities } from '../pipeline/store.ts';
import { activities, activityColumns, nothingSaid, participants } from './store.ts';

const references = {
  accountId: 'account',
  contactId: 'contact',
  leadId: 'lead',
  opportunityId: 'opportunity',
  talkTrackId: 'talk_track',
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

/** The step that comes after an activity: about the same records, for the same person, seen by the same people. */
export async function addNextStep(work: Work, after: ActivityTable, step: NextStep): Promise<void> {
  const { account_id, contact_id, lead_id, opportunity_id, owner_id, backup_id, person_id } = after;
  const same = { account_id, contact_id, lead_id, opportunity_id, owner_id, backup_id, person_id };
  const values = { ...nothingSaid, ...activityColumns(step), ...same, is_done: 0, follows_id: after.id };
  const beside = await participantsOf(work, step.participantIds, person_id);
  const { isNew } = await activities.create(work, values as Parameters<typeof activities.create>[1]);
  if (isNew && beside.length > 0) await participants.replace(work, step.id, beside);
}

/** Who takes part, each once, without the one whose activity it is. @throws Failure `reference-unknown` */
export async function participantsOf(
  work: Work,
  ids: readonly string[] | undefined,
  ownId: string | null,
): Promise<string[]> {
  const beside = [...new Set(ids)].filter((id) => id !== ownId).sort();
  for (const id of beside)
    if ((await people.find(work.db, work.actor, id))?.is_active !== 1)
      throw new Failure('reference-unknown', fieldIssue('/participantIds', 'unknown', 'nobody of your organisation'));
  return beside;
}

/**
 * Logs an activity inside a transaction that is under way, and the step that comes next with it: there is never one without the other.
 * Who did it is who logs it. `mailContent` is what a mail says, beside its Message-ID.
 * @throws Failure `mail-logged-before` when another activity is about the same mail
 */
export async function logActivityIn(
  work: Work,
  input: NewActivity,
  { mailContent = null }: { mailContent?: string | null } = {},
): Promise<{ row: ActivityTable; isNew: boolean }> {
  const { personId } = work.actor;
  if (personId === null) throw new Failure('not-allowed');
  if (input.messageId) {
    const before = await activities.ofMail(work, input.messageId, mailContent);
    if (before && before.id !== input.id) throw new Failure('mail-logged-before');
  }
  const beside = await participantsOf(work, input.participantIds, personId);
  const values = {
    ...nothingSaid,
    ...activityColumns(input),
    ...(await peopleOf(work, input)),
    person_id: personId,
    mail_content: mailContent,
  };
  const logged = await activities.create(work, values as Parameters<typeof activities.create>[1]);
  if (logged.isNew && beside.length > 0) await participants.replace(work, logged.row.id, beside);
  if (input.nextStep && logged.isNew) await addNextStep(work, logged.row, input.nextStep);
  return logged;
}

/** Puts a task into somebody's day, inside a transaction that is under way; the caller has checked whom and what it names. */
export async function planActivity(
  work: Work,
  task: Partial<ActivityTable> & Pick<ActivityTable, 'id' | 'kind' | 'subject' | 'on_day' | 'person_id'>,
): Promise<void> {
  const values = { ...nothingSaid, owner_id: null, backup_id: null, ...task, is_done: 0 };
  await activities.create(work, values as Parameters<typeof activities.create>[1]);
}

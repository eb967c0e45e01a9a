import type { ClipOutcome, ClippedMail } from '@milepost/contract/leads';
import { nameOf, namesOf } from '../../db/names-store.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { Work } from '../../db/work.ts';
import { logActivityIn } from '../activities/log-store.ts';
import { activities } from '../activities/store.ts';
import { contacts } from '../contacts/store.ts';

type Told = NonNullable<ClipOutcome['mail']>;

/** Was this mail logged, and by whom? The name is told to those who see the activity. */
export async function mailStateOf(work: Work, { activityId, messageId, content }: ClippedMail): Promise<Told> {
  const before = await activities.ofMail(work, messageId, content);
  if (!before) return { state: 'not-logged', by: null };
  if (before.id === activityId) return { state: 'logged', by: null };
  if (!(await isInSight(work.db, work.actor, 'activity', before.id))) return { state: 'logged-before', by: null };
  const names = await namesOf(work.db, work.actor, { person: [before.person_id] });
  return { state: 'logged-before', by: nameOf(names.person, before.person_id)?.name ?? null };
}

/** Logs a mail at the record of its sender, and at the customer whose contact that is; the second time it only tells who did. */
export async function logMail(work: Work, mail: ClippedMail, record: ClipOutcome['record']): Promise<Told> {
  const told = await mailStateOf(work, mail);
  if (told.state !== 'not-logged' || record === null) return told;
  const { activityId: id, messageId, content = null, onDay, subject, body } = mail;
  const contact = record.kind === 'contact' ? await contacts.get(work.db, work.actor, record.id) : undefined;
  const activity = {
    id,
    kind: 'email' as const,
    isDone: true,
    messageId,
    onDay,
    subject,
    body,
    leadId: record.kind === 'lead' ? record.id : null,
    contactId: contact?.id ?? null,
    accountId: record.kind === 'account' ? record.id : (contact?.account_id ?? null),
  };
  await logActivityIn(work, activity, { mailContent: content });
  return { state: 'logged', by: null };
}

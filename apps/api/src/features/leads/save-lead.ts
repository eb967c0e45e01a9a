import type { LeadPatch, NewLead } from '@milepost/contract/leads';
import type { Actor } from '../../auth/actor.ts';
import { permitOwner } from '../../auth/permit.ts';
import type { LeadTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { events } from '../events/store.ts';
import { fieldColumns } from '../fields/record-fields-store.ts';
import { blankLead, leadColumns, leads } from './store.ts';

/** @throws Failure `reference-unknown` for an event that is not there */
async function checkEvent(work: Work, eventId: string | null | undefined): Promise<void> {
  if (eventId && !(await events.find(work.db, work.actor, eventId)))
    throw new Failure('reference-unknown', fieldIssue('/eventId', 'unknown', 'no such event'));
}

/** Creates a lead inside a transaction that is under way: imports do it too. */
export async function createLeadIn(
  work: Work,
  { id, ...input }: NewLead,
  source: LeadTable['source'],
): Promise<{ row: LeadTable; isNew: boolean }> {
  const { ownerId } = await permitOwner(work.db, work.actor, input.ownerId);
  await checkEvent(work, input.eventId);
  const values = {
    ...blankLead,
    ...leadColumns({ ...input, ownerId }, work.actor.organisation.country),
    // A page does not know what the organisation asks for: that is asked when its lead becomes more.
    ...(source === 'entered' ? await fieldColumns(work, 'lead', input, null) : {}),
    status: 'new',
    source,
    id,
  };
  return leads.create(work, values as Parameters<typeof leads.create>[1]);
}

export const createLead = (deps: Deps, actor: Actor, input: NewLead) =>
  deps.transact(actor, (work) => createLeadIn(work, input, 'entered'));

/** Changes a lead. @throws Failure `invalid-input` for a converted one that would be new or dismissed again */
export const changeLead = (deps: Deps, actor: Actor, id: string, seen: number, patch: LeadPatch): Promise<LeadTable> =>
  deps.transact(actor, async (work) => {
    if (patch.status !== undefined && (await leads.get(work.db, actor, id)).status === 'converted')
      throw new Failure('invalid-input', fieldIssue('/status', 'converted', 'a converted lead stays converted'));
    if (patch.ownerId !== undefined) await permitOwner(work.db, actor, patch.ownerId);
    await checkEvent(work, patch.eventId);
    const said = await fieldColumns(work, 'lead', patch, await leads.get(work.db, actor, id));
    return leads.update(work, id, seen, { ...leadColumns(patch, actor.organisation.country), ...said });
  });

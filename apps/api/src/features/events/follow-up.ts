import type { FollowUpStep, FollowUpView } from '@milepost/contract/events';
import { laterOf, toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { activities, nothingSaid } from '../activities/store.ts';
import { leads } from '../leads/store.ts';
import { events } from './store.ts';

/**
 * Makes the event's standard follow-up for one of its leads: an activity for each step, so many days after the event's last day but not
 * before today, for whoever owns the lead. Made once: a second call makes nothing.
 * @throws Failure `not-found` for an event or a lead out of sight, `invalid-input` where the lead is of another event or nobody's
 */
export const makeFollowUp = (deps: Deps, actor: Actor, eventId: string, leadId: string): Promise<FollowUpView> =>
  deps.transact(actor, async (work) => {
    const event = await events.get(work.db, actor, eventId);
    const lead = await leads.get(work.db, actor, leadId);
    if (lead.event_id !== eventId)
      throw new Failure('invalid-input', fieldIssue('/leadId', 'other-event', 'the lead is not of this event'));
    if (lead.followed_event_id === eventId) return { created: 0 };
    const personId = lead.owner_id ?? actor.personId;
    if (personId === null)
      throw new Failure('invalid-input', fieldIssue('/leadId', 'no-owner', 'nobody owns this lead: give it an owner'));
    const steps = fromJson<FollowUpStep[]>(event.steps);
    const today = deps.clock.today(actor.organisation.timeZone);
    // Marks the lead first: of two at once the second clashes here, and makes nothing.
    await leads.update(work, leadId, lead.version, { followed_event_id: eventId }, { action: 'followed-up' });
    for (const { dayOffset, kind, text } of steps) {
      const due = toIso(toDay(event.ends_on) + dayOffset);
      await activities.create(work, {
        ...nothingSaid,
        id: work.newId(),
        owner_id: lead.owner_id,
        backup_id: lead.backup_id,
        kind,
        person_id: personId,
        account_id: lead.account_id,
        contact_id: lead.contact_id,
        lead_id: leadId,
        opportunity_id: lead.opportunity_id,
        on_day: laterOf(due, today),
        is_done: 0,
        subject: text,
        body: event.talk_track,
      });
    }
    return { created: steps.length };
  });

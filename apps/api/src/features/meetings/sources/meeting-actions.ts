import type { AgendaSource } from '../agenda-source.ts';
import { meetingActions } from '../store.ts';

/** What those who take part have undertaken in earlier meetings and not done yet, as far as the actor sees it. */
export const meetingActionAgenda: AgendaSource = {
  name: 'meeting-action',
  subject: 'meeting_action',
  async matters(db, actor, { id, attendeeIds }) {
    const filter = [
      { field: 'status', op: 'is' as const, value: 'open' },
      { field: 'ownerId', op: 'in' as const, value: [...attendeeIds] },
    ];
    const { items } = await meetingActions.list(db, actor, { sort: 'dueOn', filter, limit: 100 });
    return items
      .filter(({ meeting_id }) => meeting_id !== id)
      .map((row) => ({
        ...{ source: 'meeting-action', recordId: row.id, text: row.name, ownerId: row.owner_id, dueOn: row.due_on },
      }));
  },
};

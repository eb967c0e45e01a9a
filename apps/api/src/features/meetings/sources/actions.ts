import { actions } from '../../actions/store.ts';
import type { AgendaSource } from '../agenda-source.ts';

/** Corrective actions that are overdue on the day of the meeting. */
export const actionAgenda: AgendaSource = {
  name: 'action',
  subject: 'action',
  async matters(db, actor, { day }) {
    const filter = [
      { field: 'status', op: 'is' as const, value: 'open' },
      { field: 'dueOn', op: 'lte' as const, value: day },
    ];
    const { items } = await actions.list(db, actor, { sort: 'dueOn', filter, limit: 100 });
    return items
      .filter(({ due_on }) => due_on < day)
      .map(({ id, name, owner_id, due_on }) => ({
        ...{ source: 'action', recordId: id, text: name, ownerId: owner_id, dueOn: due_on },
      }));
  },
};

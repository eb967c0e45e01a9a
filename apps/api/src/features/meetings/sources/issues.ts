import { openIssuesOf } from '../../issues/store.ts';
import type { AgendaSource } from '../agenda-source.ts';

/** The civil day of an instant where the organisation is. */
const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));

/** Issues that still have to be solved, as far as the actor sees them. */
export const issueAgenda: AgendaSource = {
  name: 'issue',
  subject: 'issue',
  async matters(db, actor) {
    const rows = await openIssuesOf(db, actor, {}, 100);
    return rows.map(({ id, name, owner_id, due_at }) => ({
      ...{ source: 'issue', recordId: id, text: name, ownerId: owner_id },
      dueOn: dayOf(due_at, actor.organisation.timeZone),
    }));
  },
};

import { toDay, toIso, type Weekday } from '@milepost/core/calendar/civil-day';
import { editionKinds, lastSpanOver } from '@milepost/core/reports/edition-span';
import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { freezeEdition } from './freeze-edition.ts';
import { mailPerson } from './mail-editions.ts';
import { draftOf } from './save-edition.ts';
import { editions } from './store.ts';

/** Drafts the editions of the spans that are over for everybody who sells or leads, and tells them. Who came later gets none. */
async function draftSpans(deps: Deps, actor: Actor, today: string): Promise<number> {
  const filter = [
    { field: 'isActive', op: 'is' as const, value: 1 },
    { field: 'role', op: 'in' as const, value: ['rep', 'manager'] },
  ];
  let drafted = 0;
  for (const kind of editionKinds) {
    const span = lastSpanOver(kind, toDay(today), actor.organisation.weekStart as Weekday);
    const startsOn = toIso(span.first);
    drafted += await deps.transact(actor, async (work) => {
      await work.dialect.lock(`draft-reports ${actor.orgId}`)?.execute(work.db);
      const known = await editions.personsWith(work.db, actor.orgId, kind, startsOn);
      let made = 0;
      for await (const person of people.each(work.db, actor, { filter })) {
        if (known.has(person.id) || person.created_at.slice(0, 10) > toIso(span.last)) continue;
        const draft = draftOf(actor, { id: work.newId(), personId: person.id, kind, span });
        // A span that would be closed at once asks nothing of anybody any more.
        if (draft.closes_on < today) continue;
        const { row } = await editions.create(work, draft);
        await mailPerson(work, deps, row, 'drafted');
        made += 1;
      }
      return made;
    });
  }
  return drafted;
}

/** Reminds of drafts once on the day on which they are due, and freezes those whose time is over as they stand. */
async function tendDrafts(deps: Deps, actor: Actor, today: string): Promise<{ reminded: number; closed: number }> {
  const told = { reminded: 0, closed: 0 };
  for (const { id } of await editions.draftsDueBy(deps.db, actor.orgId, today))
    await deps.transact(actor, async (work) => {
      const row = await editions.get(work.db, actor, id);
      if (row.state !== 'draft') return;
      if (row.closes_on < today) {
        await freezeEdition(work, deps, { id, seen: row.version, state: 'closed', today });
        told.closed += 1;
      } else if (row.reminded_at === null) {
        await editions.update(work, id, row.version, { reminded_at: work.at }, { action: 'reminded' });
        if (await mailPerson(work, deps, row, 'due')) told.reminded += 1;
      }
    });
  return told;
}

/** Drafts what is to be reported, reminds of it, and closes what nobody submitted. */
export async function draftReports(deps: Deps, actor: Actor) {
  const today = deps.clock.today(actor.organisation.timeZone);
  const { reminded, closed } = await tendDrafts(deps, actor, today);
  return { drafted: await draftSpans(deps, actor, today), reminded, closed };
}

/** Every morning, as each organisation has holidays and a first day of the week of its own. */
export const draftReportsJob: Job = {
  name: 'draft-reports',
  every: '47 4 * * *',
  run: async (deps, orgId) => draftReports(deps, operatorOf(await organisations.get(deps.db, orgId))),
};

import { toDay, weekdayOf } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { actorOfPerson, operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import type { Job } from '../../jobs/job.ts';
import { queueMail } from '../mail/store.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { overviewLetter } from './overview-letter.ts';
import { readOverview } from './read-overview.ts';
import { subscriptions } from './subscription-store.ts';

/** Puts the overview of those whose day it is into the outbox, each with what they may see. Once a day, however often it runs. */
export async function mailOverviews(deps: Deps, actor: Actor): Promise<{ queued: number }> {
  const { orgId, organisation } = actor;
  const day = deps.clock.today(organisation.timeZone);
  const due = await subscriptions.dueOn(deps.db, orgId, { weekday: weekdayOf(toDay(day)), day });
  let queued = 0;
  for (const row of due) {
    const person = await people.get(deps.db, actor, row.person_id);
    if (person.is_active === 0 || !person.email) continue;
    const view = await readOverview(deps, await actorOfPerson(deps.db, person), { days: 90 });
    const letter = overviewLetter(organisation.locale, {
      view,
      name: person.name,
      link: `${deps.baseUrl}/review/overview`,
    });
    await deps.transact(actor, async (work) => {
      await subscriptions.sent(work, row, day);
      const about = { subject: 'overview_subscription', id: row.id };
      await queueMail(work, { to: person.email ?? '', ...letter, about, expiresAt: null });
    });
    queued += 1;
  }
  return { queued };
}

/** Sends overviews in the morning. */
export const mailOverviewsJob: Job = {
  name: 'mail-overviews',
  every: '37 5 * * *',
  run: async (deps, orgId) => mailOverviews(deps, operatorOf(await organisations.get(deps.db, orgId))),
};

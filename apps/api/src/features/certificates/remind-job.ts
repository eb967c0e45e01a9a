import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { standingOn } from '@milepost/core/certificates/expiry';
import { awardOn } from '@milepost/core/certificates/goal';
import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import type { AwardTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import type { Job } from '../../jobs/job.ts';
import { queueMail } from '../mail/store.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { reminderLetter } from './reminder-letter.ts';
import { awards, certificates } from './store.ts';

/** The longest renewal window there may be. */
const longestWindow = 60;
/** Of what has been over for longer nobody is reminded any more. */
const lateMonths = 3;

/** Has somebody renewed this award by one that holds longer? */
async function isRenewed(work: Work, row: AwardTable, day: string): Promise<boolean> {
  const held = await awards.confirmedOf(work.db, work.actor.orgId, [row.person_id]);
  const own = held.filter(({ certificate_id }) => certificate_id === row.certificate_id);
  const best = awardOn(
    own.map((one) => ({ id: one.id, completedOn: one.completed_on, expiresOn: one.expires_on })),
    day,
  );
  return best !== null && best.id !== row.id;
}

/** Reminds holders once when the renewal window of an award opens, and once when it has expired. */
export async function remindHolders(deps: Deps, actor: Actor): Promise<{ reminded: number }> {
  const today = deps.clock.today(actor.organisation.timeZone);
  const { locale } = actor.organisation;
  return deps.transact(actor, async (work) => {
    await work.dialect.lock(`remind-certificates ${actor.orgId}`)?.execute(work.db);
    const windows = new Map((await certificates.all(work.db, actor.orgId)).map((row) => [row.id, row]));
    const until = toIso(addMonths(toDay(today), longestWindow));
    const oldest = toIso(addMonths(toDay(today), -lateMonths));
    let reminded = 0;
    for (const row of await awards.endingBy(work.db, actor.orgId, until)) {
      const certificate = windows.get(row.certificate_id);
      const expires = row.expires_on;
      if (!certificate || certificate.archived_at !== null || expires === null || expires < oldest) continue;
      const standing = standingOn(expires, certificate.window_months, today);
      if (standing === 'valid' || row.reminded === standing || (await isRenewed(work, row, today))) continue;
      const person = await people.get(work.db, actor, row.person_id);
      if (person.is_active === 0 || !person.email) continue;
      await awards.update(work, row.id, row.version, { reminded: standing }, { action: 'reminded' });
      const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(expires));
      const told = { name: person.name, certificate: certificate.name, expires: day };
      await queueMail(work, {
        to: person.email,
        ...reminderLetter(locale, {
          ...{ ...told, link: `${deps.baseUrl}/growth/certificates`, isExpired: standing === 'expired' },
        }),
        about: { subject: 'award', id: row.id },
        expiresAt: null,
      });
      reminded += 1;
    }
    return { reminded };
  });
}

/** Reminds of certificates every morning. */
export const remindJob: Job = {
  name: 'remind-certificates',
  every: '23 5 * * *',
  run: async (deps, orgId) => remindHolders(deps, operatorOf(await organisations.get(deps.db, orgId))),
};

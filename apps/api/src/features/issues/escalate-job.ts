import { isWorkingTime } from '@milepost/core/calendar/working-hours';
import { escalationOf } from '@milepost/core/issues/escalation';
import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import type { Job } from '../../jobs/job.ts';
import { wallTimeOf } from '../../wall-time.ts';
import { organisations } from '../organisation/store.ts';
import { issueSteps } from './step-store.ts';
import { issues } from './store.ts';
import { tellAbove } from './tell-parties.ts';
import { workingHoursOf } from './working-time.ts';

/** Lets issues go up that nobody answered or solved in time. Outside working hours nothing goes up, and nobody is disturbed. */
export async function escalateIssues(deps: Deps, actor: Actor): Promise<{ escalated: number }> {
  const { timeZone } = actor.organisation;
  const hours = workingHoursOf(actor.organisation);
  const now = wallTimeOf(deps.clock.now(), timeZone);
  if (!isWorkingTime(now, hours)) return { escalated: 0 };
  return deps.transact(actor, async (work) => {
    await work.dialect.lock(`escalate-issues ${actor.orgId}`)?.execute(work.db);
    let escalated = 0;
    for (const row of await issues.risable(work.db, actor.orgId)) {
      const [raised, due] = [wallTimeOf(row.runs_from, timeZone), wallTimeOf(row.due_at, timeZone)];
      const level = escalationOf({ state: row.state, raised, due, level: row.level }, now, hours);
      if (level === row.level) continue;
      const risen = await issues.update(work, row.id, row.version, { level }, { action: 'escalated' });
      await issueSteps.add(work, { issue_id: row.id, deed: 'escalate', level });
      await tellAbove(deps, work, risen);
      escalated += 1;
    }
    return { escalated };
  });
}

/** Looks every quarter of an hour. */
export const escalateJob: Job = {
  name: 'escalate-issues',
  every: '*/15 * * * *',
  run: async (deps, orgId) => escalateIssues(deps, operatorOf(await organisations.get(deps.db, orgId))),
};

import { workingOf } from '@milepost/contract/calendar';
import type { RiskSettled, RiskValueView } from '@milepost/contract/risks';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { datedSteps } from '@milepost/core/calendar/dated-steps';
import { isFired } from '@milepost/core/risks/trigger';
import type { Actor } from '../../auth/actor.ts';
import { actorOfPerson, operatorOf } from '../../auth/session.ts';
import { fromJson, isSet, toJson } from '../../db/columns.ts';
import type { RiskTable } from '../../db/tables/risks.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import type { Job } from '../../jobs/job.ts';
import { planActivity } from '../activities/log-store.ts';
import { activities } from '../activities/store.ts';
import { valueOfMeasure } from '../figures/explained-store.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { risks } from './store.ts';
import { stepsOf, triggerOf } from './views.ts';

type Asking = Pick<Deps, 'db' | 'clock'>;

/** Whose eyes a measure is read with: those of the owner, so that nobody learns from a risk what they may not see. */
async function eyesOf({ db }: Asking, operator: Actor, row: RiskTable): Promise<Actor> {
  return row.owner_id === null ? operator : actorOfPerson(db, await people.get(db, operator, row.owner_id));
}

/** What the measure of a trigger is today. @throws Failure `not-found` for a risk that nothing measures */
export async function valueOfTrigger(asking: Asking, actor: Actor, row: RiskTable): Promise<RiskValueView> {
  const trigger = triggerOf(row);
  if (!trigger) throw new Failure('not-found');
  const today = asking.clock.today(actor.organisation.timeZone);
  const from = toIso(toDay(today) - trigger.days + 1);
  const eyes = await eyesOf(asking, operatorOf(actor.organisation), row);
  const value = await valueOfMeasure(trigger.measure, { db: asking.db, actor: eyes, today }, { from, to: today });
  return { asOf: today, from, value, isFired: isFired(trigger, value) };
}

/** Begins the response: every step gets its person and its day. A step of nobody in particular is the owner's. */
async function begin(work: Work, row: RiskTable, { today, value }: { today: string; value: number | null }) {
  const steps = datedSteps(stepsOf(row), today, workingOf(work.actor.organisation));
  const ids: string[] = [];
  for (const { name, kind, answerableId, dueOn } of steps) {
    const person_id = answerableId ?? row.owner_id;
    if (person_id === null)
      throw new Failure('owner-unknown', fieldIssue('/steps', 'missing', 'somebody has to do every step'));
    const id = work.newId();
    ids.push(id);
    await planActivity(work, {
      ...{ id, kind, subject: name, on_day: dueOn, deadline_on: dueOn, lane: 'urgent', person_id },
      owner_id: row.owner_id,
    });
  }
  return risks.update(
    work,
    row.id,
    row.version,
    { status: 'fired', fired_on: today, fired_value: value, step_ids: toJson(ids) },
    { action: 'fired' },
  );
}

/** Somebody says that it has happened. @throws Failure `risk-fired` */
export const fireRisk = (deps: Deps, actor: Actor, id: string, seen: number): Promise<RiskTable> =>
  deps.transact(actor, async (work) => {
    const row = await risks.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row });
    if (row.status === 'fired') throw new Failure('risk-fired');
    return begin(work, row, { today: deps.clock.today(actor.organisation.timeZone), value: null });
  });

/** It is over: what was not done is not to be done any more, and what was learnt is kept. @throws Failure `risk-quiet` */
export const settleRisk = (deps: Deps, actor: Actor, id: string, seen: number, { lesson }: RiskSettled) =>
  deps.transact(actor, async (work) => {
    const row = await risks.get(work.db, actor, id);
    if (row.status !== 'fired') throw new Failure('risk-quiet');
    const settled = await risks.update(work, id, seen, { status: 'settled', lesson }, { action: 'settled' });
    for (const stepId of fromJson<string[]>(row.step_ids)) {
      const step = await activities.find(work.db, actor, stepId);
      if (step && !isSet(step.is_done) && step.archived_at === null)
        await activities.archive(work, step.id, step.version);
    }
    return settled;
  });

/** It is watched again. @throws Failure `risk-fired` while its response is under way */
export const watchRisk = (deps: Deps, actor: Actor, id: string, seen: number): Promise<RiskTable> =>
  deps.transact(actor, async (work) => {
    if ((await risks.get(work.db, actor, id)).status === 'fired') throw new Failure('risk-fired');
    return risks.update(work, id, seen, { status: 'watching', step_ids: toJson([]) });
  });

/** Looks at every trigger. What cannot be measured today (a rate is missing) fires nothing. */
export async function watchTriggers(deps: Deps, operator: Actor): Promise<{ fired: number; unmeasured: number }> {
  const counts = { fired: 0, unmeasured: 0 };
  for (const row of await risks.watched(deps.db, operator.orgId)) {
    try {
      const { asOf, value, isFired: fires } = await valueOfTrigger(deps, operator, row);
      if (!fires) continue;
      await deps.transact(operator, (work) => begin(work, row, { today: asOf, value }));
      counts.fired += 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      counts.unmeasured += 1;
    }
  }
  return counts;
}

/** Every morning before people come. */
export const watchRisksJob: Job = {
  name: 'watch-risks',
  every: '31 4 * * *',
  run: async (deps, orgId) => watchTriggers(deps, operatorOf(await organisations.get(deps.db, orgId))),
};

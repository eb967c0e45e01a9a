import { monthsOf } from '@milepost/contract/calendar';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { enterLeave } from '../leave/save-leave.ts';
import { changeChecklistItem, createChecklistItem } from '../milestones/save-checklist-item.ts';
import { createMilestone } from '../milestones/save-milestone.ts';
import { changePerson } from '../people/save-person.ts';
import { people } from '../people/store.ts';
import { createNeed, createResource } from '../resources/save-resource.ts';
import { type PlanNames, planNames } from './plan-names.ts';

type Months = readonly { from: string; to: string }[];
type Year = { fiscalYear: number; today: string; total: number };

/** Shares of the four quarters: the season of the demonstration is strong in spring and autumn. */
const shares = [0.24, 0.26, 0.22, 0.28];
const kinds = ['campaign', 'signing', 'delivery', 'signing'] as const;

/** Terms of everybody who sells: most full time, one part-time, one who joined in the year before with a ramp. */
async function writeTerms(deps: Deps, actor: Actor, months: Months): Promise<string[]> {
  const reps = await people.sellers(deps.db, actor.orgId, months[0]?.from ?? '');
  for (const [at, { id, version }] of reps.entries())
    await changePerson(deps, actor, id, version, {
      fte: at === 3 ? 0.8 : 1,
      sellingHours: 6,
      ...(at === 5 ? { startsOn: months[0]?.from ?? null, ramp: [0.25, 0.5, 0.75] } : {}),
    });
  return reps.map(({ id }) => id);
}

async function writeLeave(deps: Deps, actor: Actor, reps: readonly string[], today: string): Promise<void> {
  const from = (days: number) => toIso(toDay(today) + days);
  const away = [
    { rep: 0, kind: 'holiday', from: from(9), to: from(18), halfDays: 'none' },
    { rep: 1, kind: 'training', from: from(3), to: from(3), halfDays: 'first' },
    { rep: 2, kind: 'sickness', from: from(-4), to: from(2), halfDays: 'none' },
    { rep: 4, kind: 'holiday', from: from(24), to: from(35), halfDays: 'last' },
    { rep: 6, kind: 'parental', from: from(12), to: from(70), halfDays: 'none' },
  ] as const;
  for (const { rep, ...leave } of away) {
    const personId = reps[rep];
    if (personId !== undefined) await enterLeave(deps, actor, { id: deps.newId(), personId, ...leave });
  }
}

/** Four quarters with share, focus, criteria and one key date each, whose checklist is in work. */
async function writeMilestones(
  deps: Deps,
  actor: Actor,
  names: PlanNames,
  { months, reps, year }: { months: Months; reps: readonly string[]; year: Year },
): Promise<void> {
  for (const [quarter, [name, focus]] of names.stages.entries()) {
    const kind = kinds[quarter] ?? 'signing';
    const [id, keyDateId] = [deps.newId(), deps.newId()];
    const share = shares[quarter] ?? 0.25;
    const [ends, middle] = [months[quarter * 3 + 2]?.to ?? '', months[quarter * 3 + 1]?.to ?? ''];
    await createMilestone(deps, actor, {
      id,
      fiscalYear: year.fiscalYear,
      name,
      focus,
      fromMonth: quarter * 3 + 1,
      toMonth: quarter * 3 + 3,
      share,
      criteria: [
        { measure: 'revenue', atLeast: Math.round(year.total * share * 0.85), by: ends },
        ...(quarter === 0 ? [{ measure: 'pipeline' as const, atLeast: Math.round(year.total * 0.06), by: ends }] : []),
      ],
      keyDates: [{ id: keyDateId, kind, name: names[kind], day: middle }],
    });
    for (const [at, text] of names.steps.entries()) {
      const dueOn = toIso(toDay(middle) - 7 * (names.steps.length - at));
      const { row } = await createChecklistItem(deps, actor, {
        ...{ id: deps.newId(), milestoneId: id, keyDateId, text, dueOn },
        ownerId: reps[(quarter + at) % reps.length] ?? null,
      });
      // What was due two weeks ago is done.
      if (toDay(dueOn) < toDay(year.today) - 14)
        await changeChecklistItem(deps, actor, row.id, row.version, { isDone: true });
    }
  }
}

async function writeResources(
  deps: Deps,
  actor: Actor,
  { trainer, seller }: PlanNames,
  { months, reps, year }: { months: Months; reps: readonly string[]; year: Year },
): Promise<void> {
  const half = { from: months[0]?.from ?? '', to: months[5]?.to ?? '' };
  const whole = { from: half.from, to: months.at(-1)?.to ?? '' };
  const [first, second] = trainer.skills;
  const skills = `${first}, ${second}`;
  await createNeed(deps, actor, {
    id: deps.newId(),
    name: trainer.need,
    role: trainer.role,
    hoursPerWeek: 12,
    skills,
    ...half,
  });
  await createNeed(deps, actor, { id: deps.newId(), name: seller.need, role: seller.role, hoursPerWeek: 20, ...whole });
  await createResource(deps, actor, {
    ...{ id: deps.newId(), helper: trainer.helper, role: trainer.role, hoursPerWeek: 8, purpose: 'training', ...half },
    skills: first,
    costMinor: Math.round(year.total * 0.002),
  });
  const personId = reps[3];
  if (personId !== undefined)
    await createResource(deps, actor, {
      ...{ id: deps.newId(), personId, role: seller.role, hoursPerWeek: 10, purpose: 'selling', ...whole },
    });
}

/** How the demonstration works through its year: terms, leave, milestones with their checklists, and who helps. */
export async function planYear(deps: Deps, actor: Actor, year: Year): Promise<void> {
  const { organisation } = actor;
  const names = planNames[organisation.locale];
  const months = monthsOf(organisation, year.fiscalYear);
  const reps = await writeTerms(deps, actor, months);
  await writeLeave(deps, actor, reps, year.today);
  await writeMilestones(deps, actor, names, { months, reps, year });
  await writeResources(deps, actor, names, { months, reps, year });
}

import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type RoleWork, resourceGaps } from '@milepost/core/resources/gaps';
import { resourceNeeds, resources } from '../../resources/store.ts';
import type { AgendaSource } from '../agenda-source.ts';

/** A request is spoken of when its work is under way or begins within so many days. */
const daysAhead = 90;

type Row =
  | Awaited<ReturnType<typeof resources.within>>[number]
  | Awaited<ReturnType<typeof resourceNeeds.within>>[number];
const workOf = (row: Row): RoleWork => ({
  ...{ id: row.id, name: row.role, role: row.role, hoursPerWeek: row.minutes_per_week / 60 },
  span: { first: toDay(row.from_day), last: toDay(row.to_day) },
  skills: (row.skills ?? '')
    .split(/[,;，；、]/)
    .map((skill) => skill.trim())
    .filter(Boolean),
});

/** Open requests: work that the plan needs done, of a role for which hours or skills are missing. It is due when it begins. */
export const resourceNeedAgenda: AgendaSource = {
  name: 'resource-need',
  subject: 'resource_need',
  async matters(db, actor, { day }) {
    const span = { from: day, to: toIso(toDay(day) + daysAhead) };
    const [needs, assigned] = await Promise.all([
      resourceNeeds.within(db, actor.orgId, span),
      resources.within(db, actor.orgId, span),
    ]);
    const months = [{ span: { first: toDay(span.from), last: toDay(span.to) }, label: span.from }];
    const gaps = resourceGaps(needs.map(workOf), assigned.map(workOf), months);
    const short = new Set(
      gaps.filter((gap) => (gap.short.value ?? 0) > 0 || gap.missingSkills.length > 0).map(({ role }) => role),
    );
    return needs
      .filter(({ role }) => short.has(role))
      .map(({ id, name, role, from_day }) => ({
        ...{ source: 'resource-need', recordId: id, text: `${name} · ${role}`, ownerId: null, dueOn: from_day },
      }));
  },
};

import { fiscalLabel, fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { ResourceGapsQuery, ResourceGapsView, ResourceWhyQuery } from '@milepost/contract/resources';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { type RoleGap, type RoleWork, resourceGaps } from '@milepost/core/resources/gaps';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { ResourceNeedTable, ResourceTable } from '../../db/tables/planning.ts';
import { Failure } from '../../http/failure.ts';
import { resourceNeeds, resources } from './store.ts';

const listed = (skills: string | null): string[] =>
  (skills ?? '')
    .split(/[,;，；、]/)
    .map((skill) => skill.trim())
    .filter(Boolean);

const workOf = (row: ResourceTable | ResourceNeedTable, name: string): RoleWork => ({
  id: row.id,
  name,
  role: row.role,
  hoursPerWeek: row.minutes_per_week / 60,
  span: { first: toDay(row.from_day), last: toDay(row.to_day) },
  skills: listed(row.skills),
});

async function gapsOf(db: Db, actor: Actor, fiscalYear: number): Promise<RoleGap[]> {
  const months = monthsOf(actor.organisation, fiscalYear);
  const span = { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '' };
  const [needs, assigned] = await Promise.all([
    resourceNeeds.within(db, actor.orgId, span),
    resources.within(db, actor.orgId, span),
  ]);
  const names = await namesOf(db, actor, { person: assigned.map((row) => row.person_id) });
  return resourceGaps(
    needs.map((row) => workOf(row, row.name)),
    assigned.map((row) => workOf(row, nameOf(names.person, row.person_id)?.name ?? row.helper ?? '')),
    months.map(({ from, to }) => ({ span: { first: toDay(from), last: toDay(to) }, label: from.slice(0, 7) })),
  );
}

const yearOf = (actor: Actor, today: string, { fiscalYear }: ResourceGapsQuery): number =>
  fiscalYear ?? fiscalYearOf(toDay(today), fiscalOf(actor.organisation)).year;

/** Hours needed, assigned and missing by role, and skills that nobody has, over a fiscal year. */
export async function readGaps(
  db: Db,
  actor: Actor,
  today: string,
  query: ResourceGapsQuery,
): Promise<ResourceGapsView> {
  const fiscalYear = yearOf(actor, today, query);
  const rows = (await gapsOf(db, actor, fiscalYear)).map(({ role, needed, assigned, short, missingSkills }) => ({
    role,
    neededHours: needed.value,
    assignedHours: assigned.value,
    shortHours: short.value,
    missingSkills: [...missingSkills],
  }));
  const starts = monthsOf(actor.organisation, fiscalYear)[0]?.from ?? today;
  return { fiscalYear, fiscalYearLabel: fiscalLabel(actor.organisation, starts), rows };
}

/** How the hours of a role come about. @throws Failure `not-found` for a role that is not there */
export async function explainGap(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { role, figure, ...query }: ResourceWhyQuery,
): Promise<ExplainedView> {
  const gap = (await gapsOf(db, actor, yearOf(actor, today, query))).find((one) => one.role === role);
  if (!gap) throw new Failure('not-found');
  const why = figure === 'neededHours' ? gap.needed : figure === 'assignedHours' ? gap.assigned : gap.short;
  return { why, asOf: now };
}

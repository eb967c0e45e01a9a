import { fiscalLabel, monthsOf } from '@milepost/contract/calendar';
import type { QuotaCover, TargetGridView, TargetView } from '@milepost/contract/targets';
import { allocation } from '@milepost/core/targets/allocation';
import { isRate, planningOf, unitOf } from '@milepost/core/targets/measures';
import { plannedTotal } from '@milepost/core/targets/plan';
import { WHOLE_BP } from '@milepost/core/targets/rate-target';
import { stretchTotal } from '@milepost/core/targets/stretch';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { measured } from '../figures/measured-store.ts';
import { people, tree } from '../people/store.ts';
import { madeFromOf } from './made-from.ts';
import { planOfPeople, planWire } from './plan-wire.ts';
import { demandShared, targets } from './store.ts';
import { stretchOf } from './stretch-of.ts';
import { seesWhole } from './whole-sight-store.ts';

const stretchMinorOf = (row: TargetTable): number | null => {
  const stretch = stretchOf(row);
  return stretch && stretchTotal(row.total_minor, stretch);
};

/** Rows → wire. The total is told to those who see the whole plan. */
export const targetViews = (actor: Actor, rows: readonly TargetTable[]): TargetView[] =>
  rows.map((row) => {
    const isWhole = seesWhole(actor, row);
    return {
      ...recordFields(row),
      name: row.name,
      measure: row.measure,
      unit: unitOf(row.measure),
      axes: isRate(row.measure) ? [] : [...planningOf[row.measure].axes],
      fiscalYear: row.fiscal_year,
      fiscalYearLabel: fiscalLabel(actor.organisation, row.starts_on),
      startsOn: row.starts_on,
      currency: row.currency,
      status: row.status,
      basis: row.basis,
      shareRatio: row.basis === 'rate' ? row.total_minor / WHOLE_BP : null,
      totalMinor: isWhole && row.basis !== 'rate' ? row.total_minor : null,
      publishedAt: row.published_at,
      reason: row.reason,
      supersedesId: row.supersedes_id,
      effectiveOn: row.effective_on,
      stretch: isWhole ? stretchOf(row) : null,
      stretchMinor: isWhole ? stretchMinorOf(row) : null,
      canPlan: isWhole,
      canEdit: isWhole && row.status === 'draft' && row.basis !== 'imported',
    };
  });

/** Imported quotas beside the target of their year, for those who see both whole; null without such a target. */
async function quotaCover(db: Db, actor: Actor, row: TargetTable, quotas: number): Promise<QuotaCover | null> {
  const target = await targets.ofYear(db, actor.orgId, row.fiscal_year, demandShared(row));
  if (!target || target.currency !== row.currency || !seesWhole(actor, target)) return null;
  const gap = target.total_minor - quotas;
  return {
    targetId: target.id,
    name: target.name,
    total: target.total_minor,
    quotas,
    unallocated: Math.max(0, gap),
    overAllocated: Math.max(0, -gap),
  };
}

/** How regions, and products within their lines, shared the past. */
async function sharesOf(db: Db, actor: Actor, row: TargetTable): Promise<TargetGridView['shares']> {
  const from = madeFromOf(row);
  const names = await namesOf(db, actor, { product: from?.products.map((one) => one.id) ?? [] });
  return {
    regions: from?.regions ?? [],
    products: (from?.products ?? []).map((one) => ({ ...one, name: nameOf(names.product, one.id)?.name ?? '' })),
  };
}

/** The grid of a target, cut to the people in sight. @throws Failure `target-not-shared` */
export async function gridView(db: Db, actor: Actor, row: TargetTable): Promise<TargetGridView> {
  const measure = demandShared(row);
  const whole = await targets.plan(db, row);
  const isWhole = seesWhole(actor, row);
  const plan = isWhole ? whole : planOfPeople(whole, new Set(whole.persons.filter((id) => reaches(actor, id))));
  const names = await namesOf(db, actor, { person: plan.persons });
  const teamOf = new Map((await people.teamsOf(db, actor.orgId)).map((person) => [person.id, person.team_id]));
  const { teams } = await tree.of(db, actor.orgId);
  const teamNames = await namesOf(db, actor, { team: teams.map((team) => team.id) });
  const months = monthsOf(actor.organisation, row.fiscal_year);
  const past = monthsOf(actor.organisation, row.fiscal_year - 1);
  const [from, to] = [past[0]?.from ?? '', past.at(-1)?.to ?? ''];
  const reached = measured(db, actor, measure, to);
  const first = await reached.firstDay();
  const sold = first !== undefined && first <= to ? await reached.byMonth({ from, to }) : null;
  const [view] = targetViews(actor, [row]);
  return {
    target: view as TargetView,
    plan: planWire(plan),
    people: plan.persons.map((id) => ({
      id,
      name: nameOf(names.person, id)?.name ?? '',
      teamId: teamOf.get(id) ?? null,
    })),
    teams: teams.map((team) => ({
      id: team.id,
      name: nameOf(teamNames.team, team.id)?.name ?? '',
      parentId: team.parentId,
    })),
    monthStarts: months.map((month) => month.from),
    lastYear:
      sold &&
      past.map((month) =>
        sold.filter((row) => row.month === month.from.slice(0, 7)).reduce((sum, one) => sum + one.value, 0),
      ),
    shares: isWhole ? await sharesOf(db, actor, row) : { regions: [], products: [] },
    allocation: isWhole && row.basis === 'spread' ? allocation(whole) : null,
    quotaCover: isWhole && row.basis === 'imported' ? await quotaCover(db, actor, row, plannedTotal(whole)) : null,
  };
}

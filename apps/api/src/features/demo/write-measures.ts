import type { Measure } from '@milepost/contract/figures';
import type { Locale } from '@milepost/contract/organisation';
import type { AdditiveMeasure, RateMeasure } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { measured } from '../figures/measured-store.ts';
import { createKpi } from '../kpis/save-kpi.ts';
import { createScorecard } from '../scorecard/save-scorecard.ts';
import { makeRateTarget } from '../targets/make-rate-target.ts';
import { makeTarget } from '../targets/make-target.ts';
import { publishTarget } from '../targets/publish-target.ts';

type Names = Record<Exclude<AdditiveMeasure, 'revenue'> | RateMeasure, string> & { scorecard: string };

const names: Record<Locale, Names> = {
  en: {
    margin: 'Margin',
    quantity: 'Pieces',
    newCustomers: 'New customers',
    collected: 'Cash to collect',
    repurchaseRate: 'Customers who buy again',
    collectedWithin: 'Paid in time',
    marketCoverage: 'Markets to cover',
    eventConversion: 'Deals from events',
    scorecard: 'Reps',
  },
  'zh-Hans': {
    margin: '毛利目标',
    quantity: '数量目标',
    newCustomers: '新客户目标',
    collected: '回款目标',
    repurchaseRate: '复购率目标',
    collectedWithin: '按期回款目标',
    marketCoverage: '市场覆盖目标',
    eventConversion: '活动转化目标',
    scorecard: '销售代表评分卡',
  },
  'zh-Hant': {
    margin: '毛利目標',
    quantity: '數量目標',
    newCustomers: '新客戶目標',
    collected: '回款目標',
    repurchaseRate: '複購率目標',
    collectedWithin: '按期回款目標',
    marketCoverage: '市場覆蓋目標',
    eventConversion: '活動轉化目標',
    scorecard: '銷售代表評分卡',
  },
};

const shared = ['margin', 'quantity', 'newCustomers', 'collected'] as const;
const shares = { repurchaseRate: 0.3, collectedWithin: 0.9, marketCoverage: 0.5, eventConversion: 0.15 } as const;
const weights = [
  { measure: 'revenue', weightBp: 4000 },
  { measure: 'margin', weightBp: 1500 },
  { measure: 'newCustomers', weightBp: 1500 },
  { measure: 'collected', weightBp: 1500 },
  { measure: 'collectedWithin', weightBp: 1000 },
  { measure: 'repurchaseRate', weightBp: 500 },
] as const;

/** What a rep is watched by: amounts of a month as the year before had them, and what is plainly wanted. */
const amounts = ['margin', 'collected'] as const;
const wanted = [
  { measure: 'newCustomers', period: 'quarter', aim: 3 },
  { measure: 'visits', period: 'month', aim: 12 },
  { measure: 'repurchaseRate', period: 'quarter', aim: 0.3 },
  { measure: 'satisfied', period: 'quarter', aim: 0.75 },
  { measure: 'netPromoter', period: 'quarter', aim: 30 },
  { measure: 'daysOutstanding', period: 'month', aim: 45 },
] as const;

/** This year is to bring so much more than the one before. */
const uplift = 1.1;

/** What the demonstration wants beside revenue: four totals that are shared out, four shares, and what a rep is measured by. */
export async function writeMeasures(
  deps: Deps,
  actor: Actor,
  {
    fiscalYear,
    label,
    from,
    before,
  }: { fiscalYear: number; label: string; from: string; before: { from: string; to: string } },
): Promise<void> {
  const words = names[actor.organisation.locale];
  for (const measure of shared) {
    const past = await measured(deps.db, actor, measure, before.to).sumBy('person_id', before);
    const reached = past.reduce((sum, { value }) => sum + value, 0);
    if (reached <= 0) continue;
    const name = `${words[measure]} ${label}`;
    const months = { kind: 'history' } as const;
    const totalMinor = Math.ceil(reached * uplift);
    const input = { id: deps.newId(), name, measure, fiscalYear, totalMinor, months, weightsFrom: before };
    const { id, version } = await makeTarget(deps, actor, input);
    await publishTarget(deps, actor, id, version, name);
  }
  for (const [measure, shareRatio] of Object.entries(shares) as [RateMeasure, number][]) {
    const name = `${words[measure]} ${label}`;
    const rates = [{ holder: { kind: 'all' as const }, period: 'year' as const, shareRatio }];
    const { id, version } = await makeRateTarget(deps, actor, { id: deps.newId(), name, measure, fiscalYear, rates });
    await publishTarget(deps, actor, id, version, name);
  }
  await createScorecard(deps, actor, {
    ...{ id: deps.newId(), name: `${words.scorecard} ${label}`, role: 'rep', validFrom: from },
    parts: weights.map((one) => ({ ...one })),
  });
  const watch = (kpi: { measure: Measure; period: 'month' | 'quarter'; aim: number | null }) =>
    createKpi(deps, actor, { id: deps.newId(), role: 'rep', direction: 'up', validFrom: from, ...kpi });
  for (const measure of amounts) {
    const past = await measured(deps.db, actor, measure, before.to).sumBy('person_id', before);
    const each = past.filter(({ value }) => value > 0);
    const reached = each.reduce((sum, { value }) => sum + value, 0);
    const aim = each.length > 0 ? roundedOf((reached * uplift) / 12 / each.length) : null;
    await watch({ measure, period: 'month', aim });
  }
  for (const kpi of wanted) await watch(kpi);
}

/** A round amount in minor units: nobody asks for the last cent. */
const roundedOf = (minor: number): number => Math.round(minor / 100_00) * 100_00;

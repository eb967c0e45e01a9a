import type { ExplainedView } from '@milepost/contract/explain';
import type { FigureWhyQuery } from '@milepost/contract/figures';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { type CreditFigure, type CreditMeasure, type CreditQuery, readCredits } from './credit-figure.ts';
import { type CreditLine, countCredits, creditLines, periodSums, type Selection } from './store.ts';

/** Above so many credits a derivation shows their sums by day or month; asked for a narrower time it shows each. */
const creditsAtMost = 10_000;

/** What a leaf is made of: a credit, or the credits of a period. */
type Grain = {
  group: string | null;
  period: string;
  costedRevenue: number | null;
  leaf(value: number, unit: Leaf['unit']): Leaf;
} & Record<'revenue' | 'quantity' | 'sales' | 'cost', number | null>;

const labelOf = (line: CreditLine, names: Awaited<ReturnType<typeof namesOf>>): string =>
  [
    line.day,
    names.product.get(line.productId ?? ''),
    names.account.get(line.accountId ?? ''),
    line.rate === null ? undefined : `${line.currency} × ${line.rate}`,
  ]
    .filter(Boolean)
    .join(' · ');

async function grainsOf(db: Db, actor: Actor, selection: Selection, count: number, each: 'day' | 'month') {
  if (count > creditsAtMost)
    return (await periodSums(db, actor, selection, each)).map(
      (sums): Grain => ({
        ...sums,
        costedRevenue: sums.costed_revenue,
        leaf: (value, unit) => stored('credits', sums.period, value, unit, sums.period),
      }),
    );
  const stated = await creditLines(db, actor, selection);
  const { currency: home } = actor.organisation;
  // As the figure is: in the organisation's currency, unless one currency alone was asked for.
  const lines = stated.map((line) =>
    selection.currency !== undefined || line.currency === home
      ? { ...line, rate: null }
      : { ...line, revenue: line.orgRevenue ?? 0, cost: line.orgCost },
  );
  const names = await namesOf(db, actor, {
    product: lines.map((line) => line.productId),
    account: lines.map((line) => line.accountId),
  });
  return lines.map(
    (line): Grain => ({
      ...line,
      period: line.day,
      costedRevenue: line.cost === null ? null : line.revenue,
      leaf: (value, unit) => record('credit', line.id, value, unit, labelOf(line, names)),
    }),
  );
}

const leavesOf = (grains: readonly Grain[], value: (grain: Grain) => number | null, unit: Leaf['unit']): Leaf[] =>
  grains.flatMap((grain) => {
    const own = value(grain);
    return own === null ? [] : [grain.leaf(own, unit)];
  });

/** A measure of some grains: the sum of its leaves, or for the margin the revenue of known cost less that cost. */
function nodeOf({ key: measure, unit }: CreditMeasure, grains: readonly Grain[], label?: string): Why {
  const heading = { rule: `figures.${measure}`, unit, ...(label === undefined ? {} : { label }) } as const;
  if (measure !== 'margin')
    return derive(
      'sum',
      heading,
      leavesOf(grains, (grain) => grain[measure], unit),
    );
  const revenue = { rule: 'figures.costed-revenue', unit } as const;
  return derive('difference', heading, [
    derive(
      'sum',
      revenue,
      leavesOf(grains, (grain) => grain.costedRevenue, unit),
    ),
    derive(
      'sum',
      { rule: 'figures.cost', unit },
      leavesOf(grains, (grain) => grain.cost, unit),
    ),
  ]);
}

/** The rows of the figure, each of its grains; without a dimension, or within one row, the months. */
function branchesOf(figure: CreditFigure, grains: readonly Grain[], isRow: boolean): [string, readonly Grain[]][] {
  if (figure.by === null || isRow) return [...Map.groupBy(grains, ({ period }) => period.slice(0, 7))];
  const keyOf = new Map(figure.rows.flatMap(({ key, groups }) => groups.map((group) => [group, key] as const)));
  const byKey = Map.groupBy(grains, ({ group }) => keyOf.get(group) ?? '');
  return figure.rows.map(({ key }) => [key, byKey.get(key) ?? []]);
}

/**
 * How a figure, or one of its rows, comes about: down to the credits, which sum to it.
 * @throws Failure `not-found` when there is no row of that key
 */
export async function explainCredits(
  db: Db,
  actor: Actor,
  measure: CreditMeasure,
  { key, ...query }: FigureWhyQuery,
  asOf: string,
): Promise<ExplainedView> {
  const figure = await readCredits(db, actor, measure, query);
  const row = key === undefined ? undefined : figure.rows.find((one) => one.key === key);
  if (key !== undefined && !row) throw new Failure('not-found');
  const selection = { ...(query as CreditQuery), groups: row?.groups };
  const { count, uncosted, unquantified } = await countCredits(db, actor, selection);
  const grains = await grainsOf(db, actor, selection, count, row || figure.by === null ? 'day' : 'month');
  const { unit } = measure;
  const why = derive(
    'sum',
    { rule: `figures.${measure.key}`, unit, ...(row?.key ? { label: row.key } : {}) },
    branchesOf(figure, grains, row !== undefined).map(([label, some]) => nodeOf(measure, some, label)),
  );
  const unknown = grains.reduce((sum, grain) => sum + (grain.revenue ?? 0) - (grain.costedRevenue ?? 0), 0);
  return {
    why,
    asOf,
    leftOut: [
      ...(measure.key === 'margin' && uncosted > 0
        ? [{ reason: 'unknown-cost', count: uncosted, value: unknown, unit: 'money' as const }]
        : []),
      ...(measure.key === 'quantity' && unquantified > 0 ? [{ reason: 'unknown-quantity', count: unquantified }] : []),
    ],
  };
}

import type { FigureQuery } from '@milepost/contract/figures';
import { derive, record } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { type AdditiveMeasure, planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { type DaySum, type FactAxis, type FactMeasure, facts, type MonthFact } from '../sales/facts-store.ts';
import { type Item, leafOf } from './item-measure.ts';
import { registry } from './registry.ts';
import { type CreditLine, creditLines } from './store.ts';

type Span = { from: string; to: string };
/** Whose results: some people, or some lines, segments, regions or products ('' for what has none); left out, all in reach. */
export type Narrowed = {
  persons?: ReadonlySet<string> | undefined;
  lines?: ReadonlySet<string> | undefined;
  segments?: ReadonlySet<string> | undefined;
  regions?: ReadonlySet<string> | undefined;
  products?: ReadonlySet<string> | undefined;
};
type CreditMeasure = Extract<AdditiveMeasure, 'revenue' | 'margin' | 'quantity'>;

/**
 * What was reached of a measure that sums, of the people in the actor's reach: so targets of every measure are made, paced and
 * attained by the same code. Money is of the organisation's currency.
 */
export type Measured = {
  /** The first day on which there is anything; undefined without any. */
  firstDay(): Promise<string | undefined>;
  byMonth(span: Span): Promise<MonthFact[]>;
  byDay(span: Span): Promise<DaySum[]>;
  sumBy(axis: FactAxis, span: Span): Promise<{ key: string; value: number }[]>;
  /** How many things stand behind it, for the size of one: sales of credits, receipts, customers. */
  counts(span: Span): Promise<MonthFact[]>;
  /** Its derivation, a node a month, down to records. */
  months(span: Span, whose: Narrowed): Promise<Why[]>;
};

/** What a measure of credits is of the daily facts. */
const factsOf: Readonly<Record<CreditMeasure | 'convertedRevenue', readonly (readonly [FactMeasure, 1 | -1])[]>> = {
  convertedRevenue: [
    ['revenue', 1],
    ['org_revenue', 1],
  ],
  revenue: [['revenue', 1]],
  margin: [
    ['costed_revenue', 1],
    ['cost', -1],
  ],
  quantity: [['quantity', 1]],
};

/** The sums of some lists of rows, each with its sign, by what the rows are of. */
function signed<T extends { value: number }>(
  parts: readonly { rows: readonly T[]; sign: number }[],
  keyOf: (row: T) => string,
): T[] {
  const sums = new Map<string, T>();
  for (const { rows, sign } of parts)
    for (const row of rows) {
      const before = sums.get(keyOf(row));
      sums.set(keyOf(row), { ...row, value: (before?.value ?? 0) + sign * Number(row.value) });
    }
  return [...sums.values()];
}

const axes = ['persons', 'lines', 'segments', 'regions', 'products'] as const satisfies (keyof Narrowed)[];
/** Does something at a place belong to whose results are meant? */
const isWithin = (whose: Narrowed, at: Partial<Record<keyof Narrowed, string | null>>): boolean =>
  axes.every((axis) => whose[axis]?.has(at[axis] ?? '') ?? true);

function ofCredits(db: Db, actor: Actor, measure: CreditMeasure, isConverted: boolean): Measured {
  const parts = factsOf[isConverted && measure === 'revenue' ? 'convertedRevenue' : measure];
  const each = <T>(read: (part: FactMeasure) => Promise<T[]>) =>
    Promise.all(parts.map(async ([part, sign]) => ({ rows: await read(part), sign })));
  return {
    firstDay: () => facts.firstDay(db, actor),
    byMonth: async (span) =>
      signed(await each((part) => facts.byMonth(db, actor, span, part)), (row) =>
        JSON.stringify([row.personId, row.line, row.month]),
      ),
    byDay: async (span) =>
      signed(await each((part) => facts.byDay(db, actor, span, part)), ({ day }) => day).sort((a, b) =>
        a.day < b.day ? -1 : 1,
      ),
    sumBy: async (axis, span) =>
      signed(await each((part) => facts.sumBy(db, actor, axis, span, part)), ({ key }) => key),
    counts: (span) => facts.byMonth(db, actor, span, 'sales'),
    months: (span, whose) => creditMonths(db, actor, measure, { ...span, isConverted }, whose),
  };
}

async function creditMonths(
  db: Db,
  actor: Actor,
  measure: CreditMeasure,
  { isConverted, ...span }: Span & { isConverted: boolean },
  whose: Narrowed,
): Promise<Why[]> {
  const home = actor.organisation.currency;
  const isOfAny = measure === 'quantity' || (isConverted && measure === 'revenue');
  const currency = isOfAny ? {} : { currency: home };
  // What is nobody's is seen by those who lead, and yet reached by none of their people.
  const persons = whose.persons ?? (actor.reach === 'all' ? undefined : new Set(actor.reach));
  const { lines } = whose;
  const narrowed = persons
    ? { by: 'rep' as const, groups: [...persons].map((person) => person || null) }
    : lines
      ? { by: 'line' as const, groups: [...lines].map((line) => line || null) }
      : {};
  const found = await creditLines(db, actor, { ...span, ...currency, ...narrowed });
  const credits = found.filter(({ line, segment, region, productId }) =>
    isWithin(
      { ...whose, persons: undefined },
      { lines: line, segments: segment, regions: region, products: productId },
    ),
  );
  const names = await namesOf(db, actor, {
    product: credits.map((one) => one.productId),
    account: credits.map((one) => one.accountId),
  });
  const labelOf = (one: CreditLine) =>
    [one.day, nameOf(names.product, one.productId)?.name, nameOf(names.account, one.accountId)?.name]
      .filter(Boolean)
      .join(' · ');
  const { unit } = planningOf[measure];
  const leaves = (some: readonly CreditLine[], value: (one: CreditLine) => number | null): Leaf[] =>
    some.flatMap((one) => {
      const own = value(one);
      return own === null ? [] : [record('credit', one.id, own, unit, labelOf(one))];
    });
  return [...Map.groupBy(credits, (one) => one.day.slice(0, 7))].map(([label, some]) => {
    const heading = { rule: `figures.${measure}`, unit, label };
    if (measure !== 'margin')
      return derive(
        'sum',
        heading,
        leaves(some, (one) => (measure === 'revenue' && one.currency !== home ? one.orgRevenue : one[measure])),
      );
    const costed = (one: CreditLine) => (one.cost === null ? null : one.revenue);
    return derive('difference', heading, [
      derive('sum', { rule: 'figures.costed-revenue', unit }, leaves(some, costed)),
      derive(
        'sum',
        { rule: 'figures.cost', unit },
        leaves(some, (one) => one.cost),
      ),
    ]);
  });
}

function ofItems(db: Db, actor: Actor, measure: Exclude<AdditiveMeasure, CreditMeasure>, now: string): Measured {
  const { unit } = planningOf[measure];
  const { currency } = actor.organisation;
  const itemsIn = async (span: Span): Promise<readonly Item[]> => {
    const query: FigureQuery = unit === 'money' ? { ...span, currency } : span;
    const found = await registry[measure].items?.({ db, actor, query, today: now.slice(0, 10), asOf: now });
    // A backup sees the receipts of a colleague, and has not collected them.
    return (found ?? []).filter(({ at }) => (at.rep ? reaches(actor, at.rep) : actor.reach === 'all'));
  };
  const sizeOf = ({ amount }: Item) => amount ?? 1;
  const monthly = (items: readonly Item[], value: (item: Item) => number): MonthFact[] =>
    signed(
      [
        {
          rows: items.map((item) => ({
            personId: item.at.rep ?? '',
            line: item.at.line ?? '',
            month: item.day.slice(0, 7),
            value: value(item),
          })),
          sign: 1,
        },
      ],
      (row) => JSON.stringify([row.personId, row.line, row.month]),
    );
  const places = { person_id: 'rep', line: 'line', segment: 'segment' } as const;
  return {
    firstDay: async () => (await itemsIn({ from: '1900-01-01', to: now.slice(0, 10) })).map(({ day }) => day).sort()[0],
    byMonth: async (span) => monthly(await itemsIn(span), sizeOf),
    byDay: async (span) =>
      signed(
        [{ rows: (await itemsIn(span)).map((item) => ({ day: item.day, value: sizeOf(item) })), sign: 1 }],
        ({ day }) => day,
      ).sort((a, b) => (a.day < b.day ? -1 : 1)),
    sumBy: async (axis, span) =>
      signed(
        [
          {
            rows: (await itemsIn(span)).map((item) => ({ key: item.at[places[axis]] ?? '', value: sizeOf(item) })),
            sign: 1,
          },
        ],
        ({ key }) => key,
      ).sort((a, b) => (a.key < b.key ? -1 : 1)),
    counts: async (span) => monthly(await itemsIn(span), () => 1),
    async months(span, whose) {
      const items = (await itemsIn(span)).filter(({ at }) =>
        isWithin(whose, {
          ...{ persons: at.rep ?? null, lines: at.line ?? null, segments: at.segment ?? null },
          ...{ regions: at.region ?? null, products: at.product ?? null },
        }),
      );
      return [...Map.groupBy(items, ({ day }) => day.slice(0, 7))]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([label, some]) => derive('sum', { rule: `figures.${measure}`, unit, label }, some.map(leafOf)));
    },
  };
}

/**
 * What was reached of a measure, as of an instant: what is not decided yet is judged by its day. Revenue is that of the organisation's
 * currency; `converted` adds what was sold in others, at the rates of its days.
 */
export const measured = (
  db: Db,
  actor: Actor,
  measure: AdditiveMeasure,
  now: string,
  { converted = false }: { converted?: boolean } = {},
): Measured =>
  measure === 'newCustomers' || measure === 'collected'
    ? ofItems(db, actor, measure, now)
    : ofCredits(db, actor, measure, converted);

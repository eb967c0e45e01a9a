import { fiscalOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { Counts, Dimension, FigureView, Measure } from '@milepost/contract/figures';
import { type Heading, record } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { type DefinedMeasure, type MeasureDefinition, termsOf } from '@milepost/core/measures/definition';
import { Failure } from '../../http/failure.ts';
import { definitions } from '../measures/definition-store.ts';
import { byKey, keyerOf } from './figure-rows.ts';
import { labelsOf } from './labels-store.ts';
import type { Asked, MeasureSpec } from './measure.ts';

/** Dimensions that are read off the day of an item. */
const ofDays = ['month', 'quarter', 'fiscal-quarter'] as const satisfies Dimension[];
type OfRecord = Exclude<Dimension, (typeof ofDays)[number]>;

/** One record that a measure counts, with the values by which it can be divided. */
export type Item = {
  kind: 'credit' | 'activity' | 'lead' | 'opportunity' | 'receipt' | 'account' | 'satisfaction';
  id: string;
  day: string;
  label: string;
  /** In minor units, of a measure in money. */
  amount?: number;
  at: Partial<Record<OfRecord, string | null>>;
};

/** Measures without a definition of the organisation. */
const plainMeasures = ['collected', 'signingRate', 'satisfied', 'netPromoter'] as const satisfies Measure[];
type PlainMeasure = (typeof plainMeasures)[number];
const isPlain = (key: Measure): key is PlainMeasure => plainMeasures.some((plain) => plain === key);

type Value = { value: number | null; counts: Counts | null; interval: { low: number; high: number } | null };

export type ItemMeasure<I extends Item> = {
  /** Some mean what they say; the others rest on the organisation's definition. */
  key: (Measure & DefinedMeasure) | PlainMeasure;
  unit: 'count' | 'ratio' | 'money' | 'points';
  isAdditive: boolean;
  dateField: string;
  personField: string;
  /** Beside month and quarter. */
  dimensions: readonly OfRecord[];
  /** Its items belong to the whole time that is asked for, and to no month of it. */
  isUndated?: true;
  /** The records in sight whose day lies between the two that are asked for. */
  items(asked: Asked, definition: MeasureDefinition): Promise<I[]>;
  value(items: readonly I[], definition: MeasureDefinition): Value;
  /** Null where there is no value. */
  why(items: readonly I[], heading: Heading, definition: MeasureDefinition): Why | null;
  /** What does not count, and the reason. */
  leftOut?(items: readonly I[], definition: MeasureDefinition): ExplainedView['leftOut'];
};

export const leafOf = ({ kind, id, day, label, amount }: Item): Leaf =>
  record(kind, id, amount ?? 1, amount === undefined ? 'count' : 'money', [day, label].filter(Boolean).join(' · '));

const groupOf = (item: Item, by: Dimension): string | null =>
  (ofDays as readonly Dimension[]).includes(by) ? item.day.slice(0, 7) : (item.at[by as OfRecord] ?? null);

/** The rows of a measure: the items of each key, in the order of the keys. */
async function branches<I extends Item>({ db, actor }: Asked, items: readonly I[], by: Dimension) {
  const groups = [...new Set(items.flatMap((item) => groupOf(item, by) ?? []))];
  const labels = await labelsOf(db, actor, by, groups);
  const keyOf = keyerOf({ by, labels, calendar: fiscalOf(actor.organisation) });
  const rows = new Map<string, { key: string; id: string | null; items: I[] }>();
  for (const item of items) {
    const { key, id } = keyOf(groupOf(item, by));
    const row = rows.get(key) ?? { key, id, items: [] };
    row.items.push(item);
    rows.set(key, row);
  }
  return [...rows.values()].sort(byKey);
}

/** A measure of records that are counted one by one, under a definition of the organisation. */
export function itemMeasure<I extends Item>(measure: ItemMeasure<I>): MeasureSpec {
  const { key, unit, isAdditive, dateField, personField } = measure;
  const rule = `figures.${key}`;
  const stated = (definition: MeasureDefinition) => (isPlain(key) ? [] : termsOf(key, definition));
  return {
    key,
    unit,
    isAdditive,
    dateField,
    personField,
    dimensions: measure.isUndated ? [...measure.dimensions] : [...measure.dimensions, ...ofDays],
    items: async (asked) => measure.items(asked, await definitions.inForce(asked.db, asked.actor)),
    async read(asked): Promise<FigureView> {
      const { from, to, by } = asked.query;
      const definition = await definitions.inForce(asked.db, asked.actor);
      const items = await measure.items(asked, definition);
      const { value: total, ...whole } = measure.value(items, definition);
      return {
        measure: key,
        from,
        to,
        by: by ?? null,
        unit,
        isAdditive,
        currency: unit === 'money' ? (asked.query.currency ?? asked.actor.organisation.currency) : null,
        total,
        ...whole,
        rows: by
          ? (await branches(asked, items, by)).map((row) => {
              const { value, counts, interval } = measure.value(row.items, definition);
              const rate = { ...(counts ? { counts } : {}), ...(interval ? { interval } : {}) };
              return { key: row.key, id: row.id, value, ...rate };
            })
          : [],
        unknown: null,
        stated: stated(definition),
      };
    },
    async explain(asked, asKey): Promise<ExplainedView> {
      const { by } = asked.query;
      const definition = await definitions.inForce(asked.db, asked.actor);
      const items = await measure.items(asked, definition);
      const rows = by && asKey !== undefined ? await branches(asked, items, by) : [];
      const row = rows.find((one) => one.key === asKey);
      if (asKey !== undefined && !row) throw new Failure('not-found');
      const meant = row?.items ?? items;
      const why = measure.why(meant, { rule, unit, ...(asKey ? { label: asKey } : {}) }, definition);
      // A rate of nothing counted has no value, and so no derivation.
      if (!why) throw new Failure('not-found');
      return {
        why,
        asOf: asked.asOf,
        stated: stated(definition),
        leftOut: measure.leftOut?.(meant, definition) ?? [],
      };
    },
  };
}

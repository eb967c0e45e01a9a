import { derive, record, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';

/** One person's part of a territory as it is explained: their accounts as records with the load of each. */
export type Holding = {
  readonly personId: string;
  readonly name: string;
  readonly capacity: number;
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly load: number;
    /** Of a load in hours: the visits a year that it is made of. */
    readonly visits?: number;
  }[];
};

/** What one visit takes: hours with the customer, and on the way. */
export type HoursEach = { readonly visitHours: number; readonly wayHours: number };

type LoadUnit = 'count' | 'hours' | 'money';

/** What a person has: the sum of the loads of their accounts; in hours, visits a year × what each takes. */
export const whyLoad = ({ name, accounts }: Holding, unit: LoadUnit, { visitHours, wayHours }: HoursEach): Why =>
  derive(
    'sum',
    { rule: 'territory.load', unit, label: name },
    accounts.map(({ id, name: label, load, visits }) =>
      visits === undefined
        ? record('account', id, load, unit, label)
        : derive('product', { rule: 'territory.visit-hours', unit, label }, [
            record('account', id, visits, 'count', label),
            derive('sum', { rule: 'territory.hours-each', unit }, [
              stored('tiers', 'visit-hours', visitHours, 'hours'),
              stored('tiers', 'way-hours', wayHours, 'hours'),
            ]),
          ]),
    ),
  );

const capacityOf = ({ personId, name, capacity }: Holding): Leaf => record('person', personId, capacity, 'ratio', name);

/** The even share of a person: their capacity × all work ÷ all capacity. Null where nobody has capacity. */
export function whyShare(holding: Holding, all: readonly Holding[], unit: LoadUnit): Why | null {
  const able = all.filter(({ capacity }) => capacity > 0);
  if (able.length === 0) return null;
  return derive('product', { rule: 'territory.even-share', unit, label: holding.name }, [
    capacityOf(holding),
    derive('quotient', { rule: 'territory.work-per-capacity', unit }, [
      derive(
        'sum',
        { rule: 'territory.all-work', unit },
        able.map((one) => sumLeaf(one, unit)),
      ),
      derive('sum', { rule: 'territory.all-capacity', unit: 'ratio' }, able.map(capacityOf)),
    ]),
  ]);
}

/** A colleague's work as one leaf, so that a share does not repeat every account of everybody. */
const sumLeaf = (one: Holding, unit: LoadUnit): Leaf =>
  stored(
    'territory-load',
    one.personId,
    one.accounts.reduce((sum, { load }) => sum + load, 0),
    unit,
    one.name,
  );

/**
 * The imbalance: the work that people have beyond their even share ÷ all work. Null where there is no work, or nobody to do it.
 */
export function whyImbalance(all: readonly Holding[], unit: LoadUnit): Why | null {
  const able = all.filter(({ capacity }) => capacity > 0);
  if (able.every(({ accounts }) => accounts.every(({ load }) => load === 0))) return null;
  const over = able.map((one) =>
    derive('max', { rule: 'territory.beyond-share', unit, label: one.name }, [
      derive('difference', { rule: 'territory.less-share', unit }, [
        sumLeaf(one, unit),
        whyShare(one, all, unit) as Why,
      ]),
      stored('territory', 'nothing', 0, unit),
    ]),
  );
  return derive('quotient', { rule: 'territory.imbalance', unit: 'ratio' }, [
    derive('sum', { rule: 'territory.beyond-shares', unit }, over),
    derive(
      'sum',
      { rule: 'territory.all-work', unit },
      able.map((one) => sumLeaf(one, unit)),
    ),
  ]);
}

/** What changes hands: the margin of the accounts that move, as records; those of which nobody knows it are left out. */
export const whyDisturbed = (moved: readonly { id: string; name: string; margin: number | null }[]): Why =>
  derive(
    'sum',
    { rule: 'territory.margin-disturbed', unit: 'money' },
    moved.flatMap(({ id, name, margin }) => (margin === null ? [] : [record('account', id, margin, 'money', name)])),
  );

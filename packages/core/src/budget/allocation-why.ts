import { derive, type Heading } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';

type Node = Why | Leaf;

/** A month that a curve was drawn through: what was spent and what it brought, as they come about. */
export type SeenMonth = { readonly label: string; readonly spend: Why; readonly result: Why };

/** A fitted exponential response as it comes about: results that no spend goes beyond, and how fast a spend comes near them. */
export type CurveWhy = { readonly ceiling: Why; readonly rate: Leaf };

/** Share of the ceiling that a spend reaches, `1 − e^(−rate · spend)`. */
function reached(spend: Node, rate: Leaf, one: Leaf): Why {
  const decay = derive('exp', { rule: 'budget.not-reached', unit: 'ratio' }, [
    derive('negative', { rule: 'budget.worn', unit: 'ratio' }, [
      derive('product', { rule: 'budget.worn', unit: 'ratio' }, [spend, rate]),
    ]),
  ]);
  return derive('difference', { rule: 'budget.reached', unit: 'ratio' }, [one, decay]);
}

/**
 * How the ceiling of a fitted curve comes about from the months seen: least squares through the origin at the rate that lies nearest
 * to them, `Σ reached · result ÷ Σ reached²` (see `fitCurve`). `one` is the whole, a stored 1.
 *
 * Throws RangeError without a single month of spend.
 */
export function curveWhy(months: readonly SeenMonth[], rate: Leaf, one: Leaf): CurveWhy {
  const shares = months.map(({ spend }) => reached(spend, rate, one));
  const products = (rule: string, other: (at: number) => Node): Why =>
    derive(
      'sum',
      { rule: `${rule}-sum`, unit: 'count' },
      months.map(({ label }, at) => derive('product', { rule, unit: 'count', label }, [shares[at] as Why, other(at)])),
    );
  const ceiling = derive('quotient', { rule: 'budget.ceiling', unit: 'count' }, [
    products('budget.reached-result', (at) => (months[at] as SeenMonth).result),
    products('budget.reached-square', (at) => shares[at] as Why),
  ]);
  return { ceiling, rate };
}

/** What a curve gives for a spend: `ceiling · (1 − e^(−rate · spend))`. */
export const responseWhy = (heading: Heading, { ceiling, rate }: CurveWhy, spend: Node, one: Leaf): Why =>
  derive('product', heading, [ceiling, reached(spend, rate, one)]);

/**
 * The return of the next unit of money at a spend, `units · ceiling · rate · e^(−rate · spend)`; `units` are the minor ones of the
 * currency.
 */
export const marginalWhy = (heading: Heading, { ceiling, rate }: CurveWhy, spend: Node, units: Leaf): Why =>
  derive('product', heading, [
    units,
    ceiling,
    rate,
    derive('exp', { rule: 'budget.not-reached', unit: 'ratio' }, [
      derive('negative', { rule: 'budget.worn', unit: 'ratio' }, [
        derive('product', { rule: 'budget.worn', unit: 'ratio' }, [spend, rate]),
      ]),
    ]),
  ]);

/**
 * How a proposed spend comes about: where the curve returns the price, `ln(ceiling · rate ÷ price) ÷ rate`, within its bounds, in
 * whole units; `rounding` names the units by which the proposal differs from that, so that all spends sum to the budget.
 *
 * Throws RangeError on a price that is not above zero.
 */
export function proposedWhy(
  heading: Heading,
  { ceiling, rate }: CurveWhy,
  {
    price,
    low,
    high,
    rounding,
  }: {
    readonly price: Leaf;
    readonly low: Why;
    readonly high: Why;
    readonly rounding: (exact: number) => Leaf;
  },
): Why {
  const { unit } = heading;
  const steepest = derive('product', { rule: 'budget.first-unit', unit: 'ratio' }, [ceiling, rate]);
  const wanted = derive('quotient', { rule: 'budget.at-price', unit }, [
    derive('ln', { rule: 'budget.fall-to-price', unit: 'ratio' }, [
      derive('quotient', { rule: 'budget.fall-to-price', unit: 'ratio' }, [steepest, price]),
    ]),
    rate,
  ]);
  const within = derive('min', { rule: 'budget.at-most', unit }, [
    high,
    derive('max', { rule: 'budget.at-least', unit }, [low, wanted]),
  ]);
  const whole = derive('round', { rule: 'budget.whole-spend', unit }, [within]);
  return derive('sum', heading, [whole, rounding(whole.value)]);
}

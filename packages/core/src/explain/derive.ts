import { evaluate, type Leaf, type Op, type Unit, type Why } from './why.ts';

/** What a derived number is called: the key of its rule, its unit, and what stands beside it on a screen. */
export type Heading = { readonly rule: string; readonly unit: Unit; readonly label?: string };

/** A derivation whose stated value is computed from its arguments, so the two cannot differ. Throws as `evaluate` does. */
export function derive(op: Op, heading: Heading, args: readonly (Why | Leaf)[]): Why {
  const unvalued = { op, ...heading, value: 0, args };
  return { ...unvalued, value: evaluate(unvalued) };
}

/** A stored record as a leaf: `record('sale', id, 120_00, 'money')`. */
export function record(kind: string, id: string, value: number, unit: Unit, label?: string): Leaf {
  return { leaf: 'record', kind, id, value, unit, ...(label === undefined ? {} : { label }) };
}

/** A setting or a counted fact by its name, as a leaf: `stored('organisation', 'fiscal-year-start', 7, 'count')`. */
export function stored(kind: string, id: string, value: number, unit: Unit, label?: string): Leaf {
  return { leaf: 'stored', kind, id, value, unit, ...(label === undefined ? {} : { label }) };
}

/**
 * One share of a whole number by largest remainder, in two visible parts: the share cut to whole units, and the unit
 * from the leftover when own's remainder ranks high enough. `ahead` are the weights that win a tie against own (larger
 * weight, then lower id), `behind` those that lose it.
 */
export function largestRemainderShare(
  heading: Heading,
  share: {
    readonly total: Why | Leaf;
    readonly own: Why | Leaf;
    readonly ahead: readonly (Why | Leaf)[];
    readonly behind: readonly (Why | Leaf)[];
  },
): Why {
  const { total, own } = share;
  const weight = { rule: 'apportion.weights', unit: own.unit };
  const args = [total, own, derive('sum', weight, share.ahead), derive('sum', weight, share.behind)];
  return derive('sum', heading, [
    derive('whole-units', { rule: 'apportion.whole-units', unit: heading.unit }, args),
    derive('leftover-unit', { rule: 'apportion.leftover-unit', unit: heading.unit }, args),
  ]);
}

/**
 * One step of a cumulative rounding, `round(T·C_k) − round(T·C_{k−1})`, where C is the running share of the weights:
 * `before` are the weights of the earlier steps, `after` those of the later ones.
 */
export function cascadeStep(
  heading: Heading,
  step: {
    readonly total: Why | Leaf;
    readonly before: readonly (Why | Leaf)[];
    readonly own: Why | Leaf;
    readonly after: readonly (Why | Leaf)[];
  },
): Why {
  const { total, own } = step;
  const weight = { rule: 'apportion.weights', unit: own.unit };
  const whole = derive('sum', weight, [...step.before, own, ...step.after]);
  const upTo = (weights: readonly (Why | Leaf)[]): Why =>
    derive('share-round', { rule: 'apportion.running-share', unit: heading.unit }, [
      total,
      derive('sum', weight, weights),
      whole,
    ]);
  return derive('difference', heading, [upTo([...step.before, own]), upTo(step.before)]);
}

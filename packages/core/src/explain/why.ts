import { roundedShare } from './exact-share.ts';
import { remainderShare } from './largest-remainder.ts';

/** What a number counts. Money is integer minor units; a ratio is a plain number (0.87), never a percentage; points are
 * hundredths of a whole, as a score has them. */
export type Unit = 'money' | 'count' | 'ratio' | 'days' | 'hours' | 'points';

/** A value that is stored: a record (kind + id, so a screen can link to it) or a setting by name. */
export type Leaf = {
  readonly leaf: 'record' | 'stored';
  readonly kind: string;
  readonly id: string;
  readonly value: number;
  readonly unit: Unit;
  readonly label?: string;
};

/**
 * The operations a derivation may use. The set is closed: `evaluate` can redo every one of them, and there is no
 * operation that yields a number out of nothing, so a literal can only enter as a named leaf.
 *
 * | op                | arguments                      | value                                                        |
 * | ----------------- | ------------------------------ | ------------------------------------------------------------ |
 * | `sum`             | any number, also none          | a + b + … from left to right; nothing sums to 0               |
 * | `difference`      | one or more                    | a − b − …                                                    |
 * | `product`         | one or more                    | a · b · …                                                    |
 * | `quotient`        | two                            | a / b; b = 0 is refused                                      |
 * | `negative`        | one                            | −a                                                           |
 * | `round`           | one                            | nearest whole number, halves away from zero                  |
 * | `floor`, `ceil`   | one                            | the whole number below, above                                |
 * | `min`, `max`      | one or more                    | the smallest, the largest                                    |
 * | `count`           | any number                     | how many arguments there are                                 |
 * | `logistic`        | one                            | 1 / (1 + e^−a): the chance that belongs to log-odds          |
 * | `exp`, `ln`       | one                            | e^a; the natural logarithm, of a above 0 only                |
 * | `share-round`     | total, part, whole             | total · part / whole, halves away from zero, exactly         |
 * | `whole-units`     | total, own, ahead, behind      | total · own / Σ weights cut towards zero, exactly            |
 * | `leftover-unit`   | total, own, ahead, behind      | ±1 if the largest-remainder rule gives own a unit of those   |
 * |                   |                                | left over, else 0                                            |
 *
 * `own` is a weight; `ahead` and `behind` are `sum` nodes over the other weights: those that win a tie against own, and
 * those that lose it. `whole-units` plus `leftover-unit` is a largest-remainder share (see `largestRemainderShare`); the
 * difference of two `share-round` is a cascade step (see `cascadeStep`).
 */
export type Op =
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'negative'
  | 'round'
  | 'floor'
  | 'ceil'
  | 'min'
  | 'max'
  | 'count'
  | 'logistic'
  | 'exp'
  | 'ln'
  | 'share-round'
  | 'whole-units'
  | 'leftover-unit';

type RemainderOp = 'whole-units' | 'leftover-unit';

/** A number with the way it came about. `rule` is the key of the rule's name and formula, e.g. `pacing.plan-to-date`. */
export type Why = {
  readonly op: Op;
  readonly rule: string;
  readonly value: number;
  readonly unit: Unit;
  readonly args: readonly (Why | Leaf)[];
  readonly label?: string;
};

/** One row of a derivation laid out as an indented sum. `op` and `rule` are null on a leaf, `leaf` is null elsewhere. */
export type Line = {
  readonly depth: number;
  readonly label: string | null;
  readonly rule: string | null;
  readonly op: Op | null;
  readonly value: number;
  readonly unit: Unit;
  readonly leaf: Leaf | null;
};

/** Tells a stored value from a derived one. */
export function isLeaf(node: Why | Leaf): node is Leaf {
  return 'leaf' in node;
}

/**
 * The value recomputed bottom-up from the leaves only; the values stated on the way are not looked at. The promise of
 * every rule is `evaluate(why) === why.value`.
 *
 * Throws RangeError on a leaf that is not finite, on a quotient by zero and on a wrong number of arguments.
 */
export function evaluate(why: Why | Leaf): number {
  return recompute(why, () => {});
}

/** The nodes whose stated value is not what their leaves give: empty for an honest derivation. */
export function misstated(why: Why | Leaf): Why[] {
  const found: Why[] = [];
  recompute(why, (node, value) => {
    if (node.value !== value) found.push(node);
  });
  return found;
}

/** The derivation as lines of an indented sum, each node before its arguments. */
export function flatten(why: Why): Line[] {
  const lines: Line[] = [];
  const visit = (node: Why | Leaf, depth: number): void => {
    const { value, unit, label = null } = node;
    if (isLeaf(node)) {
      lines.push({ depth, label, rule: null, op: null, value, unit, leaf: node });
      return;
    }
    lines.push({ depth, label, rule: node.rule, op: node.op, value, unit, leaf: null });
    for (const arg of node.args) visit(arg, depth + 1);
  };
  visit(why, 0);
  return lines;
}

/** Every stored value the derivation rests on, in reading order; a value used twice appears twice. */
export function leavesOf(why: Why): Leaf[] {
  return flatten(why).flatMap((line) => (line.leaf === null ? [] : [line.leaf]));
}

/**
 * True when the derivation explains nothing: seen through nodes of one argument it is a single `stored` value. One
 * record is an explanation (the screen can open it), and so is a sum over no records.
 */
export function isConstant(why: Why | Leaf): boolean {
  let node = why;
  while (!isLeaf(node)) {
    const [only, ...others] = node.args;
    if (only === undefined || others.length > 0) return false;
    node = only;
  }
  return node.leaf === 'stored';
}

function compute(op: Exclude<Op, RemainderOp>, values: readonly number[]): number {
  const [a, b, c] = values as [number, number, number];
  switch (op) {
    case 'sum':
      return values.reduce((total, value) => total + value, 0);
    case 'count':
      return values.length;
    case 'difference':
      demand(op, values, 1, Number.POSITIVE_INFINITY);
      return values.slice(1).reduce((rest, value) => rest - value, a);
    case 'product':
      demand(op, values, 1, Number.POSITIVE_INFINITY);
      return values.slice(1).reduce((product, value) => product * value, a);
    case 'quotient':
      demand(op, values, 2, 2);
      if (b === 0) throw new RangeError('A quotient by zero has no value; leave the ratio out instead.');
      return a / b;
    case 'negative':
      demand(op, values, 1, 1);
      return 0 - a;
    case 'round':
      demand(op, values, 1, 1);
      return a < 0 ? 0 - Math.round(-a) : Math.round(a);
    case 'floor':
      demand(op, values, 1, 1);
      return Math.floor(a);
    case 'ceil':
      demand(op, values, 1, 1);
      return Math.ceil(a) + 0;
    case 'min':
      demand(op, values, 1, Number.POSITIVE_INFINITY);
      return values.reduce((least, value) => Math.min(least, value), a);
    case 'max':
      demand(op, values, 1, Number.POSITIVE_INFINITY);
      return values.reduce((most, value) => Math.max(most, value), a);
    case 'logistic':
      demand(op, values, 1, 1);
      return 1 / (1 + Math.exp(-a));
    case 'exp':
      demand(op, values, 1, 1);
      return Math.exp(a);
    case 'ln':
      demand(op, values, 1, 1);
      if (!(a > 0)) throw new RangeError(`Only what is above 0 has a logarithm; got ${a}.`);
      return Math.log(a);
    case 'share-round':
      demand(op, values, 3, 3);
      return roundedShare(a, b, c);
  }
}

/** Evaluates bottom-up and shows every derived node with its recomputed value to `see`. */
function recompute(node: Why | Leaf, see: (node: Why, value: number) => void): number {
  if (isLeaf(node)) {
    if (!Number.isFinite(node.value))
      throw new RangeError(`The stored ${node.kind} ${node.id} is not a finite number.`);
    return node.value;
  }
  const values = node.args.map((arg) => recompute(arg, see));
  const value =
    node.op === 'whole-units' || node.op === 'leftover-unit'
      ? remainderPart(node.op, node.args, values)
      : compute(node.op, values);
  see(node, value);
  return value;
}

function remainderPart(op: RemainderOp, args: readonly (Why | Leaf)[], values: readonly number[]): number {
  demand(op, values, 4, 4);
  const [ahead, behind] = args.slice(2).map((group) => {
    if (isLeaf(group) || group.op !== 'sum') {
      throw new RangeError(`${op} takes its rivals as two sums: those ahead on a tie and those behind.`);
    }
    return group.args.map(evaluate);
  }) as [number[], number[]];
  const share = remainderShare(values[0] as number, values[1] as number, ahead, behind);
  return op === 'whole-units' ? share.wholeUnits : share.leftoverUnit;
}

function demand(op: Op, values: readonly number[], least: number, most: number): void {
  if (values.length >= least && values.length <= most) return;
  const wanted = least === most ? `${least}` : `at least ${least}`;
  throw new RangeError(`${op} takes ${wanted} argument(s); got ${values.length}.`);
}

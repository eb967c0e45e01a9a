import { isLeaf, type Leaf, type Op, type Unit, type Why } from '@milepost/core/explain/why';

/** One row of the sheet: a node of the derivation where it stands in the sum. */
export type WhyLine = {
  /** Path of argument positions from the root: "", "0", "0.2". */
  at: string;
  depth: number;
  /** How it enters the line above it: +, −, ×, ÷, or nothing for the first. */
  sign: string;
  /** What it is to the line above it, where a sign cannot say so: i18n key `explain.part.<part>`. */
  part: string | null;
  label: string | null;
  rule: string | null;
  op: Op | null;
  value: number;
  unit: Unit;
  leaf: Leaf | null;
  /** Are there lines below it? */
  hasParts: boolean;
};

const signs: Partial<Record<Op, string>> = { sum: '+', difference: '−', product: '×', quotient: '÷' };

/** `total · part / whole` for the shares; the first of a sum stands without a sign. */
function signOf(op: Op, position: number): string {
  if (op === 'negative') return '−';
  if (op === 'share-round') return ['', '×', '÷'][position] ?? '';
  return position === 0 ? '' : (signs[op] ?? '');
}

/** The arguments of the largest-remainder shares have names, not signs. */
function partOf(op: Op, position: number): string | null {
  if (op !== 'whole-units' && op !== 'leftover-unit') return null;
  return ['total', 'own', 'ahead', 'behind'][position] ?? null;
}

/** The derivation as rows, each node before its parts. */
export function whyLines(why: Why): WhyLine[] {
  const lines: WhyLine[] = [];
  const visit = (node: Why | Leaf, at: string, depth: number, sign: string, part: string | null): void => {
    const { value, unit, label = null } = node;
    if (isLeaf(node)) {
      lines.push({ at, depth, sign, part, label, rule: null, op: null, value, unit, leaf: node, hasParts: false });
      return;
    }
    lines.push({
      at,
      depth,
      sign,
      part,
      label,
      rule: node.rule,
      op: node.op,
      value,
      unit,
      leaf: null,
      hasParts: node.args.length > 0,
    });
    for (const [position, arg] of node.args.entries()) {
      visit(
        arg,
        at === '' ? `${position}` : `${at}.${position}`,
        depth + 1,
        signOf(node.op, position),
        partOf(node.op, position),
      );
    }
  };
  visit(why, '', 0, '', null);
  return lines;
}

/** The rows without those below a folded one. */
export function unfolded(lines: readonly WhyLine[], folded: ReadonlySet<string>): WhyLine[] {
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return lines.filter((line) => {
    if (line.depth > hiddenBelow) return false;
    hiddenBelow = folded.has(line.at) ? line.depth : Number.POSITIVE_INFINITY;
    return true;
  });
}

/** What is folded at first in a long derivation: the long lists of records, so that its shape is seen. */
export function foldedAtFirst(lines: readonly WhyLine[], longFrom = 60, listFrom = 12): Set<string> {
  if (lines.length <= longFrom) return new Set();
  const partsOf = new Map<string, number>();
  for (const { at, depth } of lines) {
    const above = depth < 2 ? '' : at.slice(0, at.lastIndexOf('.'));
    if (depth > 0) partsOf.set(above, (partsOf.get(above) ?? 0) + 1);
  }
  return new Set(lines.filter(({ at, depth }) => depth > 0 && (partsOf.get(at) ?? 0) >= listFrom).map(({ at }) => at));
}

/** The rules used, each once, in the order they appear. */
export function rulesOf(lines: readonly WhyLine[]): string[] {
  return [...new Set(lines.flatMap((line) => line.rule ?? []))];
}

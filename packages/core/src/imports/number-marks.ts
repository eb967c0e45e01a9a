import { type DecimalMark, dissectNumber, figureUnder } from './read-number.ts';
import { isUnknown } from './read-text.ts';
import type { Example } from './value-reading.ts';

/**
 * What the cells of a column seen so far say of its decimal mark. A cell that reads one way only is evidence; one that
 * reads both ways with two results (`3,100`) is what has to be decided.
 */
export type NumberEvidence = {
  readonly numbers: number;
  readonly others: number;
  readonly pointOnly: number;
  readonly commaOnly: number;
  readonly bothWays: number;
  readonly firstPoint: Example | null;
  readonly firstComma: Example | null;
  readonly firstBothWays: Example | null;
  readonly firstOther: Example | null;
};

export const NO_NUMBERS: NumberEvidence = {
  numbers: 0,
  others: 0,
  pointOnly: 0,
  commaOnly: 0,
  bothWays: 0,
  firstPoint: null,
  firstComma: null,
  firstBothWays: null,
  firstOther: null,
};

/** The evidence with one more cell. */
export function noteNumber(evidence: NumberEvidence, cell: Example): NumberEvidence {
  const figure = dissectNumber(cell.value)?.figure;
  const point = figure === undefined ? null : figureUnder(figure, '.');
  const comma = figure === undefined ? null : figureUnder(figure, ',');
  if (point === null && comma === null) {
    if (isUnknown(cell.value)) return evidence;
    return { ...evidence, others: evidence.others + 1, firstOther: evidence.firstOther ?? cell };
  }
  const noted = { ...evidence, numbers: evidence.numbers + 1 };
  if (comma === null) return { ...noted, pointOnly: noted.pointOnly + 1, firstPoint: noted.firstPoint ?? cell };
  if (point === null) return { ...noted, commaOnly: noted.commaOnly + 1, firstComma: noted.firstComma ?? cell };
  if (point === comma) return noted;
  return { ...noted, bothWays: noted.bothWays + 1, firstBothWays: noted.firstBothWays ?? cell };
}

export type MarkDecision =
  | { readonly status: 'decided'; readonly decimal: DecimalMark; readonly by: 'values' | 'organisation' }
  | {
      readonly status: 'contradiction';
      /** What the organisation writes. */
      readonly decimal: DecimalMark;
      readonly examples: readonly Example[];
    };

/**
 * Decides the decimal mark of a whole column. Without values that read one way only, the organisation's mark holds
 * (`3,100` is 3100 where the point is decimal); as many for it as against it leave it in force, and the values against
 * it become row errors. Otherwise the values decide, unless believing them would change more values a thousandfold than
 * speak for it: a single slip must not turn a column, so then somebody is asked.
 */
export function decideDecimalMark(evidence: NumberEvidence, organisation: { decimal: DecimalMark }): MarkDecision {
  const { pointOnly, commaOnly, bothWays, firstPoint, firstComma, firstBothWays } = evidence;
  const own = organisation.decimal;
  const [forOwn, against] = own === '.' ? [pointOnly, commaOnly] : [commaOnly, pointOnly];
  if (forOwn >= against) return { status: 'decided', decimal: own, by: forOwn > 0 ? 'values' : 'organisation' };
  if (bothWays > 0 && (forOwn > 0 || against < bothWays)) {
    const examples = [firstPoint, firstComma, firstBothWays].filter((example) => example !== null);
    return { status: 'contradiction', decimal: own, examples };
  }
  return { status: 'decided', decimal: own === '.' ? ',' : '.', by: 'values' };
}

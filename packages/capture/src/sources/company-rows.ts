import { postalPart } from '../address/address-lines.ts';
import type { Candidate, Entity } from '../candidate.ts';
import { type Line, pathOf, placeAt } from '../page-text.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { hasLegalForm } from '../vocabulary/legal-forms.ts';

const LONGEST_NAME = 90;
/** A row is a name and the few lines below it. */
const REACH = 10;
/** Fewer names are the firm and somebody it mentions. */
const FEWEST_ROWS = 3;
const CONTACT = /@|\+\d|(?:\d[\s().-]*){7}/;
const NO_NAME = /©|copyright|all rights|[!?]|https?:|www\.|@|\d{4,}|[.:;,]\s.*[.]$/i;

/**
 * A page that lists firms or a firm's offices: lines that are nothing but a name with its legal form, each with an address or a
 * way to reach it below, before the next. First the rows, then what is in them: the same name in three places is three rows.
 */
export function companyRowsSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  const named = context.page.lines.filter((line) => isNameLine(line, context));
  budget.check();
  const rows = named.filter((line, index) => isReachedBelow(line, named[index + 1], context));
  if (rows.length < FEWEST_ROWS) return;
  for (const line of rows) {
    budget.check();
    const value = line.text.replace(/[\s,;:]+$/, '');
    const entity: Entity = {
      id: `text-firm:${line.index}`,
      kind: 'company',
      parent: null,
      relation: '',
      isAside: false,
      lines: { from: line.index, to: line.index },
    };
    const place = placeAt(line, 0);
    add({
      field: 'name',
      value,
      raw: value,
      source: 'row',
      path: pathOf(place),
      offset: 0,
      confidence: 0.85,
      place,
      line,
      entity,
    });
  }
}

function isNameLine(line: Line, context: ReadingContext): boolean {
  if (line.text.length > LONGEST_NAME || context.isNoise(line) || context.isAside(line)) return false;
  return hasLegalForm(line.text) && !NO_NAME.test(line.text);
}

function isReachedBelow(line: Line, next: Line | undefined, { page }: ReadingContext): boolean {
  const end = Math.min(next?.index ?? page.lines.length, line.index + REACH + 1);
  const below = page.lines.slice(line.index + 1, end);
  return below.some((one) => CONTACT.test(one.text)) || below.some((one) => postalPart(one.text, []) !== undefined);
}

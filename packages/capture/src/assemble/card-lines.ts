import type { Entity } from '../candidate.ts';
import { closest, type Line, type PageText, type Place } from '../page-text.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';

/** The lines that belong to one person: everything between is theirs and nobody else's. */
export type CardLines = { entity: Entity; from: number; to: number; isElement: boolean };

/** A card is what fits on one: more lines in an element are a part of the page, not a person's. */
const MOST_LINES = 14;
const MOST_LINES_ALONE = 6;

/**
 * Finds for each person the lines of their row or card. First the row, then what is in it: the largest element that holds
 * nobody else, or, where names follow each other without elements of their own, the lines up to the next name.
 */
export function cardLines(
  page: PageText,
  people: readonly Entity[],
  hasContact: (line: number) => boolean,
): CardLines[] {
  const placed = people
    .filter((person) => person.lines !== undefined)
    .sort((one, other) => fromOf(one) - fromOf(other));
  const cards: CardLines[] = [];
  for (const [index, entity] of placed.entries()) {
    const previousTo = index === 0 ? -1 : toOf(placed[index - 1]);
    const nextFrom = index === placed.length - 1 ? page.lines.length : fromOf(placed[index + 1]);
    const bounds = { low: previousTo + 1, high: nextFrom - 1 };
    const inElement = elementCard(page, entity, placed);
    const own = { from: fromOf(entity), to: toOf(entity) };
    if (inElement !== undefined && inElement.to - inElement.from > own.to - own.from) {
      cards.push({
        entity,
        from: Math.max(inElement.from, bounds.low),
        to: Math.min(inElement.to, bounds.high),
        isElement: true,
      });
      continue;
    }
    cards.push({
      entity,
      isElement: false,
      ...flowingCard(page, entity, { bounds, rows: cards, isLast: index === placed.length - 1, hasContact }),
    });
  }
  return cards;
}

const fromOf = (entity: Entity | undefined): number => entity?.lines?.from ?? 0;
const toOf = (entity: Entity | undefined): number => entity?.lines?.to ?? 0;

/** The largest element around a person that holds no other person and is small enough to be a card. */
function elementCard(
  page: PageText,
  entity: Entity,
  people: readonly Entity[],
): { from: number; to: number } | undefined {
  const first = page.lines[fromOf(entity)];
  if (first === undefined) return undefined;
  let found: { from: number; to: number } | undefined;
  for (let place: Place | null = first.block; place !== null && place.parent !== null; place = place.parent) {
    const span = linesWithin(page, place, first.index);
    if (span.to - span.from >= MOST_LINES || span.from > fromOf(entity)) break;
    if (people.some((other) => other !== entity && fromOf(other) >= span.from && fromOf(other) <= span.to)) break;
    if (span.to >= toOf(entity)) found = span;
  }
  return found;
}

/** The lines inside an element, found outward from one of them. */
function linesWithin(page: PageText, place: Place, index: number): { from: number; to: number } {
  const isInside = (line: Line | undefined): boolean =>
    line !== undefined && line.block.order >= place.order && line.block.order <= place.last;
  let from = index;
  while (index - from < MOST_LINES && isInside(page.lines[from - 1])) from -= 1;
  let to = index;
  while (to - from < MOST_LINES && isInside(page.lines[to + 1])) to += 1;
  return { from, to };
}

type Flow = {
  bounds: { low: number; high: number };
  rows: readonly CardLines[];
  isLast: boolean;
  hasContact: (line: number) => boolean;
};

/** Rows without elements: from the name to the line before the next one, no further than rows go, and not past a heading. */
function flowingCard(page: PageText, entity: Entity, flow: Flow): { from: number; to: number } {
  const from = fromOf(entity);
  let to = toOf(entity);
  // A line that says how to reach its person is a row by itself.
  for (let line = from; line <= to; line += 1) if (flow.hasContact(line)) return { from, to };
  const longest =
    flow.isLast && flow.rows.length > 0 ? Math.max(...flow.rows.map((row) => row.to - row.from)) : MOST_LINES_ALONE;
  const limit = Math.min(flow.bounds.high, from + Math.max(longest, to - from));
  const start = page.lines[from];
  for (let index = to + 1; index <= limit; index += 1) {
    const line = page.lines[index];
    if (line === undefined || start === undefined || isHeading(line) || isFarFrom(start, line)) break;
    to = index;
  }
  while (to > toOf(entity) && !flow.hasContact(to)) to -= 1;
  return { from, to };
}

const isHeading = (line: Line): boolean =>
  closest(line.block, (node) => /^h[1-6]$/.test(node.tag) || node.tag === 'legend') !== null ||
  (/[:：]$/u.test(line.text) && line.text.length < 50) ||
  // "Kontakt", "Ansprechpartner": the next contact begins.
  fieldOfWholeLabel(line.text) === 'name';

function isFarFrom(start: Line, line: Line): boolean {
  return (
    Math.abs(start.block.depth - line.block.depth) > 3 ||
    commonDepth(start.block, line.block) < Math.min(start.block.depth, line.block.depth) - 3
  );
}

function commonDepth(one: Place, other: Place): number {
  let at: Place | null = one;
  while (at !== null && !(other.order >= at.order && other.order <= at.last)) at = at.parent;
  return at?.depth ?? 0;
}

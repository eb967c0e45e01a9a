import { postalPart } from '../address/address-lines.ts';
import type { Candidate, Entity } from '../candidate.ts';
import { standTogether } from '../label-context.ts';
import { closest, type Line, type Place, pathOf, placeAt } from '../page-text.ts';
import { isJobTitle, isSureJobTitle, isTitleInList, tidyTitle } from '../people/job-title.ts';
import { peopleInProse, tellsOf } from '../people/person-in-prose.ts';
import { type PersonInLine, peopleInLine } from '../people/person-line.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';
import { namesOrganisation } from '../vocabulary/legal-forms.ts';

/** Where a list puts its titles, seen from the name. */
type Side = 'before' | 'after';

type Sighting = PersonInLine & { line: Line; before: Line | undefined; after: Line | undefined; isProse?: true };

/** Shape alone is enough beside a title; a known given name or a form of address is asked for where only contact data stand by. */
const ENOUGH_BESIDE_TITLE = 0.35;
const ENOUGH_BESIDE_CONTACT = 0.5;
const SHORTEST_SENTENCE = 24;
const CONTACT_REACH = 6;

/** People a visitor can read: a name-like line beside a title-like line, in one line or in two, or beside contact data. */
export function peopleInTextSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  const sightings: Sighting[] = [];
  for (const line of context.page.lines) {
    budget.check();
    if (
      context.isNoise(line) ||
      fieldOfWholeLabel(line.text) !== undefined ||
      isMenu(line) ||
      postalPart(line.text, []) !== undefined
    )
      continue;
    const named = peopleInLine(line.text);
    for (const person of named) sightings.push({ ...person, line, ...titlesBeside(line, context) });
    if (named.length > 0 || line.text.length < SHORTEST_SENTENCE) continue;
    for (const person of peopleInProse(line.text))
      sightings.push({ ...person, line, before: undefined, after: undefined, isProse: true });
  }
  dropLoneDuties(sightings);
  const side = titleSide(sightings.filter((sighting) => sighting.title === undefined));
  const doubtful: Sighting[] = [];
  const rows = new Map<string, number>();
  for (const sighting of sightings) {
    if (!isPerson(sighting, side, context)) {
      doubtful.push(sighting);
      continue;
    }
    const shape = rowShape(sighting.line);
    if (shape !== undefined) rows.set(shape, (rows.get(shape) ?? 0) + 1);
    addPerson(sighting, side, context, add);
  }
  // Beside two people, what stands in the same place of the next row is a person too, however foreign the name.
  for (const sighting of doubtful) {
    const known = rows.get(rowShape(sighting.line) ?? '') ?? 0;
    if (sighting.isAlone && known >= 2) addPerson(sighting, side, context, add);
  }
}

const ROW_DEPTH = 5;

/** The place of a line in its row, a cell, an item or a card among others of its kind; `undefined` outside of rows. */
function rowShape(line: Line): string | undefined {
  const steps: string[] = [];
  for (let place: Place | null = line.block; place !== null && steps.length < ROW_DEPTH; place = place.parent) {
    const { tag, nth, attrs } = place.node;
    const isRow = tag === 'tr' || tag === 'li' || isAmongItsKind(place);
    steps.push(tag === 'td' || tag === 'th' ? `${tag}:${nth}` : `${tag}.${attrs?.['class'] ?? ''}`);
    if (isRow) return steps.join('<');
  }
  return undefined;
}

/** Whether an element with a class has brothers of the same class. */
function isAmongItsKind({ node, parent }: Place): boolean {
  const name = node.attrs?.['class'];
  if (name === undefined || parent === null) return false;
  let alike = 0;
  for (const other of parent.node.children) {
    if (typeof other !== 'string' && other.tag === node.tag && other.attrs?.['class'] === name) alike += 1;
  }
  return alike > 1;
}

const MENU_TAGS = new Set(['nav', 'menu', 'select', 'button']);

/** Links of a menu are no people, however they are written. */
const isMenu = (line: Line): boolean =>
  closest(line.block, (node) => MENU_TAGS.has(node.tag) || node.attrs?.['role'] === 'navigation') !== null;

function titlesBeside(line: Line, context: ReadingContext): { before: Line | undefined; after: Line | undefined } {
  const beside = (index: number): Line | undefined => {
    const other = context.page.lines[index];
    const stands = other !== undefined && standTogether(line.block, other.block) && isTitleInList(other.text);
    return stands && peopleInLine(other.text).length === 0 ? other : undefined;
  };
  return { before: beside(line.index - 1), after: beside(line.index + 1) };
}

/** "Industrial Markets" is a title among titles; in a list where nobody has one, it is what a firm does. */
function dropLoneDuties(sightings: Sighting[]): void {
  const isSure = (line: Line | undefined): boolean => line !== undefined && isJobTitle(line.text);
  const titled = sightings.filter(({ title, before, after }) => title !== undefined || isSure(before) || isSure(after));
  if (titled.length * 2 > sightings.length) return;
  for (const sighting of sightings) {
    if (!isSure(sighting.before)) sighting.before = undefined;
    if (!isSure(sighting.after)) sighting.after = undefined;
  }
}

/** In a list titles stand all before or all behind their names; where both sides have one, the majority tells. */
function titleSide(sightings: readonly Sighting[]): Side {
  const before = sightings.filter((sighting) => sighting.before !== undefined).length;
  const after = sightings.filter((sighting) => sighting.after !== undefined).length;
  return before > after ? 'before' : 'after';
}

function isPerson(sighting: Sighting, side: Side, context: ReadingContext): boolean {
  if (namesOrganisation(sighting.name)) return false;
  if (sighting.isProse === true) return true;
  const title = sighting.title?.text ?? titleLine(sighting, side)?.text;
  if (title !== undefined) {
    return sighting.confidence >= (isSureJobTitle(title) ? ENOUGH_BESIDE_TITLE : ENOUGH_BESIDE_CONTACT);
  }
  if (sighting.confidence < ENOUGH_BESIDE_CONTACT) return false;
  const below = context.page.lines[sighting.line.index + 1];
  const isToldOf = sighting.isAlone && below !== undefined && tellsOf(sighting.line.text, below.text);
  return isToldOf || (sighting.isAlone && sighting.hasCredentials) || hasContactNear(sighting, context);
}

/** The line beside the name that holds its title, when the name's own line does not. */
function titleLine(sighting: Sighting, side: Side): Line | undefined {
  if (sighting.title !== undefined) return undefined;
  return sighting[side] ?? sighting[side === 'after' ? 'before' : 'after'];
}

function addPerson(sighting: Sighting, side: Side, context: ReadingContext, add: (candidate: Candidate) => void): void {
  const { line } = sighting;
  const beside = titleLine(sighting, side);
  const entity: Entity = {
    id: `text:${line.index}:${sighting.start}`,
    kind: 'person',
    parent: null,
    relation: '',
    isAside: context.isAside(line),
    lines: {
      from: Math.min(line.index, beside?.index ?? line.index),
      to: Math.max(line.index, beside?.index ?? line.index),
    },
  };
  const hasTitle = sighting.title !== undefined || beside !== undefined;
  if (!hasTitle && !sighting.hasCredentials) entity.isBare = true;
  if (sighting.isProse === true) entity.isProse = true;
  const confidence = Math.min(0.95, sighting.confidence + (hasTitle ? 0.2 : 0.1));
  const put = (field: 'name' | 'title' | 'company', value: string, at: Line, offset: number): void => {
    const place = placeAt(at, offset);
    const found = { raw: value, source: 'person-line' as const, path: pathOf(place), offset, confidence };
    add({ ...found, field, value, place, line: at, entity });
  };
  put('name', sighting.name, line, sighting.start);
  if (sighting.title !== undefined) put('title', sighting.title.text, line, sighting.title.start);
  else if (beside !== undefined) put('title', tidyTitle(beside.text), beside, 0);
  if (sighting.company !== undefined) put('company', sighting.company.text, line, sighting.company.start);
}

const CONTACT =
  /@|\[at\]|\(at\)|\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}|\+\d|\bext(?:ension|\.)|\bex[.:]\s?\d|\d{6,}|\bphone\b|\btel\b|\bmobile\b/i;

/** Whether the lines right behind a name (or its own) say how to reach someone. */
function hasContactNear(sighting: Sighting, context: ReadingContext): boolean {
  for (let step = 0; step < CONTACT_REACH; step += 1) {
    const line = context.page.lines[sighting.line.index + step];
    if (line === undefined || (step > 0 && !standTogether(sighting.line.block, line.block))) return false;
    if (step === 0 && line.text.length > 140) return false;
    if (CONTACT.test(step === 0 ? line.text.slice(sighting.end) : line.text) || hasMailLink(line)) return true;
  }
  return false;
}

const hasMailLink = (line: Line): boolean =>
  line.segments.some(
    (segment) => closest(segment.place, (node) => /^(?:mailto|tel):/i.test(node.attrs?.['href'] ?? '')) !== null,
  );

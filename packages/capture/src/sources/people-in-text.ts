import { postalLine } from '../address/address-lines.ts';
import type { Candidate, Entity } from '../candidate.ts';
import { standTogether } from '../label-context.ts';
import { closest, type Line, pathOf, placeAt } from '../page-text.ts';
import { isSureJobTitle, isTitleInList, tidyTitle } from '../people/job-title.ts';
import { type PersonInLine, peopleInLine } from '../people/person-line.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';
import { namesOrganisation } from '../vocabulary/legal-forms.ts';

type Sighting = PersonInLine & { line: Line; before: Line | undefined; after: Line | undefined };

/** Shape alone is enough beside a title; a known given name or a form of address is asked for where only contact data stand by. */
const ENOUGH_BESIDE_TITLE = 0.35;
const ENOUGH_BESIDE_CONTACT = 0.5;
const CONTACT_REACH = 4;

/** People a visitor can read: a name-like line beside a title-like line, in one line or in two, or beside contact data. */
export function peopleInTextSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  const sightings: Sighting[] = [];
  for (const line of context.page.lines) {
    budget.check();
    if (
      context.isNoise(line) ||
      fieldOfWholeLabel(line.text) !== undefined ||
      isMenu(line) ||
      postalLine(line.text, []) !== undefined
    )
      continue;
    for (const person of peopleInLine(line.text)) sightings.push({ ...person, line, ...titlesBeside(line, context) });
  }
  const side = titleSide(sightings.filter((sighting) => sighting.title === undefined));
  for (const sighting of sightings) addPerson(sighting, side, context, add);
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

/** In a list titles stand all before or all behind their names; where both sides have one, the majority tells. */
function titleSide(sightings: readonly Sighting[]): 'before' | 'after' {
  const before = sightings.filter((sighting) => sighting.before !== undefined).length;
  const after = sightings.filter((sighting) => sighting.after !== undefined).length;
  return before > after ? 'before' : 'after';
}

function addPerson(
  sighting: Sighting,
  side: 'before' | 'after',
  context: ReadingContext,
  add: (candidate: Candidate) => void,
): void {
  const { line } = sighting;
  const besideLine =
    sighting.title === undefined ? (sighting[side] ?? sighting[side === 'after' ? 'before' : 'after']) : undefined;
  const hasTitle = sighting.title !== undefined || besideLine !== undefined;
  const isSureTitle = isSureJobTitle(sighting.title?.text ?? besideLine?.text ?? '');
  const needed = isSureTitle ? ENOUGH_BESIDE_TITLE : ENOUGH_BESIDE_CONTACT;
  if (sighting.confidence < needed || (!hasTitle && !hasContactNear(sighting, context))) return;
  if (namesOrganisation(sighting.name)) return;
  const from = besideLine !== undefined && besideLine.index < line.index ? besideLine.index : line.index;
  const to = besideLine !== undefined && besideLine.index > line.index ? besideLine.index : line.index;
  const entity: Entity = {
    id: `text:${line.index}:${sighting.start}`,
    kind: 'person',
    parent: null,
    relation: '',
    isAside: context.isAside(line),
    lines: { from, to },
  };
  const confidence = Math.min(0.95, sighting.confidence + (hasTitle ? 0.2 : 0.1));
  const put = (field: 'name' | 'title' | 'company', value: string, at: Line, offset: number): void => {
    const place = placeAt(at, offset);
    add({
      field,
      value,
      raw: value,
      source: 'person-line',
      path: pathOf(place),
      offset,
      confidence,
      place,
      line: at,
      entity,
    });
  };
  put('name', sighting.name, line, sighting.start);
  if (sighting.title !== undefined) put('title', sighting.title.text, line, sighting.title.start);
  else if (besideLine !== undefined) put('title', tidyTitle(besideLine.text), besideLine, 0);
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

import {
  type EditionContent,
  type EditionFigure,
  type EditionSectionName,
  editionSectionNames,
  editionSections,
} from '@milepost/contract/reports';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { EditionTable, PledgeTable } from '../../db/tables/reports.ts';
import type { EditionAsk } from './edition-ask.ts';
import { sectionParts } from './edition-sections.ts';
import { figureSources } from './figure-sources.ts';
import { standingOf } from './pledge-standing.ts';

/** The figures of an edition, section by section. */
export async function editionFigures(
  ask: EditionAsk,
): Promise<{ key: EditionSectionName; figures: EditionFigure[] }[]> {
  const sections: { key: EditionSectionName; figures: EditionFigure[] }[] = [];
  for (const section of editionSectionNames) {
    const figures: EditionFigure[] = [];
    for (const key of editionSections[section])
      figures.push({ key, unit: figureSources[key].unit, ...(await figureSources[key].read(ask)) });
    sections.push({ key: section, figures });
  }
  return sections;
}

/** What an edition says as things stand. Frozen, it says that for good. */
export async function editionContent(
  ask: EditionAsk,
  edition: EditionTable,
  { person, made }: { person: { id: string; name: string }; made: readonly PledgeTable[] },
): Promise<EditionContent> {
  const { organisation } = ask.actor;
  const sections: EditionContent['sections'] = [];
  for (const section of await editionFigures(ask))
    sections.push({ ...section, ...(await sectionParts[section.key](ask)) });
  return {
    ...{ form: 1, kind: edition.kind, startsOn: edition.starts_on, endsOn: edition.ends_on, asOf: ask.asOf },
    ...{ organisation: organisation.name, currency: organisation.currency, exponent: organisation.exponent },
    ...{ person, sections },
    due: ask.pledges.map((row) => ({
      ...{ id: row.id, kind: row.kind, text: row.text, dueOn: row.due_on },
      standing: standingOf(row, toDay(ask.asOf)),
      ...{ settledOn: row.settled_on, reason: row.reason },
    })),
    words: { achieved: edition.achieved, obstacles: edition.obstacles, outlook: edition.outlook },
    made: made.map(({ id, kind, text, due_on }) => ({ id, kind, text, dueOn: due_on })),
  };
}

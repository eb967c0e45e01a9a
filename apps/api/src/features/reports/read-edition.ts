import { createHash } from 'node:crypto';
import type { ExplainedView } from '@milepost/contract/explain';
import {
  EditionContent,
  type EditionFigureName,
  type EditionReading,
  type EditionView,
} from '@milepost/contract/reports';
import { derive, stored } from '@milepost/core/explain/derive';
import { changedSince } from '@milepost/core/reports/changed-since';
import { actorOfPerson } from '../../auth/session.ts';
import type { Db } from '../../db/open.ts';
import type { EditionTable } from '../../db/tables/reports.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { type EditionAsk, editionAsk } from './edition-ask.ts';
import { editionContent, editionFigures } from './edition-content.ts';
import { figureSources } from './figure-sources.ts';
import { editions, pledges } from './store.ts';

export const hashOf = (bytes: string): string => createHash('sha256').update(bytes, 'utf8').digest('hex');
type At = { today: string; now: string };

/** Asks for the figures of an edition as the person whose it is: whoever may see the edition reads what they read. */
export async function askOf(db: Db, edition: EditionTable, at: At): Promise<EditionAsk> {
  const [person] = await people.byIds(db, edition.org_id, [edition.person_id]);
  if (!person) throw new Failure('not-found');
  const actor = await actorOfPerson(db, person);
  const due = await pledges.due(db, edition.org_id, edition.person_id, {
    from: edition.starts_on,
    to: edition.ends_on,
  });
  // A commitment is due in the editions of its own kind: a week's is not judged again by its month.
  const kinds = new Map<string, string>();
  for (const id of new Set(due.map(({ edition_id }) => edition_id)))
    kinds.set(id, (await editions.find(db, actor, id))?.kind ?? '');
  return editionAsk(db, actor, edition, {
    ...at,
    pledges: due.filter(({ edition_id }) => kinds.get(edition_id) === edition.kind && edition_id !== edition.id),
  });
}

/** What an edition says: frozen for good, or as things stand. */
export async function contentOf(
  db: Db,
  edition: EditionTable,
  at: At,
): Promise<{ content: EditionContent; bytes: string | null }> {
  const bytes = (await editions.contentOf(db, edition.org_id, edition.id)) ?? null;
  if (bytes !== null) return { content: EditionContent.parse(JSON.parse(bytes)), bytes };
  return { content: await draftContent(db, edition, at), bytes };
}

/** What a draft says as things stand. */
export async function draftContent(db: Db, edition: EditionTable, at: At): Promise<EditionContent> {
  const [person] = await people.byIds(db, edition.org_id, [edition.person_id]);
  const made = await pledges.madeWith(db, edition.org_id, edition.id);
  return editionContent(await askOf(db, edition, at), edition, {
    person: { id: edition.person_id, name: person?.name ?? '' },
    made,
  });
}

const figuresOf = ({ sections }: Pick<EditionContent, 'sections'>) => sections.flatMap(({ figures }) => figures);

/** An edition to be read, with what is otherwise now where it is frozen. */
export async function readEdition(db: Db, edition: EditionTable, view: EditionView, at: At): Promise<EditionReading> {
  const { content, bytes } = await contentOf(db, edition, at);
  if (bytes === null) return { edition: view, content, isIntact: null, changed: [], asOf: at.now };
  const then = figuresOf(content);
  const sections = await editionFigures(await askOf(db, edition, at));
  const now = sections.flatMap(({ figures }) => figures);
  // The books of old days are not kept for ever: that they are gone has changed nothing.
  const isKept = new Set(now.filter(({ reason }) => reason !== 'no-snapshot').map(({ key }) => key));
  const changed = changedSince(
    then.filter(({ key }) => isKept.has(key)),
    now.filter(({ key }) => isKept.has(key)),
  );
  return {
    ...{ edition: view, content, isIntact: hashOf(bytes) === edition.hash, asOf: at.now },
    changed: changed.map(({ key, ...values }) => ({
      ...{ key: key as EditionFigureName, unit: figureSources[key as EditionFigureName].unit, ...values },
    })),
  };
}

/**
 * How a figure of an edition comes about. The frozen one is that of now less what changed since, so that its derivation leads down to the
 * records as they stand.
 * @throws Failure `not-found` for a figure that is not known
 */
export async function explainEdition(
  db: Db,
  edition: EditionTable,
  figure: EditionFigureName,
  at: At,
): Promise<ExplainedView> {
  const { content, bytes } = await contentOf(db, edition, at);
  const told = figuresOf(content).find(({ key }) => key === figure);
  if (!told || told.value === null) throw new Failure('not-found');
  const found = await figureSources[figure].explain(await askOf(db, edition, at));
  if (bytes === null || found.why.value === told.value) return found;
  const heading = { rule: 'reports.frozen', unit: told.unit };
  const since = stored('edition-change', edition.id, found.why.value - told.value, told.unit, edition.frozen_at ?? '');
  return { ...found, why: derive('difference', heading, [found.why, since]) };
}

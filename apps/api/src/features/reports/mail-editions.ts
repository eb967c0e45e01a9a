import type { EditionContent, EditionFigureName } from '@milepost/contract/reports';
import { reaches } from '../../auth/actor.ts';
import { actorOfPerson } from '../../auth/session.ts';
import type { PersonTable } from '../../db/tables/people.ts';
import type { EditionTable } from '../../db/tables/reports.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { queueMail } from '../mail/store.ts';
import { people, tree } from '../people/store.ts';
import { editionFormats } from './edition-formats.ts';
import { editionLetter } from './edition-letter.ts';
import { editionWords } from './edition-words.ts';
import { editionSubscriptions } from './store.ts';

type Home = Pick<Deps, 'baseUrl'>;
/** The figures that a letter tells; the edition tells the rest. */
const headlines: readonly EditionFigureName[] = [
  ...(['revenue', 'pacingRatio', 'margin', 'newCustomers', 'visits', 'collected', 'pledgesKept'] as const),
];

const about = (work: Work, { baseUrl }: Home, row: EditionTable, person: string) => {
  const { organisation } = work.actor;
  const { day } = editionFormats(organisation.locale, organisation, organisation);
  return {
    ...{ kind: row.kind, person, dueOn: day(row.due_on), lines: [] as readonly string[] },
    span: `${day(row.starts_on)} – ${day(row.ends_on)}`,
    link: `${baseUrl}/review/reports/${row.id}`,
  };
};

/** Tells the person of an edition that it is drafted, or due. False where they have no address. */
export async function mailPerson(work: Work, home: Home, row: EditionTable, what: 'drafted' | 'due'): Promise<boolean> {
  const person = await people.get(work.db, work.actor, row.person_id);
  if (person.is_active === 0 || !person.email) return false;
  await queueMail(work, {
    to: person.email,
    ...editionLetter(work.actor.organisation.locale, { ...about(work, home, row, person.name), about: what }),
    about: { subject: 'edition', id: row.id },
    expiresAt: null,
  });
  return true;
}

/** Who leads somebody: the manager of their team, or of the next team above that has another one. */
async function leaderOf(work: Work, personId: string): Promise<string | null> {
  const { teams, persons } = await tree.of(work.db, work.actor.orgId);
  let teamId = persons.find(({ id }) => id === personId)?.teamId ?? null;
  for (let height = 0; teamId !== null && height < teams.length; height += 1) {
    const team = teams.find(({ id }) => id === teamId);
    if (team?.managerId && team.managerId !== personId) return team.managerId;
    teamId = team?.parentId ?? null;
  }
  return null;
}

/** Who reads a frozen edition by mail: whoever leads its person, and those who asked for it and still see it. */
async function readersOf(work: Work, row: EditionTable): Promise<PersonTable[]> {
  const { orgId } = work.actor;
  const leader = await leaderOf(work, row.person_id);
  const asked = (await editionSubscriptions.of(work.db, orgId, row.kind)).filter(
    ({ about_id }) => about_id === null || about_id === row.person_id,
  );
  const ids = new Set([...(leader === null ? [] : [leader]), ...asked.map(({ person_id }) => person_id)]);
  ids.delete(row.person_id);
  if (ids.size === 0) return [];
  const readers: PersonTable[] = [];
  for (const person of await people.byIds(work.db, orgId, [...ids].sort()))
    if (person.is_active === 1 && reaches(await actorOfPerson(work.db, person), row.person_id)) readers.push(person);
  return readers;
}

/** Sends what a frozen edition tells in short to those who read it. */
export async function mailReaders(work: Work, home: Home, row: EditionTable, content: EditionContent): Promise<void> {
  const { organisation } = work.actor;
  const words = editionWords(organisation.locale);
  const formats = editionFormats(organisation.locale, organisation, content);
  const figures = new Map(content.sections.flatMap((section) => section.figures.map((one) => [one.key, one] as const)));
  const lines = headlines.flatMap((key) => {
    const found = figures.get(key);
    return found ? [`${words.figures[key]}: ${formats.figure(found.value, found.unit)}`] : [];
  });
  const told = { ...about(work, home, row, content.person.name), lines };
  for (const reader of await readersOf(work, row)) {
    if (!reader.email) continue;
    await queueMail(work, {
      to: reader.email,
      ...editionLetter(organisation.locale, { ...told, about: row.state === 'closed' ? 'not-submitted' : 'frozen' }),
      // One for each reader: a newer mail about the same thing would take the place of one that waits.
      about: { subject: 'edition', id: `${row.id} ${reader.id}` },
      expiresAt: null,
    });
  }
}

/** Tells the person of an edition what somebody said about it. */
export async function mailComment(
  work: Work,
  home: Home,
  row: EditionTable,
  comment: { id: string; text: string },
): Promise<void> {
  const person = await people.get(work.db, work.actor, row.person_id);
  if (person.is_active === 0 || !person.email) return;
  const told = { ...about(work, home, row, person.name), lines: [comment.text] };
  await queueMail(work, {
    to: person.email,
    ...editionLetter(work.actor.organisation.locale, { ...told, about: 'commented' }),
    about: { subject: 'edition_comment', id: comment.id },
    expiresAt: null,
  });
}

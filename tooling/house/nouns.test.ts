import { describe, expect, test } from 'vitest';
import { complaintsAbout, type Furniture, nounsOf, type Room } from './nouns.ts';
import { sourceFiles, textOf } from './source-files.ts';

const nouns = nounsOf(textOf('ARCHITECTURE.md'));

/** Where each room keeps its shelves; the first group is the noun. */
const places: Record<Room, RegExp> = {
  core: /^packages\/core\/src\/([^/]+)\//,
  contract: /^packages\/contract\/src\/([^/.]+)(?:\.ts$|\/)/,
  api: /^apps\/api\/src\/features\/([^/]+)\//,
  portal: /^apps\/portal\/src\/([^/]+)\//,
};

const furniture: Record<Room, Furniture> = {
  core: {},
  contract: {
    failures: 'the catalogue of failures',
    'planning-failures': 'its part about targets, deals and money',
    'keeping-failures': 'its part about handing on, bringing in, taking back and connecting',
    scalars: 'money, days, ids: what every schema is made of',
    page: 'the envelope of every list',
    live: 'what the live feed says',
  },
  api: {},
  portal: {
    frame: 'navigation, palette, notices: what stands around every page',
    http: 'the one way to the server',
    i18n: 'languages and formats',
    failures: 'shows the catalogue of failures',
    session: 'who is signed in here',
    records: 'list, form, page and time line of any kind of record',
  },
};

const shelvesOf = (room: Room): string[] => [
  ...new Set(sourceFiles().flatMap(({ path }) => places[room].exec(path)?.[1] ?? [])),
];

describe('the same nouns in every room', () => {
  test.each(Object.keys(places) as Room[])('every shelf of %s bears a word of the table', (room) => {
    expect(shelvesOf(room)).not.toEqual([]);
    expect(complaintsAbout(room, shelvesOf(room), nouns, furniture[room])).toEqual([]);
  });

  test('another word for a known thing is refused with a sentence', () => {
    expect(complaintsAbout('api', ['targets', 'aims'], nouns, {})).toEqual([
      '"aims" in api is no noun of this room in ARCHITECTURE.md "Shelves": use one of its words, or add a row.',
    ]);
  });

  test('a noun that has no work in a room is refused there', () => {
    expect(complaintsAbout('portal', ['apportion'], nouns, {})).toHaveLength(1);
    expect(complaintsAbout('core', ['apportion'], nouns, {})).toEqual([]);
  });

  test('an excuse ends when what it excused is gone', () => {
    expect(complaintsAbout('contract', [], nouns, { page: 'the envelope of every list' })[0]).toContain('take it off');
  });

  test('a table that cannot be read is a failure, not an empty list', () => {
    expect(() => nounsOf('# Architecture\n')).toThrow('Shelves');
  });
});

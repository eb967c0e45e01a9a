/** A row of the table "Shelves" of ARCHITECTURE.md: a noun, and the rooms in which it has work. */
export type Noun = { noun: string; rooms: ReadonlySet<Room> };
export type Room = 'core' | 'contract' | 'api' | 'portal';

const rooms: readonly Room[] = ['core', 'contract', 'api', 'portal'];

/** Reads the table. Throws when it is not there: without it nothing would be checked. */
export function nounsOf(architecture: string): Noun[] {
  const section = architecture.split(/^## /m).find((part) => part.startsWith('Shelves')) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  if (rows.length === 0) throw new Error('ARCHITECTURE.md has no table under "Shelves".');
  return rows.map((row) => {
    const [name = '', ...cells] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { noun: name.replaceAll('`', ''), rooms: new Set(rooms.filter((_, at) => (cells[at] ?? '–') !== '–')) };
  });
}

/** What stands in a room beside its shelves, with the reason. */
export type Furniture = Readonly<Record<string, string>>;

/** What is wrong with the shelf names of one room: a sentence each. */
export function complaintsAbout(
  room: Room,
  shelves: readonly string[],
  nouns: readonly Noun[],
  furniture: Furniture,
): string[] {
  const known = nouns.filter((noun) => noun.rooms.has(room)).map(({ noun }) => noun);
  const strangers = shelves.filter((shelf) => !known.includes(shelf) && !(shelf in furniture));
  const expired = Object.keys(furniture).filter((name) => !shelves.includes(name));
  return [
    ...strangers.map(
      (shelf) =>
        `"${shelf}" in ${room} is no noun of this room in ARCHITECTURE.md "Shelves": use one of its words, or add a row.`,
    ),
    ...expired.map((name) => `"${name}" is excused in ${room} and is not there any more: take it off the list.`),
  ];
}

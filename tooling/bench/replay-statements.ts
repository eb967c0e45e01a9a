import { uuidv7 } from '@milepost/api/ids';
import Database from 'better-sqlite3';

export type Sent = { sql: string; parameters: readonly unknown[] };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * What one request sent to the database, ready to be sent again: every statement prepared once. `twin` is what a second request
 * of the same kind sent: ids in which the two differ were made for the occasion, and are made anew each time; a whole number that grew
 * from one to the other is the next of a row of numbers, of which the true route goes on taking: those below zero are free.
 * @returns a function that runs all of them in their order and answers the rows of the one that read most
 */
export function replay(database: Database.Database, sent: readonly Sent[], twin: readonly Sent[]): () => unknown {
  const isFresh = (value: unknown, at: number, place: number) =>
    typeof value === 'string' && uuid.test(value) && twin[at]?.parameters[place] !== value;
  const fresh = new Set(
    sent.flatMap(({ parameters }, at) => parameters.filter((value, place) => isFresh(value, at, place))),
  );
  const statements = sent.map(({ sql, parameters }, at) => ({
    statement: database.prepare(sql),
    parameters,
    renewed: parameters.flatMap((value, place) => (fresh.has(value) ? [place] : [])),
    grown: parameters.flatMap((value, place) => {
      const next = twin[at]?.parameters[place];
      const isGrowing = Number.isInteger(value) && Number.isInteger(next) && Number(next) > Number(value);
      return isGrowing ? [place] : [];
    }),
  }));
  let turn = 0;
  const run = (): unknown[][] => {
    const made = new Map<unknown, string>();
    turn += 1;
    return statements.map(({ statement, parameters, renewed, grown }) => {
      let values = parameters;
      if (renewed.length + grown.length > 0) {
        const copy = [...parameters];
        for (const place of grown) copy[place] = -turn;
        for (const place of renewed) {
          const id = made.get(copy[place]) ?? uuidv7();
          made.set(copy[place], id);
          copy[place] = id;
        }
        values = copy;
      }
      if (statement.reader) return statement.all(values);
      statement.run(values);
      return [];
    });
  };
  const sizes = run().map((rows) => JSON.stringify(rows).length);
  const most = sizes.indexOf(Math.max(...sizes));
  return () => run()[most];
}

/** The same database on a connection of its own, with the settings of the house. */
export function openForReplay(file: string): Database.Database {
  const database = new Database(file);
  for (const setting of ['synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000', 'cache_size = -65536'])
    database.pragma(setting);
  return database;
}

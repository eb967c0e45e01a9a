import { migrate } from '@milepost/api/db/migrate';
import { openDatabase } from '@milepost/api/db/open';
import { sightOf } from '@milepost/api/db/sight-store';
import { expect, test } from 'vitest';
import { isInner, wireKey, wordKeysOf } from '../../apps/portal/src/changes/change-lines.ts';
import { locales, portalTexts } from './locales.ts';

/** Every column that a change can tell of a record, as the tables stand after all migrations. */
async function columnsTold(): Promise<{ subject: string; column: string }[]> {
  const { db, close } = openDatabase('sqlite::memory:');
  try {
    await migrate(db);
    const tables = await db.introspection.getTables();
    return tables
      .filter(({ name }) => name in sightOf)
      .flatMap(({ name, columns }) =>
        columns.filter((column) => !isInner(column.name)).map((column) => ({ subject: name, column: column.name })),
      );
  } finally {
    await close();
  }
}

test('every column that a change tells of a record has a word in every language', async () => {
  const told = await columnsTold();
  expect(new Set(told.map(({ subject }) => subject)).size).toBeGreaterThan(30);
  const texts = portalTexts();
  const missing = told.flatMap(({ subject, column }) => {
    const keys = wordKeysOf(subject, wireKey(column));
    return locales
      .filter((locale) => !keys.some((key) => texts[locale].has(key)))
      .map((locale) => `${subject}.${column} has no word in ${locale}: ${keys[0]}`);
  });
  expect(missing).toEqual([]);
});

test.each(locales)('every kind of record has a word in %s', (locale) => {
  const texts = portalTexts()[locale];
  expect(Object.keys(sightOf).filter((subject) => !texts.has(`changes.thing.${subject}`))).toEqual([]);
});

import { allJobs } from '@milepost/api/jobs/all-jobs';
import { expect, test } from 'vitest';
import { locales, portalTexts } from './locales.ts';

test('every job has a name, a sentence and its times in every language', () => {
  const texts = portalTexts();
  expect(allJobs.length).toBeGreaterThan(10);
  const missing = allJobs.flatMap(({ name }) =>
    locales.flatMap((locale) =>
      ['name', 'sentenceOf', 'every']
        .map((part) => `jobs.${part}.${name}`)
        .filter((key) => !texts[locale].has(key))
        .map((key) => `${key} has no word in ${locale}`),
    ),
  );
  expect(missing).toEqual([]);
});

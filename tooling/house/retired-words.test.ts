import { describe, expect, test } from 'vitest';
import { complaintsAboutPath, exportedNames, retiredIn, wordsOf } from './retired-words.ts';
import { sourceFiles, withoutComments } from './source-files.ts';

const code = sourceFiles().filter(({ path }) => /\.(ts|mjs|vue)$/.test(path));

describe('the words of the house', () => {
  test('no file is called by a retired word, or is a bag', () => {
    expect(sourceFiles().flatMap(({ path }) => complaintsAboutPath(path))).toEqual([]);
  });

  test('no exported name brings a retired word back', () => {
    const names = code.flatMap(({ path, text }) =>
      exportedNames(withoutComments(text)).map((name) => ({ path, name })),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.flatMap(({ path, name }) => retiredIn(name, path))).toEqual([]);
  });

  test('a retired word is seen, in any spelling, with its replacement', () => {
    expect(retiredIn('DealStage', 'packages/contract/src/pipeline.ts')[0]).toContain('say opportunity');
    expect(retiredIn('lost_deals', 'x.ts')).toHaveLength(1);
    expect(retiredIn('ideal', 'x.ts')).toEqual([]);
    expect(retiredIn('opportunityStatus', 'packages/core/src/pipeline/stage.ts')).toHaveLength(1);
    expect(retiredIn('rateStatus', 'packages/core/src/rate/status.ts')).toEqual([]);
  });

  test('coverage may not stand alone, and may with a noun', () => {
    expect(retiredIn('coverage', 'x.ts')).toHaveLength(1);
    expect(retiredIn('CoverageRatio', 'x.ts')).toHaveLength(1);
    expect(retiredIn('pipelineCoverageRatio', 'x.ts')).toEqual([]);
  });

  test('a bag is seen wherever it stands', () => {
    expect(complaintsAboutPath('apps/api/src/utils/dates.ts')[0]).toContain('is a bag');
    expect(complaintsAboutPath('apps/api/src/lead-helpers.ts')[0]).toContain('is a bag');
    expect(complaintsAboutPath('apps/portal/src/leads/LeadManager.vue')[0]).toContain('is a bag');
    expect(complaintsAboutPath('apps/portal/src/leads/LeadsPage.vue')).toEqual([]);
  });

  test('names are read from every form of export', () => {
    const text = 'export const a = 1; export async function b() {} export type { C, d as E }; export class F {}';
    expect(exportedNames(text).sort()).toEqual(['C', 'E', 'F', 'a', 'b']);
    expect(wordsOf('HTTPServer')).toEqual(['http', 'server']);
  });
});

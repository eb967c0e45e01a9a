import { describe, expect, it } from 'vitest';
import type { Candidate } from './candidate.ts';
import { pageText } from './page-text.ts';
import { readingContext } from './reading-context.ts';
import { runSources, type Source } from './run-sources.ts';
import { textEvidence } from './text-evidence.ts';

const context = readingContext(pageText(textEvidence('Hello')), {});
const site = (value: string): Candidate => ({
  field: 'website',
  value,
  raw: value,
  source: 'text',
  path: 'body',
  confidence: 1,
});
const finds =
  (value: string): Source =>
  (_context, add) =>
    add(site(value));

describe('sources of evidence', () => {
  it('hide nothing of each other when one fails', () => {
    const fails: Source = (_context, add) => {
      add(site('before'));
      throw new TypeError('broken page');
    };
    const { candidates, failures } = runSources({ fails, works: finds('after') }, context, () => 0);
    expect(candidates.map((candidate) => candidate.value)).toEqual(['before', 'after']);
    expect(failures).toEqual([{ source: 'fails', reason: 'failed', detail: 'broken page' }]);
  });

  it('stop after 300 milliseconds, keep what they had, and leave the next its own time', () => {
    let clock = 0;
    const endless: Source = (_context, add, budget) => {
      add(site('found in time'));
      for (;;) {
        clock += 1;
        budget.check();
      }
    };
    const { candidates, failures } = runSources({ endless, works: finds('next') }, context, () => clock);
    expect(candidates.map((candidate) => candidate.value)).toEqual(['found in time', 'next']);
    expect(failures).toMatchObject([{ source: 'endless', reason: 'out-of-time' }]);
    expect(clock).toBeGreaterThan(300);
    expect(clock).toBeLessThan(340);
  });
});

import { plainPairRules } from '@milepost/core/mentoring/people-fit';
import { expect, it } from 'vitest';
import { checkedBeside, checkProposal } from './check-proposal.ts';

const someone = { languages: [], region: null, years: null };
const proposal = {
  mentees: [1, 3].map((level) => ({
    ...{ personId: `mentee ${level}`, ...someone, lineManagerId: null, wishId: null, past: new Map<string, boolean>() },
    needs: [{ skillId: 'closing', level, required: 5, weight: 1 }],
  })),
  mentors: [5, 2].map((level) => ({
    ...{ personId: `mentor ${level}`, ...someone, places: 1 },
    levels: new Map([['closing', level]]),
  })),
  rules: plainPairRules,
  dial: 'total' as const,
  decisions: [],
};

it('finds in a thread of its own what it finds here', async () => {
  for (const [pairs, isAmiss] of [
    [[1, 0], false],
    [[0, null], true],
    [[0, 0], true],
  ] as const) {
    expect(await checkProposal({ ...proposal, pairs })).toBe(isAmiss);
    expect(await checkedBeside({ ...proposal, pairs })).toBe(isAmiss);
  }
});

import type { Mentee, Mentor } from '@milepost/core/mentoring/people-fit';
import { plainPairRules } from '@milepost/core/mentoring/people-fit';
import { expect, it } from 'vitest';
import { ref } from 'vue';
import { type FromMatcher, openMatcher, serveMatcher, type ToMatcher } from './matcher.ts';
import { type MatcherPort, useMatching } from './use-matching.ts';

const someone = { languages: [], region: null, years: null };
const mentee = (personId: string, level: number): Mentee => ({
  ...{ personId, ...someone, lineManagerId: null, wishId: null, past: new Map() },
  needs: [{ skillId: 'closing', level, required: 5, weight: 1 }],
});
const mentor = (personId: string, level: number, places = 1): Mentor => ({
  ...{ personId, ...someone, places, levels: new Map([['closing', level]]) },
});
// Ann lacks 4, of which Mia closes all and Leo 1; Ben lacks 2, of which Mia closes all and Leo nothing.
const problem = {
  mentees: [mentee('ann', 1), mentee('ben', 3)],
  mentors: [mentor('mia', 5), mentor('leo', 2)],
  rules: plainPairRules,
};

it('goes on from decision to decision, and back', () => {
  const solve = openMatcher(problem);
  const free = solve({ dial: 'total', decisions: [] });
  expect(free.matching.pairs).toEqual([1, 0]);
  expect(free.matching.total).toBe(1.25);
  const pin = { kind: 'pin', row: 0, column: 0 } as const;
  const pinned = solve({ dial: 'total', decisions: [pin] });
  expect(pinned.matching.pairs).toEqual([0, null]);
  expect(pinned.free.total - pinned.matching.total).toBe(0.25);
  expect(solve({ dial: 'total', decisions: [] }).matching.total).toBe(1.25);
  expect(solve({ dial: 'stable', decisions: [pin] }).matching.pairs).toEqual([0, null]);
  expect(() => solve({ dial: 'total', decisions: [{ ...pin, row: 1 }, pin] })).toThrow(RangeError);
});

/** A thread that answers when it is let. */
function thread() {
  const heard: ((event: MessageEvent<ToMatcher>) => void)[] = [];
  const listeners: ((event: MessageEvent<FromMatcher>) => void)[] = [];
  const waiting: ToMatcher[] = [];
  const log = { ended: 0 };
  serveMatcher({
    postMessage: (data) => listeners.forEach((listen) => void listen({ data } as MessageEvent<FromMatcher>)),
    addEventListener: (_, hear) => void heard.push(hear),
  });
  const port: MatcherPort = {
    postMessage: (data: ToMatcher) => void waiting.push(data),
    terminate: () => {
      log.ended += 1;
      waiting.length = 0;
    },
    addEventListener: (_, listen) => void listeners.push(listen),
  };
  const work = () => {
    for (const data of waiting.splice(0)) for (const hear of heard) hear({ data } as MessageEvent<ToMatcher>);
  };
  return { port, work, log };
}

it('tells what was solved, what cannot be, and ends its thread when it is cancelled', () => {
  const one = thread();
  const asked = ref({ dial: 'total' as const, decisions: [] as { kind: 'pin'; row: number; column: number }[] });
  const { matched, state, cancel, again } = useMatching(ref(problem), asked, () => one.port);
  expect(state.value).toBe('solving');
  one.work();
  expect(state.value).toBe('idle');
  expect(matched.value?.matching.total).toBe(1.25);
  again();
  cancel();
  one.work();
  expect([state.value, one.log.ended]).toEqual(['cancelled', 1]);
});

import { longestFirst } from '@milepost/core/territory/longest-first';
import { rebalance } from '@milepost/core/territory/rebalance';
import type { Call } from '../example.ts';

const free = { move: 0, mismatch: 0 };

/** Work shared out by the longest first, and what the local search makes of it. */
export const territory: Record<string, Call> = {
  'territory.lpt': ({ input }) => {
    const { jobs, m } = input as { jobs: number[]; m: number };
    const people = Array.from({ length: m }, (_, place) => ({ id: `person-${place}`, capacity: 1 }));
    const given = longestFirst(
      jobs,
      people.map(({ capacity }) => capacity),
    );
    const fullest = (holders: readonly (string | undefined)[]) =>
      Math.max(...people.map(({ id }) => jobs.reduce((sum, job, at) => (holders[at] === id ? sum + job : sum), 0)));
    const longest = given.map((person) => (person === null ? undefined : people[person]?.id));
    const accounts = jobs.map((load, at) => ({ id: `job-${at}`, load, margin: null, ownerId: longest[at] ?? null }));
    const { assignment } = rebalance(accounts, people, { moves: jobs.length, prices: free });
    return { lpt: fullest(longest), opt: fullest(accounts.map(({ id }) => assignment.get(id))) };
  },
};

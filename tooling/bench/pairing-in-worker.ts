/// <reference lib="dom" />
import { plainPairRules } from '@milepost/core/mentoring/people-fit';
import { peopleOf } from '@milepost/core/mentoring/pool';
import type { FromMatcher, MatchAsked, ToMatcher } from '../../apps/portal/src/mentoring/matcher.ts';
import type { Figure, Run } from './figure.ts';

/** Whole numbers below a bound, one after the other, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** People as the server tells them: mentees who lack five of 30 skills each, and mentors with levels of all. */
function poolOf(size: number) {
  const next = numbers(20_260_101);
  const known = (name: string) => ({ person: { id: name, name }, languages: ['English'], region: 'North', years: 5 });
  const skill = (at: number) => `Skill ${at}`;
  return {
    mentors: Array.from({ length: size }, (_, at) => ({
      ...known(`mentor ${at}`),
      gives: Array.from({ length: 30 }, (__, one) => ({ skill: skill(one), level: next(6) })),
      ...{ capacity: 1, running: 0 },
    })),
    mentees: Array.from({ length: size }, (_, at) => ({
      ...known(`mentee ${at}`),
      needs: Array.from({ length: 5 }, () => ({
        ...{ skill: skill(next(30)), level: next(3), required: 3 + next(3), weight: 1 + next(3) },
      })),
      ...{ lineManagerId: null, wishId: null, past: [] },
    })),
  };
}

/** The matcher of the portal in its thread, as the page asks it: from the message to the answer. */
function openThread() {
  const worker = new Worker(new URL('../../apps/portal/src/mentoring/matcher-worker.ts', import.meta.url), {
    type: 'module',
  });
  let [number, told] = [0, 0];
  const tell = (message: ToMatcher) => worker.postMessage(message);
  const ask = (asked: MatchAsked): Promise<number> => {
    const began = performance.now();
    number += 1;
    return new Promise((resolve, reject) => {
      const hear = ({ data }: MessageEvent<FromMatcher>) => {
        if (data.number !== number) return;
        if ('done' in data) told += 1;
        else if ('impossible' in data) reject(new Error('A decision could not be kept.'));
        else resolve(performance.now() - began);
        if (!('done' in data)) worker.removeEventListener('message', hear);
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The thread did not start.')));
      tell({ number, asked });
    });
  };
  return { tell, ask, told: () => told, stop: () => worker.terminate() };
}

/** Pairs very many people in the portal's thread: from the pool to the proposal, then one decision more each time. */
export const run: Run = async (report) => {
  const size = 2000;
  const pool = poolOf(size);
  const looked = performance.now();
  let sum = 0;
  for (let at = 0; at < size * size; at += 1) sum += at % 7;
  const floor = performance.now() - looked;
  if (sum === 0) throw new Error('The plain loop went wrong.');
  const began = performance.now();
  const thread = openThread();
  const { mentees, mentors } = peopleOf(pool);
  thread.tell({ problem: { mentees, mentors, rules: plainPairRules } });
  await thread.ask({ dial: 'total', decisions: [] });
  const cold = performance.now() - began;
  if (thread.told() === 0) throw new Error('Nobody was told how far it is.');
  const next = numbers(7);
  const decisions: MatchAsked['decisions'][number][] = [];
  const times: number[] = [];
  for (let round = 0; round < 41; round += 1) {
    decisions.push({ kind: 'pin', row: round, column: next(size / 50) * 50 + round });
    times.push(await thread.ask({ dial: 'total', decisions }));
  }
  thread.stop();
  const middle = times.sort((a, b) => a - b)[20] as number;
  const name = `pair ${size} × ${size} in the portal’s thread`;
  const figures: Figure[] = [
    { name: `${name}: from the pool to the proposal`, value: cold, unit: 'ms', floor },
    { name: `${name}: one decision more`, value: middle, unit: 'ms', floor },
  ];
  for (const figure of figures) report(figure);
};

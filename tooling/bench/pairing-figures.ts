import { assign } from '@milepost/core/mentoring/assign';
import { type Assignment, dualTotalOf, pairsOf } from '@milepost/core/mentoring/assignment';
import { mentorFit } from '@milepost/core/mentoring/mentor-fit';
import { type Fits, totalOf } from '@milepost/core/mentoring/pairing';
import { reassign } from '@milepost/core/mentoring/reassign';
import type { Figure } from './figure.ts';

/** Whole numbers below a bound, one after the other, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Mentees who lack five of 30 skills each, and mentors with levels of all: fits as they come about in life, with many ties. */
function fitsOfSkills(size: number): Fits {
  const next = numbers(20_260_101);
  const skills = Array.from({ length: 30 }, (_, at) => `skill ${at}`);
  const mentors = Array.from({ length: size }, () => new Map(skills.map((skill) => [skill, next(6)])));
  const fit = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const needs = Array.from({ length: 5 }, () => ({
      skillId: skills[next(skills.length)] as string,
      weight: 1 + next(3),
      required: 3 + next(3),
      level: next(3),
    }));
    mentors.forEach((levels, column) => {
      fit[row * size + column] = mentorFit(needs, levels) ?? Number.NaN;
    });
  }
  return { rows: size, columns: size, fit, places: Array<number>(size).fill(1) };
}

const demandProof = (state: Assignment): void => {
  const total = totalOf(state.fits, pairsOf(state));
  if (Math.abs(dualTotalOf(state) - total) > 1e-6) throw new Error('The largest total is not proved.');
};

/**
 * Everybody paired with a mentor from the beginning, and after one decision by hand. The floor of both is one look at every fit.
 */
export function pairingFigures(size: number): Figure[] {
  const fits = fitsOfSkills(size);
  let sum = 0;
  const looked = performance.now();
  for (const value of fits.fit) sum += value;
  const floor = performance.now() - looked;
  if (Number.isNaN(sum)) throw new Error('Some mentee lacks nothing.');

  const started = performance.now();
  const state = assign(fits);
  const cold = performance.now() - started;
  demandProof(state);

  const next = numbers(7);
  const times = Array.from({ length: 51 }, (_, round) => {
    const row = next(size);
    const own = pairsOf(state)[row] ?? 0;
    const change =
      round % 2 ? ({ kind: 'ban', row, column: own } as const) : ({ kind: 'pin', row, column: next(size) } as const);
    const begun = performance.now();
    const changed = reassign(state, change);
    const time = performance.now() - begun;
    demandProof(changed);
    return time;
  }).sort((a, b) => a - b);
  const name = `pair ${size} × ${size}`;
  return [
    { name: `${name} from the beginning`, value: cold, unit: 'ms', floor },
    { name: `${name}: one pin or ban`, value: times[25] as number, unit: 'ms', floor },
  ];
}

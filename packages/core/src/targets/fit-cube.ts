import { type CubeSize, cubeSums } from './round-cube.ts';

/** The sums a cube shall have by each of its axes. */
export type CubeMargins = {
  readonly persons: ArrayLike<number>;
  readonly lines: ArrayLike<number>;
  readonly months: ArrayLike<number>;
};

/**
 * Iterative proportional fitting in three dimensions, to one margin an axis: the cube nearest to the seed with these sums
 * (Deming & Stephan 1940). Zeros stay zero, so with zeros in the way the sums may be met only nearly; rounding settles
 * the rest. Seeds and margins are not negative.
 */
export function fitCube(seed: Float64Array, size: CubeSize, margins: CubeMargins): Float64Array {
  const cube = seed.slice();
  let total = 0;
  for (let month = 0; month < size.months; month += 1) total += margins.months[month] as number;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { persons, lines, months } = cubeSums(cube, size);
    const farthest = Math.max(
      distance(persons, margins.persons),
      distance(lines, margins.lines),
      distance(months, margins.months),
    );
    if (farthest <= total * GOOD_ENOUGH) break;
    scale(cube, size, { ...ONES(size), months: factors(margins.months, months) });
    scale(cube, size, { ...ONES(size), persons: factors(margins.persons, cubeSums(cube, size).persons) });
    scale(cube, size, { ...ONES(size), lines: factors(margins.lines, cubeSums(cube, size).lines) });
  }
  return cube;
}

const MOST_ROUNDS = 100;
const GOOD_ENOUGH = 1e-12;
const ONES = (size: CubeSize): { persons: Float64Array; lines: Float64Array; months: Float64Array } => ({
  persons: new Float64Array(size.persons).fill(1),
  lines: new Float64Array(size.lines).fill(1),
  months: new Float64Array(size.months).fill(1),
});

/** Multiplies every cell by the factors of its person, line and month, in place. */
function scale(cube: Float64Array, size: CubeSize, by: CubeMargins): void {
  let place = 0;
  for (let person = 0; person < size.persons; person += 1) {
    for (let line = 0; line < size.lines; line += 1) {
      const factor = (by.persons[person] as number) * (by.lines[line] as number);
      for (let month = 0; month < size.months; month += 1, place += 1) {
        cube[place] = (cube[place] as number) * factor * (by.months[month] as number);
      }
    }
  }
}

function factors(wanted: ArrayLike<number>, present: Float64Array): Float64Array {
  return present.map((sum, place) => (sum === 0 ? 0 : (wanted[place] as number) / sum));
}

function distance(present: Float64Array, wanted: ArrayLike<number>): number {
  let farthest = 0;
  for (const [place, sum] of present.entries())
    farthest = Math.max(farthest, Math.abs(sum - (wanted[place] as number)));
  return farthest;
}

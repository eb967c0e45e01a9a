import type { RoundedMatrix } from './rounded-matrix.ts';

/** Which cells may give a unit away and which may take one, without leaving a row's sum. */
type Moves = {
  readonly gives: (rounded: RoundedMatrix, place: number) => boolean;
  readonly takes: (rounded: RoundedMatrix, place: number) => boolean;
};

/** Between floor and ceiling only. */
const WITHIN: Moves = {
  gives: ({ raised }, place) => raised[place] === 1,
  takes: ({ raised, fractions }, place) => raised[place] === 0 && (fractions[place] as number) > 0,
};

/** Any cell that is not zero by nature. */
const BEYOND: Moves = {
  gives: ({ cells, source }, place) => (source[place] as number) > 0 && (cells[place] as number) > 0,
  takes: ({ source }, place) => (source[place] as number) > 0,
};

/**
 * Moves units inside rows from columns that hold too many to columns that hold too few, along augmenting paths (Ford &
 * Fulkerson), first within floor and ceiling, then beyond them. Changes the matrix it is given.
 */
export function meetColumns(rounded: RoundedMatrix): 'within' | 'beyond' | 'unmet' {
  if (mend(rounded, WITHIN)) return 'within';
  return mend(rounded, BEYOND) ? 'beyond' : 'unmet';
}

function mend(rounded: RoundedMatrix, moves: Moves): boolean {
  const { surplus, width } = rounded;
  let isMet = true;
  for (let column = 0; column < width; column += 1) {
    while ((surplus[column] as number) > 0) {
      const path = pathFrom(column, rounded, moves);
      if (path === null) {
        isMet = false;
        break;
      }
      for (const { row, from, to } of path) {
        move(rounded, row * width + from, -1);
        move(rounded, row * width + to, 1);
      }
      surplus[column] = (surplus[column] as number) - 1;
      const end = path[0]?.to as number;
      surplus[end] = (surplus[end] as number) + 1;
    }
  }
  return isMet;
}

type Step = { readonly row: number; readonly from: number; readonly to: number };

/** The steps, last first, that carry one unit to a column that lacks one; null when there is no way. */
function pathFrom(source: number, rounded: RoundedMatrix, moves: Moves): Step[] | null {
  const { width, surplus } = rounded;
  const rowCount = rounded.cells.length / width;
  const cameBy: (Step | null)[] = new Array<Step | null>(width).fill(null);
  const reached = [source];
  for (const from of reached) {
    for (let row = 0; row < rowCount; row += 1) {
      const start = row * width;
      if (!moves.gives(rounded, start + from)) continue;
      for (let to = 0; to < width; to += 1) {
        if (to === source || cameBy[to] !== null || !moves.takes(rounded, start + to)) continue;
        const step: Step = { row, from, to };
        cameBy[to] = step;
        if ((surplus[to] as number) < 0) return stepsTo(step, cameBy, source);
        reached.push(to);
      }
    }
    if (reached.length === width) return null;
  }
  return null;
}

function stepsTo(last: Step, cameBy: readonly (Step | null)[], source: number): Step[] {
  const steps = [last];
  let from = last.from;
  while (from !== source) {
    const step = cameBy[from] as Step;
    steps.push(step);
    from = step.from;
  }
  return steps;
}

function move({ cells, raised }: RoundedMatrix, place: number, unit: 1 | -1): void {
  cells[place] = (cells[place] as number) + unit;
  raised[place] = unit === 1 ? 1 : 0;
}

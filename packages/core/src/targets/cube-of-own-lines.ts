import { fitMargins } from '../apportion/ipf.ts';
import { type Conflicted, conflicted } from './conflicted.ts';
import { fitCube } from './fit-cube.ts';
import { MONTHS_IN_YEAR, type Plan } from './plan.ts';
import { type CubeTask, cubeSums, roundCube } from './round-cube.ts';

type Margins = Pick<CubeTask, 'months' | 'persons' | 'lines'>;
type Pairs = Pick<CubeTask, 'personMonths' | 'lineMonths'>;

/**
 * The leaves of persons who sell lines in their own proportions. Person × line is fitted first; each of its cells follows
 * the months of its person and its line; the cube of these products is fitted to all three margins and rounded.
 */
export function cubeOfOwnLines(
  { persons, lines, shape }: Pick<Plan, 'persons' | 'lines' | 'shape'>,
  margins: Margins,
  pairs: Pairs,
): { readonly status: 'ok'; readonly leaves: Float64Array } | Conflicted {
  const seed = (shape.personLines as Float64Array).map(
    (weight, place) =>
      weight *
      (margins.persons[Math.floor(place / lines.length)] as number) *
      (margins.lines[place % lines.length] as number),
  );
  const personLines = fitMargins(seed, margins.persons, margins.lines);
  if (personLines.status !== 'ok') {
    return conflicted(personLines, { axis: 'persons', ids: persons }, { axis: 'lines', ids: lines });
  }
  const size = { persons: persons.length, lines: lines.length, months: MONTHS_IN_YEAR };
  const cube = fitCube(product(personLines.cells, margins, pairs), size, margins);
  const { personMonths, lineMonths } = cubeSums(cube, size);
  const cellsOf: CubeTask['cellsOf'] = (month, _, cells) => {
    for (let row = 0; row < cells.length; row += 1) cells[row] = cube[row * MONTHS_IN_YEAR + month] as number;
  };
  return { status: 'ok', leaves: roundCube({ ...margins, personMonths, lineMonths, cellsOf }) };
}

/** `person-line · (person-month / person) · (line-month / line) / (month / total)`, cell by cell. */
function product(personLines: Float64Array, margins: Margins, pairs: Pairs): Float64Array {
  const [personCount, lineCount] = [margins.persons.length, margins.lines.length];
  let total = 0;
  for (let month = 0; month < MONTHS_IN_YEAR; month += 1) total += margins.months[month] as number;
  const cube = new Float64Array(personLines.length * MONTHS_IN_YEAR);
  for (let place = 0; place < cube.length; place += 1) {
    const month = place % MONTHS_IN_YEAR;
    const row = Math.floor(place / MONTHS_IN_YEAR);
    const [person, line] = [Math.floor(row / lineCount), row % lineCount];
    const ofPerson = share(pairs.personMonths[month * personCount + person], margins.persons[person]);
    const ofLine = share(pairs.lineMonths[month * lineCount + line], margins.lines[line]);
    const ofYear = share(margins.months[month], total);
    cube[place] = ofYear === 0 ? 0 : ((personLines[row] as number) * ofPerson * ofLine) / ofYear;
  }
  return cube;
}

function share(part: number | undefined, whole: number | undefined): number {
  return part === undefined || whole === undefined || whole === 0 ? 0 : part / whole;
}

import type { Minor } from '../money/minor.ts';
import { leafPlace, MONTHS_IN_YEAR, type Plan } from './plan.ts';

/** What somebody undertakes to sell in a month: of one product line, or of all of them (null). `month` counts from 0. */
export type Commitment = {
  readonly person: string;
  readonly line: string | null;
  readonly month: number;
  readonly value: Minor;
};

/**
 * Plan beside commitment. `committed` is null where nobody has said anything yet; `difference` is what was committed less
 * the plan of the same people and months, so that silence is no shortfall. `unsaid` counts the months of people who have
 * said nothing.
 */
export type Committed = {
  readonly planned: Minor;
  readonly committed: Minor | null;
  readonly difference: Minor | null;
  readonly unsaid: number;
};

/**
 * Rolls up what some people committed, by month and for the year, beside what the plan asks of them. A month may be
 * committed as a whole or line by line; the lines are then summed.
 *
 * Throws RangeError on people who are not in the plan.
 */
export function rollUpCommitments(
  plan: Plan,
  commitments: readonly Commitment[],
  persons: readonly string[],
): { readonly months: readonly Committed[]; readonly year: Committed } {
  const said = new Map<string, Minor>();
  for (const { person, month, value } of commitments) {
    const key = `${person}\n${month}`;
    said.set(key, (said.get(key) ?? 0) + value);
  }
  const places = new Map(plan.persons.map((id, place) => [id, place]));
  const rows = persons.map((id) => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`The plan has no person ${id}.`);
    return monthsOfPerson(plan, place).map((planned, month): Committed => {
      const committed = said.get(`${id}\n${month}`) ?? null;
      return {
        planned,
        committed,
        difference: committed === null ? null : committed - planned,
        unsaid: committed === null ? 1 : 0,
      };
    });
  });
  const months = Array.from({ length: MONTHS_IN_YEAR }, (_, month) =>
    sumOf(rows.map((row) => row[month] as Committed)),
  );
  return { months, year: sumOf(months) };
}

function sumOf(parts: readonly Committed[]): Committed {
  const known = (values: readonly (number | null)[]): number | null => {
    const told = values.filter((value) => value !== null);
    return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0);
  };
  return {
    planned: parts.reduce((sum, part) => sum + part.planned, 0),
    committed: known(parts.map((part) => part.committed)),
    difference: known(parts.map((part) => part.difference)),
    unsaid: parts.reduce((sum, part) => sum + part.unsaid, 0),
  };
}

function monthsOfPerson(plan: Plan, person: number): number[] {
  const months = new Array<number>(MONTHS_IN_YEAR).fill(0);
  for (let line = 0; line < plan.lines.length; line += 1)
    for (let month = 0; month < MONTHS_IN_YEAR; month += 1)
      months[month] = (months[month] as number) + (plan.leaves[leafPlace(plan, person, line, month)] as number);
  return months;
}

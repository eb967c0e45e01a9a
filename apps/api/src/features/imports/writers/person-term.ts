import type { PersonTable } from '../../../db/tables/people.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';

type Term = Pick<PersonTable, 'fte_bp' | 'starts_on' | 'ends_on' | 'selling_minutes'>;

/** A number of a row within bounds, times what its column counts in; null when nothing is said or the row is rejected. */
function scaled(run: ImportRun, row: ReadRecord, field: string, { most, times }: { most: number; times: number }) {
  const text = run.text(row, field);
  if (text === null) return null;
  const value = Number(text);
  if (value >= 0 && value <= most) return Math.round(value * times);
  run.reject(row, field, text, value < 0 ? 'not-positive' : 'too-large');
  return null;
}

/**
 * The terms that a row says of a person, as columns; what it does not say is null. Full time is a share: 0.8 of full time,
 * or 80 where the numbers are percentages. A row whose term would end before it starts is rejected.
 */
export function termSaid(run: ImportRun, row: ReadRecord, known: Term | null): Term {
  const text = run.text(row, 'fte');
  // Nobody works one hundredth of full time, and nobody 2 times: above 1.5 a number is a percentage.
  const isPercentage = text !== null && Number(text) > 1.5;
  const said = {
    fte_bp: scaled(run, row, 'fte', isPercentage ? { most: 100, times: 100 } : { most: 1, times: 10_000 }),
    starts_on: run.text(row, 'startsOn'),
    ends_on: run.text(row, 'endsOn'),
    selling_minutes: scaled(run, row, 'sellingHours', { most: 24, times: 60 }),
  };
  const [starts, ends] = [said.starts_on ?? known?.starts_on, said.ends_on ?? known?.ends_on];
  if (starts && ends && ends < starts) run.reject(row, 'endsOn', ends, 'ends-before-start');
  return said;
}

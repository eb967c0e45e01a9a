import { type Day, toDay } from '@milepost/core/calendar/civil-day';
import { decideDayOrder, NO_DAYS, noteDay } from '@milepost/core/imports/day-order';
import { decideDecimalMark, NO_NUMBERS, noteNumber } from '@milepost/core/imports/number-marks';
import { readDay } from '@milepost/core/imports/read-day';
import { readNumber } from '@milepost/core/imports/read-number';
import { StatedWrongly } from './options.ts';

const examplesOf = (cells: readonly string[]) => cells.map((value, at) => ({ line: at + 2, value }));

/**
 * Reads the days of a column as an import would: the order of day and month is decided by all its cells. Where all of them read both ways
 * the day comes first. A cell that is no day is unknown. Throws StatedWrongly where cells contradict each other.
 */
export function dayReader(cells: readonly string[]): (cell: string) => Day | null {
  const evidence = examplesOf(cells).reduce(noteDay, NO_DAYS);
  const decision = decideDayOrder(evidence, { order: 'ymd' });
  if (decision.status === 'contradiction' && decision.with === 'values')
    throw new StatedWrongly(
      `Days contradict each other: ${decision.examples.map(({ line, value }) => `${value} (line ${line})`).join(', ')}.`,
    );
  const fallback = decision.status === 'decided' ? null : evidence.mayBeginWithYear ? 'ymd' : 'dmy';
  const order = decision.order ?? fallback;
  return (cell) => {
    const reading = readDay(cell, { order });
    return reading.status === 'read' ? toDay(reading.value) : null;
  };
}

/** Reads the amounts of a column as an import would; a cell that is no number is unknown. */
export function numberReader(cells: readonly string[]): (cell: string) => number | null {
  const { decimal } = decideDecimalMark(examplesOf(cells).reduce(noteNumber, NO_NUMBERS), { decimal: '.' });
  return (cell) => {
    const reading = readNumber(cell, { decimal });
    return reading.status === 'read' ? Number(reading.value.decimal) : null;
  };
}

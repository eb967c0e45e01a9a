import { dissectDay } from './dissect-day.ts';
import { monthOfWord } from './month-words.ts';
import { isUnknown, narrow } from './read-text.ts';
import { read, rejected, type ValueReading } from './value-reading.ts';

/** One column for each month: its place in the table, its month, and its year when the header states one. */
export type MonthColumn = {
  readonly column: number;
  readonly header: string;
  readonly month: number;
  readonly year: number | null;
};

/** A table whose months stand side by side; `year` is where the year stands when the headers do not state it. */
export type WideMonths = {
  readonly year: { readonly column: number; readonly header: string } | null;
  readonly months: readonly MonthColumn[];
};

/** Fewer columns that look like months are chance. */
const FEWEST_MONTHS = 3;
const yearHeader =
  /^(?:(?:fiscal|calendar)?\s*year|jahr|geschäftsjahr|ann[ée]e|exercice|año|ejercicio|年|年份|年度|财年|財年|fy)$/i;

/**
 * Recognises months that stand side by side (`M01…M12`, `Jan…Dec`, `1月…12月`, `2024-01…`), null when there are none or when
 * their year is nowhere to be read.
 */
export function findWideMonths(headers: readonly string[]): WideMonths | null {
  const months = headers.flatMap((header, column) => {
    const found = monthOfHeader(header);
    return found === null ? [] : [{ column, header, ...found }];
  });
  const distinct = new Set(months.map(({ year, month }) => `${year}-${month}`));
  if (months.length < FEWEST_MONTHS || distinct.size !== months.length) return null;
  const yearColumn = headers.findIndex((header) => yearHeader.test(narrow(header)));
  const haveYears = months.every(({ year }) => year !== null);
  if (!haveYears && yearColumn < 0) return null;
  return { year: haveYears ? null : { column: yearColumn, header: headers[yearColumn] ?? '' }, months };
}

function monthOfHeader(header: string): { month: number; year: number | null } | null {
  const text = narrow(header).replace(/_/g, ' ').trim();
  const numbered = /^(?:m|p|month|monat|mois|mes)\s?(\d{1,2})$/i.exec(text) ?? /^(\d{1,2})月(?:份)?$/.exec(text);
  const month = numbered ? Number(numbered[1]) : /^\p{L}+\.?$/u.test(text) ? monthOfWord(text) : null;
  if (month !== null) return month >= 1 && month <= 12 ? { month, year: null } : null;
  const day = dissectDay(text);
  return day?.form === 'month' ? { month: day.month, year: day.year } : null;
}

/** A month's cell of a wide row: the month as `YYYY-MM`, and the cell. Cells in which nobody has said anything are left out. */
export type MonthCell = {
  readonly column: number;
  readonly header: string;
  readonly month: ValueReading<string>;
  readonly cell: string;
};

/** One wide row as one cell a month. A year that cannot be read is rejected at each of them. */
export function monthCells({ year: yearColumn, months }: WideMonths, cells: readonly string[]): MonthCell[] {
  const written = yearColumn === null ? '' : narrow(cells[yearColumn.column] ?? '');
  const year = /^(?:FY\s?)?((?:19|20)\d\d)(?:年|\.0)?$/i.exec(written)?.[1];
  return months.flatMap(({ column, header, month, year: ownYear }) => {
    const cell = cells[column] ?? '';
    if (isUnknown(cell)) return [];
    const of = ownYear ?? year;
    return [
      {
        column,
        header,
        cell,
        month: of === undefined ? rejected('not-a-month') : read(`${of}-${`${month}`.padStart(2, '0')}`),
      },
    ];
  });
}

import { describe, expect, it } from 'vitest';
import { NO_DAYS } from './day-order.ts';
import type { KindSpec } from './kind.ts';
import { NO_NUMBERS } from './number-marks.ts';
import { type ChosenColumn, columnsToWatch, type OrganisationWriting, planRows } from './plan-rows.ts';
import { readRow } from './read-row.ts';
import { findWideMonths } from './wide-months.ts';

const writing: OrganisationWriting = { decimal: '.', dayOrder: 'dmy', currency: 'EUR' };

describe('A3 months side by side', () => {
  const targets: KindSpec = {
    kind: 'targets',
    nouns: [],
    naturalKeys: [['owner', 'month']],
    fields: [
      { field: 'owner', type: 'reference', isRequired: true, synonyms: [] },
      { field: 'month', type: 'month', isRequired: true, synonyms: [] },
      { field: 'amount', type: 'amount', isRequired: true, synonyms: [] },
    ],
  };
  const read = (headers: string[], rows: string[][], exponent = 0) => {
    const wideMonths = findWideMonths(headers);
    const columns = headers.map(
      (header, column): ChosenColumn => ({ column, header, field: header === 'Who' ? 'owner' : null, exponent }),
    );
    const evidence = headers.map(() => ({ numbers: NO_NUMBERS, days: NO_DAYS }));
    const result = planRows(targets, { columns, wideMonths }, evidence, writing);
    return result.status === 'ready' ? rows.flatMap((row) => readRow(result.plan, row)) : result;
  };

  it('become one record a month; NULL and blank are no target', () => {
    expect(read(['Year', 'Who', 'M01', 'M02', 'M03', 'M04'], [['2017', '7', 'NULL', '', '200', '0']], 3)).toEqual([
      { status: 'read', values: { owner: '7', month: '2017-03', amount: '200000' } },
      { status: 'read', values: { owner: '7', month: '2017-04', amount: '0' } },
    ]);
  });

  it.each([
    [
      ['年度', 'Who', '1月', '2月', '3月'],
      ['2024', '7', '1', '2', '3'],
    ],
    [
      ['Who', 'Jan 2024', 'Feb 2024', 'Mar 2024'],
      ['7', '1', '2', '3'],
    ],
    [
      ['Who', '2024-01', '2024-02', '2024-03'],
      ['7', '1', '2', '3'],
    ],
    [
      ['Jahr', 'Who', 'Januar', 'Februar', 'März'],
      ['2024', '7', '1', '2', '3'],
    ],
  ])('are known by %j', (headers, row) => {
    expect(read(headers, [row])).toMatchObject([
      { values: { month: '2024-01', amount: '1' } },
      { values: { month: '2024-02', amount: '2' } },
      { values: { month: '2024-03', amount: '3' } },
    ]);
  });

  it('are each kept out when the year cannot be read, and one alone when its amount cannot', () => {
    expect(
      read(
        ['Year', 'Who', 'M01', 'M02', 'M03'],
        [
          ['soon', '7', '1', '', ''],
          ['2024', '7', '1', 'x', ''],
        ],
      ),
    ).toMatchObject([
      { status: 'rejected', issues: [{ column: 'Year', value: 'soon', reason: 'not-a-month' }] },
      { status: 'read', values: { month: '2024-01' } },
      { status: 'rejected', issues: [{ column: 'M02', value: 'x', reason: 'not-a-number' }] },
    ]);
  });

  it('are none where the year is nowhere, a month stands twice, or there are only two', () => {
    expect(findWideMonths(['Who', 'M01', 'M02', 'M03'])).toBeNull();
    expect(findWideMonths(['Year', 'M01', 'M01', 'M02', 'M03'])).toBeNull();
    expect(findWideMonths(['Year', 'May', 'Mark', 'June'])).toBeNull();
  });

  it('are surveyed for their amounts', () => {
    const headers = ['Year', 'Who', 'M01', 'M02', 'M03'];
    const columns = headers.map((header, column): ChosenColumn => ({ column, header, field: null }));
    expect(columnsToWatch(targets, { columns, wideMonths: findWideMonths(headers) })).toEqual({
      figures: [2, 3, 4],
      days: [],
    });
  });
});

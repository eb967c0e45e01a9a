import { describe, expect, it } from 'vitest';
import { NO_DAYS, noteDay } from './day-order.ts';
import type { KindSpec } from './kind.ts';
import { NO_NUMBERS, noteNumber } from './number-marks.ts';
import { type ChosenColumn, type OrganisationWriting, planRows } from './plan-rows.ts';
import { readRow } from './read-row.ts';

const kind: KindSpec = {
  kind: 'sales',
  nouns: [],
  naturalKeys: [['externalId'], ['email']],
  fields: [
    { field: 'externalId', type: 'text', isRequired: false, synonyms: [] },
    { field: 'customer', type: 'reference', isRequired: true, synonyms: [] },
    { field: 'day', type: 'day', isRequired: true, synonyms: [] },
    { field: 'revenue', type: 'amount', isRequired: true, synonyms: [] },
    { field: 'staff', type: 'count', isRequired: false, synonyms: [] },
    { field: 'email', type: 'email', isRequired: false, takes: 'list', synonyms: [] },
    { field: 'address', type: 'text', isRequired: false, takes: 'joined', synonyms: [] },
  ],
};
const writing: OrganisationWriting = { decimal: '.', dayOrder: 'dmy', currency: 'EUR' };

const table = (fields: (string | null)[], rows: string[][], more: Partial<ChosenColumn> = {}) => {
  const columns = fields.map((field, column): ChosenColumn => ({ column, header: `H${column}`, field, ...more }));
  const evidence = fields.map((_, column) => ({
    numbers: rows.reduce((seen, row, line) => noteNumber(seen, { line, value: row[column] ?? '' }), NO_NUMBERS),
    days: rows.reduce((seen, row, line) => noteDay(seen, { line, value: row[column] ?? '' }), NO_DAYS),
  }));
  return { columns, evidence };
};

function readAll(fields: (string | null)[], rows: string[][], more: Partial<ChosenColumn> = {}) {
  const { columns, evidence } = table(fields, rows, more);
  const result = planRows(kind, { columns, wideMonths: null }, evidence, writing);
  if (result.status !== 'ready') return result;
  return rows.flatMap((row) => readRow(result.plan, row));
}

describe('A3 a row of a file', () => {
  it('is one record, every value read as the column was decided', () => {
    expect(
      readAll(
        ['customer', 'day', 'revenue'],
        [
          ['Acme', '12/3/2021', '1.234,50'],
          ['Beta', '1/4/2021', '2.000'],
        ],
      ),
    ).toEqual([
      { status: 'read', values: { customer: 'Acme', day: '2021-03-12', revenue: '1234.5' } },
      { status: 'read', values: { customer: 'Beta', day: '2021-04-01', revenue: '2000' } },
    ]);
  });

  it('is kept out with column, value and reason when a value is bad, and nothing becomes 0, 1 or 1.2', () => {
    const rows = [
      ['A', '2024-01-01', 'test'],
      ['B', '2024-01-01', '1test'],
      ['C', '2024-01-01', '1.2.3'],
      ['D', '2024-01-01', '7'],
    ];
    const readings = readAll(['customer', 'day', 'revenue'], rows);
    expect(readings).toEqual([
      { status: 'rejected', issues: [{ field: 'revenue', column: 'H2', value: 'test', reason: 'not-a-number' }] },
      { status: 'rejected', issues: [{ field: 'revenue', column: 'H2', value: '1test', reason: 'not-a-number' }] },
      {
        status: 'rejected',
        issues: [{ field: 'revenue', column: 'H2', value: '1.2.3', reason: 'misplaced-separator' }],
      },
      { status: 'read', values: { customer: 'D', day: '2024-01-01', revenue: '7' } },
    ]);
  });

  it('tells all its issues at once, and what is missing', () => {
    expect(readAll(['customer', 'day', 'revenue'], [['', '2024-02-30', 'x']])).toEqual([
      {
        status: 'rejected',
        issues: [
          { field: 'day', column: 'H1', value: '2024-02-30', reason: 'no-such-day' },
          { field: 'revenue', column: 'H2', value: 'x', reason: 'not-a-number' },
          { field: 'customer', column: 'H0', value: '', reason: 'missing' },
        ],
      },
    ]);
  });

  it('does not take another currency for the own one', () => {
    const readings = readAll(
      ['customer', 'day', 'revenue'],
      [
        ['A', '2024-01-01', '€5'],
        ['A', '2024-01-01', '$5'],
        ['A', '2024-01-01', '5%'],
      ],
    );
    expect(readings).toMatchObject([
      { values: { revenue: '5' } },
      { issues: [{ reason: 'other-currency' }] },
      { issues: [{ reason: 'not-a-number' }] },
    ]);
  });

  it('multiplies a column that is in thousands', () => {
    expect(readAll(['customer', 'day', 'revenue'], [['A', '2024-01-01', '1.5']], { exponent: 3 })).toMatchObject([
      { values: { revenue: '1500' } },
    ]);
  });

  it('counts whole things only', () => {
    const row = (staff: string) => ['A', '2024-01-01', '1', staff];
    expect(
      readAll(['customer', 'day', 'revenue', 'staff'], [row('12'), row('1.5'), row('-3'), row('$4')]),
    ).toMatchObject([
      { values: { staff: '12' } },
      { issues: [{ reason: 'not-whole' }] },
      { issues: [{ reason: 'not-positive' }] },
      { issues: [{ reason: 'not-a-number' }] },
    ]);
  });

  it('gathers repeated columns into a list, each value once, and joins the parts of an address', () => {
    const fields = ['customer', 'day', 'revenue', 'email', 'email', 'address', 'address'];
    const rows = [
      ['A', '2024-01-01', '1', 'a@example.com', 'A@example.com', '1 High St', 'York'],
      ['B', '2024-01-01', '1', '', 'b@example.com', '', 'York'],
      ['C', '2024-01-01', '1', '', '', '', ''],
    ];
    expect(readAll(fields, rows)).toMatchObject([
      { values: { email: ['a@example.com'], address: '1 High St, York' } },
      { values: { email: ['b@example.com'], address: 'York' } },
      { values: { email: [], address: null } },
    ]);
  });

  it('has no value for a field without a column, so that an update leaves it alone', () => {
    const [reading] = readAll(['email', 'address'], [['a@example.com', 'York']]) as ReturnType<typeof readRow>;
    expect(reading).toEqual({ status: 'read', values: { email: ['a@example.com'], address: 'York' } });
  });
});

describe('A3 the plan for a file', () => {
  it('names required fields without a column when no natural key is there to update by', () => {
    expect(readAll(['customer'], [['Acme']])).toEqual({ status: 'incomplete', missing: ['day', 'revenue'] });
  });

  it('names fields that the kind does not have', () => {
    expect(readAll(['customer', 'colour'], [['Acme', 'red']])).toEqual({ status: 'unknown-field', fields: ['colour'] });
  });

  it('asks before it reads a column of days that contradicts the organisation, and goes on once it is told', () => {
    const american: OrganisationWriting = { ...writing, dayOrder: 'mdy' };
    const rows = [
      ['A', '12/3/2021', '1'],
      ['B', '25/3/2021', '2'],
    ];
    const { columns, evidence } = table(['customer', 'day', 'revenue'], rows);
    const asked = planRows(kind, { columns, wideMonths: null }, evidence, american);
    expect(asked).toMatchObject({
      status: 'asks',
      questions: [{ about: 'day-order', header: 'H1', decision: { order: 'dmy' } }],
    });
    const told = columns.map((column) => ({ ...column, dayOrder: 'dmy' as const }));
    const ready = planRows(kind, { columns: told, wideMonths: null }, evidence, american);
    expect(ready.status === 'ready' && rows.flatMap((row) => readRow(ready.plan, row))).toMatchObject([
      { values: { day: '2021-03-12' } },
      { values: { day: '2021-03-25' } },
    ]);
  });

  it('notes a column that was read in the order of the organisation for want of evidence', () => {
    const { columns, evidence } = table(['customer', 'day', 'revenue'], [['A', '12/3/2021', '1']]);
    const result = planRows(kind, { columns, wideMonths: null }, evidence, writing);
    expect(result).toMatchObject({
      status: 'ready',
      notes: [{ about: 'day-order', decision: { status: 'ambiguous', order: 'dmy' } }, {}],
    });
  });
});

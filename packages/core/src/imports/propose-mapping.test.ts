import { describe, expect, it } from 'vitest';
import { foldHeader } from './fold-header.ts';
import type { FieldSpec, KindSpec } from './kind.ts';
import { proposeMapping } from './propose-mapping.ts';

const field = (
  name: string,
  type: FieldSpec['type'],
  synonyms: string[],
  more: Partial<FieldSpec> = {},
): FieldSpec => ({
  field: name,
  type,
  synonyms,
  isRequired: false,
  ...more,
});

const accounts: KindSpec = {
  kind: 'accounts',
  nouns: ['account', 'customer', '客户'],
  naturalKeys: [['name']],
  fields: [
    field('name', 'text', ['name', 'account', 'customer name', 'Firma', '客户名称'], {
      isRequired: true,
      madeFrom: ['firstName', 'lastName'],
    }),
    field('firstName', 'text', ['first name']),
    field('lastName', 'text', ['last name']),
    field('email', 'email', ['email', 'e-mail', '邮箱'], { takes: 'list' }),
    field('phone', 'phone', ['phone', 'mobile', '电话'], { takes: 'list' }),
    field('region', 'text', ['region', 'country', '地区']),
    field('revenue', 'amount', ['revenue', 'annual revenue', '金额', 'Umsatz']),
    field('since', 'day', ['customer since', 'date']),
  ],
};

const targets: KindSpec = {
  kind: 'targets',
  nouns: ['target'],
  naturalKeys: [['owner', 'month']],
  fields: [
    field('owner', 'reference', ['owner', 'employee id'], { isRequired: true }),
    field('month', 'month', ['month', 'target month'], { isRequired: true }),
    field('amount', 'amount', ['amount', 'target'], { isRequired: true }),
  ],
};

const fieldsOf = (kind: KindSpec, headers: string[], sample: string[][] = []) =>
  proposeMapping(kind, { headers, sample }).columns.map((column) => column.field);

describe('A3 a header', () => {
  it.each(['Deal Owner', 'deal_owner', 'DealOwner', 'DEAL-OWNER', ' deal owner* ', 'Deal Owner (required)'])(
    '%s is one with all its spellings',
    (header) => {
      expect(foldHeader(header).key).toBe('dealowner');
    },
  );

  it('keeps its letters when it has accents or is not Latin', () => {
    expect(foldHeader('Größe').key).toBe('grosse');
    expect(foldHeader('Prénom').key).toBe('prenom');
    expect(foldHeader('客户 名称').key).toBe('客户名称');
    expect(foldHeader('External_Id__c').key).toBe('externalid');
    expect(foldHeader('Account:External_Id__c').words).toEqual(['account', 'external', 'id']);
  });

  it.each([
    ['金额（万元）', 4],
    ['销售额(千元)', 3],
    ['目标（亿）', 8],
    ['Target (thousand $)', 3],
    ['Revenue (k€)', 3],
    ['Umsatz in TEUR', 3],
    ['Revenue (millions)', 6],
    ['金额（元）', 0],
    ['Amount (USD)', 0],
    ['Price (kg)', 0],
  ])('%s states the power of ten %i', (header, exponent) => {
    expect(foldHeader(header).exponent).toBe(exponent);
  });
});

describe('A3 the proposed mapping', () => {
  it('finds fields by their headers in several languages, with the noun of the kind or without', () => {
    expect(fieldsOf(accounts, ['客户名称', '客户电话', '地区', '金额（万元）', '备注'])).toEqual([
      'name',
      'phone',
      'region',
      'revenue',
      null,
    ]);
    expect(fieldsOf(accounts, ['Firma', 'E-Mail', 'Umsatz'])).toEqual(['name', 'email', 'revenue']);
    expect(fieldsOf(accounts, ['customer', 'Customer Phone'])).toEqual([null, 'phone']);
  });

  it('gives a field its best column only, and a list field all of them', () => {
    expect(fieldsOf(accounts, ['Account', 'Country', 'Region', 'Email', 'Email 2', 'Mobile', 'Phone'])).toEqual([
      'name',
      null,
      'region',
      'email',
      'email',
      'phone',
      'phone',
    ]);
  });

  it('does not believe a header when most of its values are of another type', () => {
    const sample = [
      ['Acme', 'in May'],
      ['Beta', 'sometime'],
      ['Core', '2024-01-01'],
    ];
    expect(fieldsOf(accounts, ['Name', 'Date'], sample)).toEqual(['name', null]);
  });

  it('is less sure of a header with a few strange values', () => {
    const sure = proposeMapping(accounts, { headers: ['Revenue'], sample: [['1'], ['2'], ['3'], ['4']] });
    const unsure = proposeMapping(accounts, { headers: ['Revenue'], sample: [['1'], ['2'], ['3'], ['test']] });
    expect(unsure.columns[0]?.field).toBe('revenue');
    expect(unsure.columns[0]?.confidence).toBeLessThan(sure.columns[0]?.confidence ?? 0);
  });

  it('knows e-mail addresses whatever the header says', () => {
    const proposal = proposeMapping(accounts, {
      headers: ['Name', 'Box'],
      sample: [
        ['A', 'a@example.com'],
        ['B', 'b@example.com'],
      ],
    });
    expect(proposal.columns[1]).toMatchObject({ field: 'email', because: 'values' });
  });

  it('leaves an address alone that its header gives to somebody else', () => {
    const sample = [
      ['A', 'a@example.com'],
      ['B', 'b@example.com'],
    ];
    expect(fieldsOf(accounts, ['Name', 'Person - Email (Work)'], sample)).toEqual(['name', null]);
  });

  it('finds an amount that states its currency in the header', () => {
    expect(fieldsOf(accounts, ['revenue_gbp', 'Annual Revenue (USD)'])).toEqual([null, 'revenue']);
    expect(fieldsOf(accounts, ['revenue_gbp', 'revenue_abc'])).toEqual(['revenue', null]);
  });

  it('names required fields without a column, unless their parts are there', () => {
    expect(proposeMapping(accounts, { headers: ['Phone'], sample: [] }).missing).toEqual(['name']);
    expect(proposeMapping(accounts, { headers: ['First Name', 'Phone'], sample: [] }).missing).toEqual([]);
  });

  it('carries the unit that a header states', () => {
    expect(proposeMapping(accounts, { headers: ['金额（万元）'], sample: [] }).columns[0]).toMatchObject({
      field: 'revenue',
      exponent: 4,
    });
  });

  it('sees months that stand side by side', () => {
    const months = Array.from({ length: 12 }, (_, index) => `M${`${index + 1}`.padStart(2, '0')}`);
    const proposal = proposeMapping(targets, { headers: ['Year', 'EmployeeID', ...months], sample: [] });
    expect(proposal.missing).toEqual([]);
    expect(proposal.columns.map((column) => column.field).filter((name) => name !== null)).toEqual(['owner']);
    expect(proposal.wideMonths).toMatchObject({ year: { column: 0 } });
    expect(proposal.wideMonths?.months).toHaveLength(12);
  });

  it('sees no months in a table that has one row a month', () => {
    const proposal = proposeMapping(targets, { headers: ['EmployeeID', 'Target', 'TargetMonth'], sample: [] });
    expect(proposal.wideMonths).toBeNull();
    expect(proposal.columns.map((column) => column.field)).toEqual(['owner', 'amount', 'month']);
  });
});

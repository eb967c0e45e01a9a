import ExcelJS from 'exceljs';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../db/testing.ts';
import { listZip, unpack } from '../features/imports/list-zip.ts';
import { openTable } from '../features/imports/read-file.ts';
import { uuidv7 } from '../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse, type TestHouse } from '../testing-house.ts';

const bytesOf = async ({ app }: TestHouse, { token }: CastMember, path: string): Promise<Uint8Array> => {
  const response = await app.request(path, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};
const rowsOf = async (bytes: Uint8Array) => {
  const table = await openTable({ bytes });
  const rows: (readonly string[])[] = [];
  for await (const line of table.lines()) if (line.kind === 'row') rows.push(line.cells);
  return { headers: table.headers, rows };
};
const texts = async (bytes: Uint8Array): Promise<Record<string, string>> => {
  const entries = await listZip({ bytes });
  const found: Record<string, string> = {};
  for (const [name, entry] of entries ?? []) {
    found[name] = '';
    for await (const piece of unpack({ bytes }, entry)) found[name] += piece;
  }
  return found;
};
const addAll = async ({ ann, oda }: TestHouse) => {
  for (const [member, account] of [
    [
      ann,
      {
        id: uuidv7(),
        name: '华信 & <Söhne>',
        region: 'East',
        notes: '=HYPERLINK("http://evil.example")',
        annualRevenueMinor: 123_456,
      },
    ],
    [ann, { id: uuidv7(), name: 'Borealis', region: 'West', externalId: '0042' }],
    [oda, { id: uuidv7(), name: 'Out of sight' }],
  ] as const)
    expect((await member.call('POST', '/api/v1/accounts', account)).status).toBe(201);
  const contact = {
    id: uuidv7(),
    name: 'Jane Doe; "the" Buyer',
    title: 'Head',
    email: 'jane@borealis.example',
    phone: '+44 20 7946 0000',
  };
  expect((await ann.call('POST', '/api/v1/contacts', { ...contact, notes: 'likes tea,\nand cake' })).status).toBe(201);
};

describeEachDialect('A3 export', (open) => {
  afterEach(closeTestHouses);

  it('of a list as a workbook that Excel and our own import read, without what is out of sight', async () => {
    const house = await openTestHouse(open);
    await addAll(house);
    const bytes = await bytesOf(house, house.ann, '/api/v1/export/accounts.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.getWorksheet('accounts');
    expect(sheet?.getRow(1).getCell(1).value).toBe('Account');
    const heads = sheet?.getRow(1).values as string[];
    const [notes, revenue] = ['Notes', 'Annual revenue'].map((head) => sheet?.getRow(2).getCell(heads.indexOf(head)));
    expect([notes?.value, notes?.type]).toEqual(['=HYPERLINK("http://evil.example")', ExcelJS.ValueType.String]);
    expect([revenue?.value, revenue?.type]).toEqual([1234.56, ExcelJS.ValueType.Number]);
    const { headers, rows } = await rowsOf(bytes);
    expect(headers.slice(0, 2)).toEqual(['Account', 'Account ID']);
    expect(rows.map(([name, id]) => [name, id])).toEqual([
      ['华信 & <Söhne>', ''],
      ['Borealis', '0042'],
    ]);
  });

  it('keeps days as days', async () => {
    const house = await openTestHouse(open);
    const deed = { id: uuidv7(), kind: 'visit', onDay: '2026-03-02', isDone: true, subject: 'First visit' };
    expect((await house.ann.call('POST', '/api/v1/activities', deed)).status).toBe(201);
    const bytes = await bytesOf(house, house.ann, '/api/v1/export/activities.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(book.getWorksheet('activities')?.getRow(2).getCell(1).value).toEqual(new Date('2026-03-02T00:00:00Z'));
  });

  it('honours search and filter, as CSV with its mark and as JSON', async () => {
    const house = await openTestHouse(open);
    await addAll(house);
    const filter = encodeURIComponent(JSON.stringify([{ field: 'region', op: 'is', value: 'East' }]));
    const csv = Buffer.from(await bytesOf(house, house.ann, `/api/v1/export/accounts.csv?filter=${filter}`)).toString(
      'utf8',
    );
    expect(csv.startsWith('\ufeffAccount,')).toBe(true);
    expect(csv).toContain('华信');
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv).not.toContain('Borealis');
    const json = (await house.ann.call('GET', '/api/v1/export/accounts.json?q=boreal')).body;
    expect(json).toMatchObject([{ name: 'Borealis', externalId: '0042', owner: { name: 'Ann' } }]);
    expect((await house.ann.call('GET', '/api/v1/export/accounts.json?q=nothing')).body).toEqual([]);
  });

  it('of people and companies as cards, which come in again as they went out', async () => {
    const house = await openTestHouse(open);
    await addAll(house);
    const bytes = await bytesOf(house, house.ann, '/api/v1/export/contacts.vcf');
    expect(
      Buffer.from(bytes)
        .toString('utf8')
        .split('\r\n')
        .every((line) => Buffer.byteLength(line) <= 75),
    ).toBe(true);
    const { headers, rows } = await rowsOf(bytes);
    const [card] = rows.map((cells) => Object.fromEntries(headers.map((header, at) => [header, cells[at]])));
    expect(card).toMatchObject({
      ...{ Name: 'Jane Doe; "the" Buyer', 'Job title': 'Head', Email: 'jane@borealis.example' },
      ...{ Phone: '+44 20 7946 0000', Notes: 'likes tea,\nand cake' },
    });
    const companies = await rowsOf(await bytesOf(house, house.ann, '/api/v1/export/accounts.vcf'));
    expect(companies.rows.map(([name]) => name)).toEqual(['华信 & <Söhne>', 'Borealis']);
  });

  it('of everything is for administrators, whole, and opens no door', async () => {
    const house = await openTestHouse(open);
    await addAll(house);
    const key = await house.ann.call('POST', '/api/v1/api-keys', { id: uuidv7(), name: 'Night run', scope: 'read' });
    const files = await texts(await bytesOf(house, house.vera, '/api/v1/export/everything.zip'));
    expect(files['lists/accounts.csv']).toContain('Out of sight');
    const accounts = files['tables/account.jsonl']
      ?.trim()
      .split('\n')
      .map((line) => JSON.parse(line).name);
    expect(accounts?.sort()).toEqual(['Borealis', 'Out of sight', '华信 & <Söhne>']);
    expect(files['tables/api_key.jsonl']).toContain('Night run');
    const all = JSON.stringify(files);
    for (const secret of ['secret_hash', 'no password', 'auth_account', house.ann.token, key.body.secret])
      expect(all.includes(secret), secret).toBe(false);
    const refusals = [
      await house.max.call('GET', '/api/v1/export/everything.zip'),
      await house.ann.call('GET', '/api/v1/export/everything.zip'),
      await house.ann.call('GET', '/api/v1/export/sales.vcf'),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['not-allowed', 'not-allowed', 'not-found']);
  });
});

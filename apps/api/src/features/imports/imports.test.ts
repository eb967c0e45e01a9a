import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { uuidv7 } from '../../ids.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { runImport } from './run-import.ts';
import { formOf, itemsOf, importsPath as path, send } from './testing-imports.ts';

const revenueOf = async (who: CastMember, by = '') =>
  (await who.call('GET', `/api/v1/figures/revenue?from=2026-01-01&to=2026-12-31${by}`)).body;

describeEachDialect('imports', (open) => {
  afterEach(closeTestHouses);

  it('bring in 17 of 19 rows and report the 2 that stand twice; a second file changes phones and nothing else', async () => {
    const { vera } = await openTestHouse(open);
    const rows = Array.from({ length: 17 }, (_, i) => `Person ${i},p${i}@example.com,Buyer,555-01${10 + i}`);
    const file = ['Name,E-mail,Job title,Phone', ...rows, rows[3], rows[9]].join('\n');
    const { status, body } = await send(vera, 'contacts', file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: 19, created: 17, updated: 0 });
    expect(body.rejected.map(({ row, reason }: { row: number; reason: string }) => [row, reason])).toEqual([
      [19, 'duplicate-in-file'],
      [20, 'duplicate-in-file'],
    ]);
    const again = await send(vera, 'contacts', file);
    expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: 17 });

    const phones = await send(vera, 'contacts', 'E-mail,Phone\np3@example.com,555-0199\nnobody@example.com,555-0198\n');
    expect(phones.body).toMatchObject({ created: 0, updated: 1, rejected: [{ row: 3, reason: 'unknown-record' }] });
    const changed = (await itemsOf(vera, 'contacts')).find((one: { name: string }) => one.name === 'Person 3');
    expect(changed).toMatchObject({ phone: '555-0199', title: 'Buyer', email: 'p3@example.com' });
  });

  it('reject a value that is no number with its row, column and reason, and never make it good', async () => {
    const { vera } = await openTestHouse(open);
    const { body } = await send(
      vera,
      'sales',
      'Order ID,Order date,Amount\n1,2026-03-01,100.00\n2,2026-03-01,test\n3,2026-03-01,1test\n4,2026-03-01,1.2.3\n',
    );
    expect(body.created).toBe(1);
    expect(
      body.rejected.map((one: { row: number; column: string; value: string }) => [one.row, one.column, one.value]),
    ).toEqual([
      [3, 'Amount', 'test'],
      [4, 'Amount', '1test'],
      [5, 'Amount', '1.2.3'],
    ]);
    expect((await revenueOf(vera)).total).toBe(100_00);
    const csv = (await vera.call('GET', `${path}/${body.id}/rejected.csv`)).body;
    expect(csv.split('\r\n')[1]).toBe('3,Amount,test,not-a-number');
  });

  it('keep two customers of one name with different owners apart, also when the file comes again', async () => {
    const { vera, ann, ben } = await openTestHouse(open);
    const file = '客户名称,负责人,行业\n华信,Ann,医疗\n华信,Ben,零售\n';
    expect((await send(vera, 'accounts', file)).body).toMatchObject({ created: 2, rejected: [] });
    expect((await send(vera, 'accounts', file)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await itemsOf(ann, 'accounts')).toMatchObject([{ name: '华信', segment: '医疗' }]);
    expect(await itemsOf(ben, 'accounts')).toMatchObject([{ name: '华信', segment: '零售' }]);
  });

  it('keep the ids of people, make teams of managers, and know people by any of their numbers', async () => {
    const { vera } = await openTestHouse(open);
    const file = 'EmployeeKey,EmployeeID,Name,Manager,Region\n7,9007,Dana,Max,North\n8,9008,Eli,Rita,South\n';
    const first = await send(vera, 'people', file);
    expect(first.body).toMatchObject({ created: 2, rejected: [] });
    const before = await itemsOf(vera, 'people');
    expect(before.find((one: { name: string }) => one.name === 'Rita')).toMatchObject({ role: 'manager' });
    expect((await send(vera, 'people', file)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect((await itemsOf(vera, 'people')).map((one: { id: string }) => one.id)).toEqual(
      before.map((one: { id: string }) => one.id),
    );
    const sold = await send(
      vera,
      'sales',
      'Order ID,Order date,Sales rep,Amount\n1,2026-03-01,9007,5\n2,2026-03-01,8,7\n',
    );
    expect(sold.body).toMatchObject({ created: 2, rejected: [] });
    const { rows } = await revenueOf(vera, '&by=manager');
    expect(rows.map((row: { key: string; value: number }) => [row.key, row.value]).sort()).toEqual([
      ['Max', 500],
      ['Rita', 700],
    ]);
  });

  it('leave a likely product open until somebody says yes, remember it, and settle the win again', async () => {
    const { vera } = await openTestHouse(open);
    await vera.call('POST', '/api/v1/products', { id: uuidv7(), name: 'GTX Pro', line: 'GTX' });
    const file =
      'Deal ID,Owner,Product,Stage,Close date,Amount\nA1,Ann,GTXPro,Won,2026-03-02,50\nA2,Ann,GTX Pro,Pilot,,\n';
    const { body } = await send(vera, 'opportunities', file);
    expect(body).toMatchObject({ created: 2, rejected: [] });
    expect(body.likely).toMatchObject([{ value: 'GTXPro', means: { name: 'GTX Pro' }, rows: 1, isAccepted: false }]);
    expect((await revenueOf(vera, '&by=line')).rows).not.toContainEqual(expect.objectContaining({ key: 'GTX' }));

    const accepted = await vera.call('POST', `${path}/${body.id}/accept-likely`, {});
    expect(accepted.body).toEqual({ accepted: 1, filled: 1, held: 0 });
    expect((await revenueOf(vera, '&by=line')).rows).toContainEqual(
      expect.objectContaining({ key: 'GTX', value: 50_00 }),
    );
    const again = await send(vera, 'opportunities', file);
    expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: 2, likely: [] });

    expect((await vera.call('POST', `${path}/${body.id}/undo`)).body).toMatchObject({ restored: 0 });
    expect((await revenueOf(vera)).total).toBe(0);
    expect(await itemsOf(vera, 'opportunities')).toEqual([]);
  });

  it('are taken back whole, or not at all once a record has moved on', async () => {
    const { vera, ann } = await openTestHouse(open);
    const id = uuidv7();
    await vera.call('POST', '/api/v1/accounts', { id, name: 'Known', segment: 'Old', ownerId: ann.id });
    const { body } = await send(vera, 'accounts', 'Account,Segment\nKnown,New\nFresh,New\n');
    expect(body).toMatchObject({ created: 1, updated: 1 });
    expect((await vera.call('POST', `${path}/${body.id}/undo`)).body).toEqual({ removed: 1, restored: 1 });
    expect(await itemsOf(vera, 'accounts')).toMatchObject([{ name: 'Known', segment: 'Old' }]);
    expect((await vera.call('POST', `${path}/${body.id}/undo`)).body).toEqual({ removed: 0, restored: 0 });

    const second = await send(vera, 'accounts', 'Account,Segment\nKnown,New\nFresh,New\n');
    const version = (await itemsOf(vera, 'accounts')).find((one: { id: string }) => one.id === id).version;
    await ann.call('PATCH', `/api/v1/accounts/${id}`, { region: 'North' }, { 'if-match': String(version) });
    const refused = await vera.call('POST', `${path}/${second.body.id}/undo`);
    expect(refused.body).toMatchObject({ code: 'import-not-undoable', issues: [{ message: 'Known' }] });
    expect(await itemsOf(vera, 'accounts')).toHaveLength(2);
  });

  it('take sales back out of the books on their own day', async () => {
    const { vera } = await openTestHouse(open);
    const { body } = await send(
      vera,
      'sales',
      'Order ID,Order date,Customer,Amount,Profit\n1,2026-02-01,Huaxin,10,4\n',
    );
    expect((await revenueOf(vera, '&by=month')).total).toBe(10_00);
    await vera.call('POST', `${path}/${body.id}/undo`);
    expect((await revenueOf(vera)).total).toBe(0);
    expect(await itemsOf(vera, 'accounts')).toEqual([]);
  });

  it('stop and ask when a day contradicts the organisation’s way of writing days, and nothing happened', async () => {
    const { vera } = await openTestHouse(open, { settings: { dateFormat: 'mdy' } });
    const file = 'Order ID,Order date,Amount\n1,12/3/2025,1\n2,25/3/2025,2\n';
    const refused = await send(vera, 'sales', file);
    expect(refused.body).toMatchObject({ code: 'import-needs-answer', issues: [{ value: '25/3/2025' }] });
    expect((await vera.call('POST', `${path}/preview`, formOf('sales', file))).body.questions).toMatchObject([
      { about: 'day-order' },
    ]);
    expect((await vera.call('GET', path)).body.items).toEqual([]);
    const answered = await send(vera, 'sales', file, { options: { dateFormat: 'dmy' } });
    expect(answered.body).toMatchObject({ created: 2 });
    expect((await itemsOf(vera, 'sales')).map((one: { day: string }) => one.day).sort()).toEqual([
      '2025-03-12',
      '2025-03-25',
    ]);
  });

  it('that break half-way, and dry runs, leave nothing behind', async () => {
    const { vera, deps } = await openTestHouse(open);
    const text = 'Account,Segment\nOne,A\nTwo,B\n';
    const dry = await send(vera, 'accounts', text, { dryRun: '1' });
    expect(dry.body).toMatchObject({ created: 2, isDryRun: true, id: null });
    const broken = {
      ...deps,
      transact: ((actor, deed) =>
        deps.transact(actor, async (work) => {
          await deed(work);
          throw new Error('the power went');
        })) as typeof deps.transact,
    };
    const file = { kind: 'accounts', source: { bytes: new TextEncoder().encode(text) }, fileName: 'a.csv' } as const;
    await expect(runImport(broken, await vera.actor(), file)).rejects.toThrow('the power went');
    expect(await itemsOf(vera, 'accounts')).toEqual([]);
    expect((await vera.call('GET', path)).body.items).toEqual([]);
  });

  it('tell their progress line by line, and the report last', async () => {
    const { vera, app } = await openTestHouse(open);
    const answer = await app.request(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${vera.token}`, accept: 'application/x-ndjson' },
      body: formOf('accounts', 'Account\nOne\n'),
    });
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(0)).toEqual({ done: 1, total: 2 });
    expect(lines.at(-1).report).toMatchObject({ created: 1 });
  });

  it('are refused to reps, people to managers, and rows to owners out of reach, and nothing happened', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    const text = 'Account,Owner\nMine,Ann\nTheirs,Oda\n';
    expect((await send(ann, 'accounts', text)).body.code).toBe('not-allowed');
    expect((await send(max, 'people', 'Name\nEve\n')).body.code).toBe('not-allowed');
    const { body } = await send(max, 'accounts', text);
    expect(body).toMatchObject({ created: 1, rejected: [{ row: 3, column: 'Owner', reason: 'out-of-reach' }] });
    const other = await send(vera, 'accounts', 'Account\nAnother\n');
    expect((await max.call('GET', `${path}/${other.body.id}`)).body.code).toBe('not-found');
    expect((await max.call('POST', `${path}/${other.body.id}/undo`)).body.code).toBe('not-found');
    const exported = (await ann.call('GET', '/api/v1/export/accounts.csv')).body;
    expect(exported).toContain('Mine');
    expect(exported).not.toContain('Another');
  });
});

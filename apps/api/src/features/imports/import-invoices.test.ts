import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { type CastMember, closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { importsPath, itemsOf, send } from './testing-imports.ts';

const openOf = async (who: CastMember, query = '') =>
  (await who.call('GET', `/api/v1/receivables?${query}`)).body.total.open;

describeEachDialect('imports of invoices and receipts', (open) => {
  afterEach(closeTestHouses);

  it('make the payment of a settled invoice, know both again by number, and are taken back whole', async () => {
    const { vera } = await openTestHouse(open, { settings: { dateFormat: 'mdy' } });
    const head = 'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate';
    const rows = ['C-1,0001,1/2/2026,2/1/2026,55.94,No,1/15/2026', 'C-2,0002,1/26/2026,2/25/2026,61.74,Yes,'];
    const first = await send(vera, 'invoices', [head, ...rows].join('\n'));
    expect(first.body).toMatchObject({ created: 2, rejected: [] });
    expect(await itemsOf(vera, 'invoices?sort=number')).toMatchObject([
      { number: '0001', issuedOn: '2026-01-02', status: 'paid', settledOn: '2026-01-15', account: { name: 'C-1' } },
      { number: '0002', status: 'open', openMinor: 61_74, isDisputed: true },
    ]);
    const again = await send(vera, 'invoices', [head, ...rows].join('\n'));
    expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const paid = [rows[0]?.replace('1/15', '1/16'), `${rows[1]}3/1/2026`];
    const later = await send(vera, 'invoices', [head, ...paid].join('\n'));
    expect(later.body).toMatchObject({ created: 0, updated: 2, unchanged: 0 });
    expect(await openOf(vera)).toBe(0);
    expect((await itemsOf(vera, 'receipts?sort=day')).map((one: { day: string }) => one.day)).toEqual([
      '2026-01-16',
      '2026-03-01',
    ]);
    expect((await vera.call('POST', `${importsPath}/${later.body.id}/undo`)).body).toMatchObject({
      removed: 1,
      restored: 1,
    });
    expect(await openOf(vera)).toBe(61_74);
    expect(await itemsOf(vera, 'receipts')).toMatchObject([{ day: '2026-01-15', amountMinor: 55_94 }]);
    const third = await send(vera, 'invoices', `${head}\nC-3,0003,3/1/2026,,9.99,,3/2/2026\n`);
    expect(third.body).toMatchObject({ created: 1, rejected: [] });
    expect((await vera.call('POST', `${importsPath}/${third.body.id}/undo`)).body).toMatchObject({ removed: 3 });
    expect((await itemsOf(vera, 'invoices')).map((one: { number: string }) => one.number)).not.toContain('0003');
    expect(await itemsOf(vera, 'receipts')).toHaveLength(1);
    expect((await itemsOf(vera, 'accounts')).map((one: { name: string }) => one.name)).not.toContain('C-3');
  });

  it('post part payments and credit notes by the number of the invoice, with Chinese headers too', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    await send(vera, 'invoices', '发票号码,客户名称,负责人,开票日期,发票金额\nF-1,华信,Ann,2026-01-05,100.00\n');
    const file =
      '收款单号,发票号,收款日期,收款金额,类型\nR-1,F-1,2026-02-01,40.00,收款\nR-2,F-1,2026-02-03,10,红字发票\n';
    expect((await send(vera, 'receipts', file)).body).toMatchObject({ created: 2, rejected: [] });
    expect((await send(vera, 'receipts', file)).body).toMatchObject({ created: 0, unchanged: 2 });
    expect(await itemsOf(ann, 'invoices')).toMatchObject([
      { dueOn: '2026-02-04', collectedMinor: 40_00, creditedMinor: 10_00, openMinor: 50_00, owner: { name: 'Ann' } },
    ]);
    const more = await send(
      max,
      'receipts',
      'Invoice,Date,Amount\nF-1,2026-02-09,20\nF-1,2026-02-09,20\nF-1,2026-03-01,-5\n',
    );
    expect(more.body).toMatchObject({ created: 2, rejected: [{ row: 4, reason: 'not-positive' }] });
    expect(await openOf(ann)).toBe(10_00);
    for (const kind of ['invoices', 'receipts']) {
      const ours = (await vera.call('GET', `/api/v1/export/${kind}.csv`)).body;
      const back = await send(vera, kind, ours);
      expect(back.body).toMatchObject({ created: 0, rejected: [] });
      expect(back.body.updated + back.body.unchanged).toBe(kind === 'invoices' ? 1 : 4);
    }
    expect(await openOf(ann)).toBe(10_00);
  });

  it('keep rows out that name no invoice, or one out of reach, and nothing happened', async () => {
    const { vera, max, ann } = await openTestHouse(open);
    await send(vera, 'invoices', 'Invoice,Customer,Owner,Date,Amount\nX-1,Lumen,Oda,2026-01-05,100\n');
    const file = await send(
      max,
      'invoices',
      'Invoice,Owner,Date,Due date,Amount\nX-1,Ann,2026-01-05,,1\nX-2,Ann,2026-01-05,2026-01-04,1\nX-3,Ann,2026-01-05,,0\nX-4,Ann,2026-01-05,,\n',
    );
    expect(file.body.rejected.map(({ row, reason }: { row: number; reason: string }) => [row, reason])).toEqual([
      [2, 'out-of-reach'],
      [3, 'before-issue'],
      [4, 'not-positive'],
      [5, 'missing'],
    ]);
    expect((await send(max, 'receipts', 'Invoice,Date,Amount\nX-1,2026-02-09,20\n')).body).toMatchObject({
      created: 0,
      rejected: [{ reason: 'unknown-reference' }],
    });
    expect((await send(ann, 'invoices', 'Invoice,Date,Amount\nX-9,2026-02-09,20\n')).body.code).toBe('not-allowed');
    expect(await itemsOf(max, 'invoices')).toEqual([]);
    expect(await openOf(vera)).toBe(100_00);
  });
});

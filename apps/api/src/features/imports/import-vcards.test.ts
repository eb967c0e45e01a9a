import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';
import { itemsOf, send } from './testing-imports.ts';

const cards = [
  ...['BEGIN:VCARD', 'VERSION:3.0', 'UID:one', 'FN:Jane Doe', 'ORG:Borealis', 'TITLE:Buyer'],
  ...['EMAIL;TYPE=pref:jane@borealis.example', 'EMAIL:jane@home.example', 'TEL:+44 20 7946 0000', 'END:VCARD'],
  ...['BEGIN:VCARD', 'VERSION:4.0', 'UID:two', 'FN:王小明', 'ORG:华信', 'END:VCARD'],
  ...['BEGIN:VCARD', 'VERSION:3.0', 'FN:Bad address', 'EMAIL:nobody at nowhere', 'END:VCARD', ''],
].join('\r\n');

describeEachDialect('A3 contact cards', (open) => {
  afterEach(closeTestHouses);

  it('come in as contacts by the same way as tables: dry run, row by row, again without a double, and back out', async () => {
    const { max, ann, oda } = await openTestHouse(open);
    const dry = await send(max, 'contacts', cards, { dryRun: 'true' });
    expect(dry.body).toMatchObject({ created: 2, isDryRun: true });
    expect(await itemsOf(max, 'contacts')).toEqual([]);
    const sent = await send(max, 'contacts', cards);
    expect(sent.body.report ?? sent.body).toMatchObject({
      created: 2,
      rejected: [{ row: 17, column: 'Email', value: 'nobody at nowhere', reason: 'not-an-email' }],
    });
    expect(await itemsOf(max, 'contacts')).toMatchObject([
      { name: 'Jane Doe', title: 'Buyer', email: 'jane@borealis.example', externalId: 'one' },
      { name: '王小明', externalId: 'two' },
    ]);
    const again = await send(max, 'contacts', cards.replace('Buyer', 'Head buyer'));
    expect(again.body.report ?? again.body).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await itemsOf(oda, 'contacts')).toEqual([]);
    const { id } = again.body;
    expect((await ann.call('POST', `/api/v1/imports/${id}/undo`)).body.code).toBe('not-allowed');
    expect((await itemsOf(max, 'contacts'))[0].title).toBe('Head buyer');
    expect((await max.call('POST', `/api/v1/imports/${id}/undo`)).body).toEqual({ removed: 0, restored: 1 });
    expect((await itemsOf(max, 'contacts'))[0].title).toBe('Buyer');
  });
});

import { afterEach, expect, it } from 'vitest';
import { describeEachDialect } from '../../db/testing.ts';
import { closeTestHouses, openTestHouse } from '../../testing-house.ts';

const binary = { 'content-type': 'application/octet-stream' };
const read = '/api/v1/capture/read';

describeEachDialect('what is pasted or dropped (X4)', (open) => {
  afterEach(closeTestHouses);

  it('is read by the same rules as a page, each value with its source, and nothing is kept', async () => {
    const { ann } = await openTestHouse(open, { settings: { country: 'DE' } });
    const text = new Blob(['Kathy Smith\nCity Recorder\nTel. 030 1234567\nkathy@town.example']);
    const { body } = await ann.call('POST', read, text, binary);
    expect(body).toMatchObject({
      kind: 'text',
      leads: [{ name: 'Kathy Smith', title: 'City Recorder', phones: [{ e164: '+49301234567' }] }],
    });
    expect(body.leads[0].provenance.map(({ field }: { field: string }) => field)).toContain('email');
    expect((await ann.call('GET', '/api/v1/leads?count=1')).body.total).toBe(0);
  });

  it('may be a mail or a card, dropped or pasted', async () => {
    const { ann } = await openTestHouse(open);
    const mail = new Blob([
      'From: Ann Lee <ann@huaxin.example>\r\nSubject: Prices\r\nMIME-Version: 1.0\r\n\r\nDear all\r\n\r\n-- \r\nAnn Lee\r\nSales Director\r\n+1 650 253 0000',
    ]);
    expect((await ann.call('POST', `${read}?name=offer.eml`, mail, binary)).body).toMatchObject({
      ...{ kind: 'mail', title: 'Prices' },
      leads: [{ name: 'Ann Lee', emails: [{ value: 'ann@huaxin.example' }], phones: [{ e164: '+16502530000' }] }],
    });
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王明\r\nORG:华信\r\nEMAIL:ming@huaxin.example\r\nEND:VCARD\r\n';
    for (const path of [`${read}?name=ming.vcf`, read])
      expect((await ann.call('POST', path, new Blob([card]), binary)).body).toMatchObject({
        kind: 'card',
        leads: [{ name: '王明', company: '华信', emails: [{ value: 'ming@huaxin.example' }] }],
      });
  });
});

import { describe, expect, it } from 'vitest';
import { readMailFile } from './mail/mail-file.ts';
import { readMailLeads } from './read-mail-leads.ts';
import { textEvidence } from './text-evidence.ts';

const read = async (mail: string) => {
  const message = await readMailFile(new TextEncoder().encode(mail.replace(/\n/g, '\r\n')));
  return readMailLeads(message, textEvidence(message.text));
};

describe('a mail', () => {
  it('offers its sender, with what the signature says', async () => {
    const { leads, pageKind } = await read(`From: "Ann Lee" <ann@acme.example>
To: me@mine.example
Subject: Offer

Dear all, the offer is attached.

Ann Lee
Manager, Global Banking
Tel:313.345.2356/Mobile: 202-456-1111
`);
    expect(pageKind).toBe('person');
    expect(leads).toMatchObject([
      {
        kind: 'person',
        name: 'Ann Lee',
        title: 'Manager, Global Banking',
        emails: [{ value: 'ann@acme.example' }],
        phones: [
          { value: '313.345.2356', e164: '+13133452356', kind: 'tel' },
          { value: '202-456-1111', e164: '+12024561111', kind: 'mobile' },
        ],
      },
    ]);
    expect(leads[0]?.provenance.find((entry) => entry.field === 'email')).toMatchObject({
      source: 'mail-header',
      path: 'from',
    });
  });

  it('offers a sender who signs with nothing', async () => {
    const { leads } = await read('From: =?gb2312?B?1cXI/Q==?= <z@acme.example>\nSubject: x\n\nHello\n');
    expect(leads).toMatchObject([{ kind: 'person', name: '张三', emails: [{ value: 'z@acme.example' }] }]);
  });
});

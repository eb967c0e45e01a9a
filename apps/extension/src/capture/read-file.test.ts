import { DOMParser } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { understandFile } from './read-file.ts';

beforeEach(() => vi.stubGlobal('DOMParser', DOMParser));
afterEach(() => vi.unstubAllGlobals());
const file = (name: string, text: string, type = '') => new File([text], name, { type });

const mail = [
  'From: Jane Doe <jane.doe@huaxin.example>',
  'To: me@acme.example',
  'Subject: Offer',
  'Message-ID: <1@huaxin.example>',
  'Date: Fri, 13 Mar 2026 10:00:00 +0100',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><body><p>Please send an offer.</p><p>Jane Doe<br>Head of purchasing<br>Tel. +49 30 901820</p></body></html>',
].join('\r\n');

describe('a file that is dropped on the panel', () => {
  it('is a mail: its sender with the signature, and what is needed to log it', async () => {
    const read = await understandFile(file('offer.eml', mail), {});
    expect(read?.mail).toMatchObject({ messageId: '<1@huaxin.example>', subject: 'Offer' });
    expect(read?.reading.leads).toMatchObject([
      { name: 'Jane Doe', emails: [{ value: 'jane.doe@huaxin.example' }], phones: [{ e164: '+4930901820' }] },
    ]);
  });

  it('is a card, whatever it is called', async () => {
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Karl Weber\r\nEMAIL:karl@huaxin.example\r\nEND:VCARD\r\n';
    for (const one of [file('karl.vcf', card), file('karl', card, 'text/vcard')])
      expect((await understandFile(one, {}))?.reading.leads).toMatchObject([
        { name: 'Karl Weber', emails: [{ value: 'karl@huaxin.example' }] },
      ]);
  });

  it('is refused when it is neither, or too large', async () => {
    expect(await understandFile(file('plan.pdf', '%PDF'), {})).toBeNull();
    expect(await understandFile({ name: 'big.eml', type: '', size: 26 * 1024 * 1024 } as File, {})).toBeNull();
  });
});

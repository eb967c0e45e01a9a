import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { clipFile } from './clip-file.ts';

let folder = '';
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('a saved page or mail', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'milepost-clip-'));
  });

  it('becomes one object with the leads of the page', async () => {
    const path = await file(
      'kontakt.html',
      '<title>Kontakt | Acme</title><p>Acme GmbH<br>Tel.: 030 1234567<br>info@acme.example</p>',
    );
    const clipped = await clipFile(path, { url: 'https://acme.de/kontakt' });
    expect(Object.keys(clipped)).toEqual(['file', 'ms', 'leads']);
    expect(clipped).toMatchObject({
      file: 'kontakt.html',
      ms: expect.any(Number),
      leads: [
        {
          kind: 'company',
          name: 'Acme GmbH',
          title: null,
          company: null,
          emails: [{ value: 'info@acme.example' }],
          phones: [{ value: '030 1234567', e164: '+49301234567', kind: 'tel' }],
          addresses: [],
          websites: ['https://acme.de'],
          profiles: [],
        },
      ],
    });
    expect(Object.keys(clipped.leads[0] ?? {})).toEqual(
      'kind name title company emails phones addresses websites profiles provenance'.split(' '),
    );
  });

  it('is read in the set of characters it was really written in', async () => {
    const page = '<p>Ansprechpartner: Jürgen Groß</p><p>Tel. +49 30 1234567</p>';
    const mislabelled = `<meta charset="iso-8859-1">${page}`;
    expect((await clipFile(await file('utf8.html', mislabelled))).leads[0]?.name).toBe('Jürgen Groß');
    expect((await clipFile(await file('latin.html', latin1(page)))).leads[0]?.name).toBe('Jürgen Groß');
    expect((await clipFile(await file('said-utf8.html', latin1(`<meta charset="utf-8">${page}`)))).leads[0]?.name).toBe(
      'Jürgen Groß',
    );
  });

  it('may be a mail, whose HTML part is read', async () => {
    const mail = `From: Ann Lee <ann@acme.example>\r\nSubject: Hi\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Ann Lee<br>Sales Director<br>+1 650 253 0000 ext. 12</p>`;
    expect((await clipFile(await file('offer.eml', mail))).leads).toMatchObject([
      {
        kind: 'person',
        name: 'Ann Lee',
        title: 'Sales Director',
        emails: [{ value: 'ann@acme.example' }],
        phones: [{ e164: '+16502530000', extension: '12' }],
      },
    ]);
  });

  it('may be plain text', async () => {
    expect(
      (await clipFile(await file('note.txt', 'Kathy Smith\nCity Recorder\nkathy@town.example'))).leads[0],
    ).toMatchObject({
      name: 'Kathy Smith',
      title: 'City Recorder',
    });
  });

  it('that is not there is an error the caller hears of', async () => {
    await expect(clipFile(join(folder, 'missing.html'))).rejects.toThrow('ENOENT');
  });
});

import { describe, expect, it } from 'vitest';
import { charsetOf } from './charset.ts';
import { readMailFile } from './mail-file.ts';

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text.replace(/\n/g, '\r\n'), (character) => character.charCodeAt(0) & 0xff);
const joined = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...latin(part)] : [...part])));
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

/** 你好，电话 and 張三 in GBK. */
const GBK_HELLO = [0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xb5, 0xe7, 0xbb, 0xb0];

describe('charsets of a mail (fault 13)', () => {
  it('decodes names in encoded words, and words written in a wider set than they say', async () => {
    const mail = await readMailFile(
      latin('From: =?gb2312?B?1cXPyMn6?= <z@acme.example>\nSubject: =?GB2312?B?tPq/qrj3tdjU9ta1y7C3osax?=\n\nHi\n'),
    );
    expect(mail.from).toEqual({ name: '张先生', email: 'z@acme.example' });
    expect(mail.subject).toBe('代开各地增值税发票');
  });

  it('reads UTF-8 bytes under a GB2312 label', async () => {
    const mail = await readMailFile(
      joined(
        'From: a@b.example\nContent-Type: text/plain; charset="GB2312"\nContent-Transfer-Encoding: 8bit\n\n',
        utf8('你好，电话'),
      ),
    );
    expect(mail.text.trim()).toBe('你好，电话');
  });

  it('reads ISO-2022-JP that has no label', async () => {
    const mail = await readMailFile(
      joined(
        'From: a@b.example\nSubject: ',
        [0x1b, 0x24, 0x42, 0x24, 0x5e, 0x24, 0x5f, 0x1b, 0x28, 0x42],
        '\n\n',
        [0x1b, 0x24, 0x42, 0x24, 0x5e, 0x24, 0x5f, 0x1b, 0x28, 0x42],
        '\n',
      ),
    );
    expect(mail.text.trim()).toBe('まみ');
    expect(mail.subject).toBe('まみ');
  });

  it('reads eight-bit GBK that has no label, in the header too', async () => {
    const mail = await readMailFile(joined('From: a@b.example\nSubject: ', GBK_HELLO, '\n\n', GBK_HELLO));
    expect(mail.text.trim()).toBe('你好，电话');
    expect(mail.subject).toBe('你好，电话');
  });

  it('repairs one part of several and leaves the others', async () => {
    const mail = await readMailFile(
      joined(
        'From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n\n',
        utf8('Protección'),
        '\n--x\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>societ=E0</p>\n--x--\n',
      ),
    );
    expect(mail.text.trim()).toBe('Protección');
    expect(mail.html).toContain('società');
  });

  it('keeps a label that fits, and knows accents from pairs', () => {
    expect(charsetOf(Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2), 'windows-1251')).toBe('windows-1251');
    expect(charsetOf(latin('M\u00fcller & S\u00f6hne'), 'us-ascii')).toBe('windows-1252');
  });
});

describe('a mail file', () => {
  it('tells who, to whom, when, under which id, and what hangs on it', async () => {
    const mail = await readMailFile(
      latin(
        'From: Ann Lee <ann@acme.example>\nTo: Me <me@mine.example>\nCc: Team: bob@acme.example;\nReply-To: office@acme.example\nDate: Mon, 6 Jun 2005 22:21:22 +0200\nMessage-ID: <1@acme.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nHi\n--x\nContent-Type: application/pdf; name="offer.pdf"\nContent-Disposition: attachment; filename="offer.pdf"\n\nx\n--x--\n',
      ),
    );
    expect(mail).toMatchObject({
      from: { name: 'Ann Lee', email: 'ann@acme.example' },
      to: [{ name: 'Me', email: 'me@mine.example' }],
      cc: [{ email: 'bob@acme.example' }],
      replyTo: [{ email: 'office@acme.example' }],
      sentAt: '2005-06-06T20:21:22.000Z',
      messageId: '<1@acme.example>',
      attachments: ['offer.pdf'],
      isBulk: false,
    });
  });

  it('knows mail to many', async () => {
    expect((await readMailFile(latin('From: a@b.example\nList-Unsubscribe: <mailto:u@b.example>\n\nx'))).isBulk).toBe(
      true,
    );
    expect((await readMailFile(latin('From: a@b.example\nAuto-Submitted: auto-replied\n\nx'))).isBulk).toBe(true);
    expect((await readMailFile(latin('From: no-reply@b.example\n\nx'))).isBulk).toBe(true);
  });

  it('holds the mails attached to it', async () => {
    const mail = await readMailFile(
      latin(
        'From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nFYI\n--x\nContent-Type: message/rfc822\n\nFrom mbox line\nFrom: Ann Lee <ann@acme.example>\nSubject: Inner\n\nText\n--x--\n',
      ),
    );
    expect(mail.forwarded).toMatchObject([{ from: { name: 'Ann Lee', email: 'ann@acme.example' }, subject: 'Inner' }]);
  });

  it('is read as far as it goes when it is broken', async () => {
    expect((await readMailFile(latin('no header at all'))).from).toBeNull();
    expect((await readMailFile(new Uint8Array())).text).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { readVCards } from './read-vcards.ts';

describe('a card', () => {
  it('of version 2.1 may be quoted-printable, broken softly and in small letters (fault 14)', () => {
    const { leads } = readVCards(
      'begin:vcard\r\nversion:2.1\r\nn;charset=utf-8;encoding=quoted-printable:=E5=BC=A0;=\r\n=E4=B8=89;;;\r\norg;charset=utf-8;encoding=quoted-printable:=E5=8D=8E=E6=96=B0\r\ntel;cell:13800138000\r\nend:vcard\r\n',
      { country: 'CN' },
    );
    expect(leads).toMatchObject([
      {
        kind: 'person',
        name: '张三',
        company: '华新',
        phones: [{ value: '13800138000', e164: '+8613800138000', kind: 'mobile' }],
      },
    ]);
  });

  it('of version 3.0 keeps groups, escapes and every kind of number', () => {
    const { leads, pageKind } = readVCards(
      'BEGIN:VCARD\nVERSION:3.0\nFN:Dr. Ann Lee\nN:Lee;Ann;;Dr.;\nORG:Acme\\, Inc.;Sales\nTITLE:Director\nitem1.EMAIL;TYPE=INTERNET:ann@acme.example\nTEL;TYPE=WORK;TYPE=FAX:+49 30 901821\nADR;TYPE=WORK:;;1 High St;London;;W1T 3NL;United Kingdom\nURL:http\\://www.acme.example\nX-QQ:10001\nEND:VCARD\n',
    );
    expect(pageKind).toBe('person');
    expect(leads).toMatchObject([
      {
        name: 'Ann Lee',
        title: 'Director',
        company: 'Acme, Inc.',
        emails: [{ value: 'ann@acme.example' }],
        phones: [{ e164: '+4930901821', kind: 'fax' }],
        addresses: [{ street: '1 High St', city: 'London', postcode: 'W1T 3NL', country: 'GB' }],
        websites: ['http://www.acme.example'],
        profiles: ['qq:10001'],
      },
    ]);
    expect(leads[0]?.provenance.find(({ field }) => field === 'email')).toMatchObject({
      source: 'vcard',
      path: 'vcard[0].EMAIL',
    });
  });

  it('of version 4.0 may be a firm, with a telephone as an address', () => {
    const { leads } = readVCards(
      'BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Acme Ltd\nORG:Acme Ltd\nTEL;VALUE=uri;TYPE=voice:tel:+44-20-7946-0000;ext=12\nEND:VCARD',
    );
    expect(leads).toMatchObject([
      { kind: 'company', name: 'Acme Ltd', phones: [{ e164: '+442079460000', extension: '12' }] },
    ]);
  });

  it('stands among others, each a row; an empty one is none', () => {
    const card = (email: string) => `BEGIN:VCARD\nVERSION:2.1\nEMAIL;PREF:${email}\nEND:VCARD\n`;
    const { leads, pageKind } = readVCards(
      `${card('a@b.example')}BEGIN:VCARD\nVERSION:2.1\nEND:VCARD\n${card('c@d.example')}`,
    );
    expect(pageKind).toBe('list');
    expect(leads.map(({ emails }) => emails[0]?.value)).toEqual(['a@b.example', 'c@d.example']);
  });

  it('of a QR code is read as well', () => {
    const { leads } = readVCards('MECARD:N:Lee,Ann;TEL:+49301234567;EMAIL:ann@acme.example;URL:acme.example;;');
    expect(leads).toMatchObject([
      { name: 'Ann Lee', emails: [{ value: 'ann@acme.example' }], websites: ['http://acme.example'] },
    ]);
  });
});

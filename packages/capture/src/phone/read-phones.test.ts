import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCharacters } from '../plain-characters.ts';
import { type FoundPhone, readPhones } from './read-phones.ts';

type Setting = { in?: string[]; guess?: string[]; labelled?: boolean };

const phones = (text: string, setting: Setting = {}): FoundPhone[] =>
  readPhones(plainCharacters(text), {
    known: setting.in ?? [],
    guesses: setting.guess ?? [],
    isLabelled: () => setting.labelled ?? true,
  });
const numbers = (text: string, setting: Setting = {}): (string | null)[] =>
  phones(text, setting).map((phone) => phone.e164);

describe('telephone numbers by country', () => {
  it('reads each country the way it writes its numbers at home', () => {
    const cases: [string, string, string][] = [
      ['US', '(312) 867-0110', '+13128670110'],
      ['CA', '1-416-939-1530', '+14169391530'],
      ['GB', '020 7193 1430', '+442071931430'],
      ['GB', '(01689) 859622', '+441689859622'],
      ['DE', '030/1234567', '+49301234567'],
      ['FR', '01 23 45 67 89', '+33123456789'],
      ['FR', '01.23.45.67.89', '+33123456789'],
      ['IT', '02 1234567', '+39021234567'],
      ['ES', '944 711 411', '+34944711411'],
      ['NL', '06 12345678', '+31612345678'],
      ['AU', '1300 346 227', '+611300346227'],
      ['AU', '(02) 9191-8364', '+61291918364'],
      ['JP', '03-5977-7917', '+81359777917'],
      ['CN', '010-62345678', '+861062345678'],
      ['CN', '400-820-8820', '+864008208820'],
      ['CN', '13800138000', '+8613800138000'],
      ['TW', '02-2162-6789', '+886221626789'],
      ['BR', '(11) 98765-4321', '+5511987654321'],
      ['RU', '8 (495) 123-45-67', '+74951234567'],
      ['RU', '(495) 123-45-67', '+74951234567'],
    ];
    for (const [country, text, e164] of cases) expect(numbers(text, { in: [country] }), text).toEqual([e164]);
  });

  it('reads each of several numbers by its own country', () => {
    expect(numbers('+1 (704) 548 9908, +33 3 44 85 50 20', { in: ['DE'] })).toEqual(['+17045489908', '+33344855020']);
  });

  it('knows the same Chinese mobile in every way it is written', () => {
    for (const text of [
      '+86 138-0013-8000',
      '13800138000',
      '138 0013 8000',
      '1３８００１３８０００',
      '(+86)13800138000',
    ]) {
      expect(numbers(text, { in: ['CN'] }), text).toEqual(['+8613800138000']);
    }
  });

  it('dials no zero in brackets behind the country', () => {
    expect(numbers('+44 (0)1293 551140')).toEqual(['+441293551140']);
    expect(numbers('+353 (0)86 360 9642')).toEqual(['+353863609642']);
    expect(numbers('+49 (0) 30 / 123 45 67')).toEqual(['+49301234567']);
  });

  it('takes a country in brackets for one', () => {
    expect(numbers('(+7-495) 5807377')).toEqual(['+74955807377']);
    expect(numbers('(86-10) 5869 8989', { in: ['US'] })).toEqual(['+861058698989']);
    expect(numbers('( 33 1) 42 68 53 00', { in: ['FR'] })).toEqual(['+33142685300']);
  });

  it('makes no London number of an American one', () => {
    expect(numbers('(207)782-3457', { in: ['GB'], labelled: false })).toEqual(['+12077823457']);
  });

  it('keeps digits no country gives out, without calling them a number', () => {
    const [phone] = phones('(425) 123-4567', { in: ['US'] });
    expect(phone).toMatchObject({ start: 0, end: 14, e164: null });
  });
});

describe('extensions, letters and short forms', () => {
  it('keeps an extension with its switchboard', () => {
    const cases: [string, string, string, string][] = [
      ['US', '(734) 668-8397 Extension 10', '+17346688397', '10'],
      ['US', '530.820.3090 x410', '+15308203090', '410'],
      ['US', '1-800-584-7263, ext. 7638', '+18005847263', '7638'],
      ['DE', '030 1234567 Durchwahl 12', '+49301234567', '12'],
      ['CN', '010-62345678转801', '+861062345678', '801'],
      ['CN', '010-62345678-801', '+861062345678', '801'],
      ['TW', '02-2162-6789 分機 123', '+886221626789', '123'],
    ];
    for (const [country, text, e164, extension] of cases) {
      expect(phones(text, { in: [country] }), text).toMatchObject([{ e164, extension, end: text.length }]);
    }
  });

  it('dials letters', () => {
    expect(numbers('1-888-WEB-CLUB (1-888-932-2582)')).toEqual(['+18889322582']);
    expect(numbers('(734) 668-TIME')).toEqual(['+17346688463']);
    expect(numbers('303.333.PAUL')).toEqual(['+13033337285']);
  });

  it('completes a short second number from the first', () => {
    expect(numbers('(734) 442-0061, 929-5452', { in: ['US'] })).toEqual(['+17344420061', '+17349295452']);
    expect(numbers('+86 21 6475 3203 / 6475 3206')).toEqual(['+862164753203', '+862164753206']);
  });

  it('separates two numbers that only a slash or a label keeps apart', () => {
    expect(numbers('Tel:313.345.2356/Mobile: 202-456-1111', { in: ['US'] })).toEqual(['+13133452356', '+12024561111']);
    expect(numbers('Tel: (202) 623-3900Fax: (202) 623-3815', { in: ['US'] })).toEqual(['+12026233900', '+12026233815']);
  });
});

describe('digits that are no telephone', () => {
  it('takes no day, month or span of years for one', () => {
    for (const text of [
      '05.10.1986',
      '03.07 - 17.07.15',
      '03/2015 – 03/2016',
      '2009-05-12',
      '1998 - 2003',
      '8:30 - 17:30',
      '2014年5月19日',
    ]) {
      expect(phones(text, { in: ['DE', 'US', 'CN'] }), text).toEqual([]);
    }
  });

  it('makes no number of a telephone and a date side by side', () => {
    const found = phones('(555) 018-2390 06/2017 – 03/2021', { in: ['US'], labelled: false });
    expect(found.map((phone) => [phone.start, phone.end])).toEqual([[0, 14]]);
  });

  it('takes no number of a bank, tax, register or identity card for one', () => {
    for (const text of [
      'IBAN: DE89 3704 0044 0532 0130 00',
      'USt-IdNr.: DE123456789',
      'VAT registration No. 123 4567 89',
      'SIRET: 443 061 841 00039',
      'SIRET Code: 44306184100039',
      'HRB 123456 Amtsgericht Berlin',
      'BSN 123456782',
      'P.IVA 01442240030',
      '统一社会信用代码：91110108551385082Q',
      '身份证号：110101199003071234',
      '京ICP备12345678号-1',
      'Message-ID: 6576896619930983584L',
      '6576896619930983584L',
      '57398655**8@qq.com',
      'ABN 67 107 751 931',
      'Kapital: 347.256.998,80 EUR',
    ]) {
      expect(phones(text, { in: ['DE', 'FR', 'IT', 'CN', 'AU'], labelled: false }), text).toEqual([]);
    }
  });

  it('takes no pages of a list, postal code or coordinates for one', () => {
    for (const text of [
      '1 2 3 4 5 6 7 8 9 10 11',
      'Burlington, MA 01803-2050',
      '52.520008, 13.404954',
      'Suite 7080 New York',
    ]) {
      expect(phones(text, { in: ['US'], guess: ['GB'], labelled: false }), text).toEqual([]);
    }
  });

  it('finds a number with its plus in the middle of noise', () => {
    expect(numbers('sdf;+8615838471111@@')).toEqual([]);
    expect(numbers('加+8615838471111领取', { labelled: false })).toEqual(['+8615838471111']);
    expect(numbers('xx+8615838471111yy', { labelled: false })).toEqual(['+8615838471111']);
  });

  it('leaves the number of a licence alone and reads the telephone behind it', () => {
    expect(numbers('License # 12345 303-683-5033', { in: ['US'], labelled: false })).toEqual(['+13036835033']);
  });
});

describe('whatever a line holds', () => {
  it('keeps every value a piece of the line, and no two of them overlap', () => {
    const pieces = fc.constantFrom(
      '(312) 867-0110',
      '+49 30 123456',
      '010-62345678',
      'Fax',
      ' / ',
      ', ',
      ' ',
      '2014',
      '-801',
      'x12',
      '転',
      '0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const phone of phones(text, { in: ['US', 'CN', 'DE'] })) {
          expect(phone.start).toBeGreaterThanOrEqual(end);
          expect(phone.end).toBeLessThanOrEqual(text.length);
          end = phone.end;
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decideDelimiter } from './decide-delimiter.ts';
import { decideEncoding } from './decide-encoding.ts';
import { encodeAs, utf16 } from './testing-files.ts';

const decide = (bytes: Uint8Array) => decideEncoding({ bytes });
const utf8 = (text: string) => new TextEncoder().encode(text);

const chinese = '客户名称,联系人,金额\r\n杭州商贸有限公司,曾惠,12\r\n内江百货,许安,7\r\n';
const traditional = '客戶名稱,聯絡人,金額\r\n臺北貿易有限公司,陳大文,12\r\n高雄百貨,林小姐,7\r\n';
const western =
  'Name;Firma;Betrag\r\nMüller;Söhne & Co;1.234,50\r\nLefèvre;Weiß;2\r\nØrsted;Ångström;3\r\nEuro;5 €;4\r\n';

describe('A3 the encoding of a file', () => {
  it('is told by its mark', async () => {
    expect(await decide(utf8(`\ufeff${chinese}`))).toEqual({ encoding: 'utf-8', by: 'mark' });
    expect(await decide(utf16(chinese, { order: 'le', mark: true }))).toEqual({ encoding: 'utf-16le', by: 'mark' });
    expect(await decide(utf16(chinese, { order: 'be', mark: true }))).toEqual({ encoding: 'utf-16be', by: 'mark' });
  });

  it('is UTF-16 when every other byte of its delimiters is zero', async () => {
    expect(await decide(utf16(chinese, { order: 'le', mark: false }))).toMatchObject({ encoding: 'utf-16le' });
    expect(await decide(utf16(western, { order: 'be', mark: false }))).toMatchObject({ encoding: 'utf-16be' });
  });

  it('is UTF-8 when all of it is, to the last byte', async () => {
    expect(await decide(utf8(chinese))).toEqual({ encoding: 'utf-8', by: 'strict-utf-8' });
    expect(await decide(utf8('name,amount\nAcme,1\n'))).toEqual({ encoding: 'utf-8', by: 'strict-utf-8' });
    const late = Buffer.concat([utf8('name,amount\n'.repeat(60_000)), encodeAs('windows-1252', 'Müller,1\n')]);
    expect(await decide(late)).toEqual({ encoding: 'windows-1252', by: 'evidence' });
  });

  it('is that of Chinese Excel when bytes pair into common characters', async () => {
    expect(await decide(encodeAs('gb18030', chinese))).toEqual({ encoding: 'gb18030', by: 'evidence' });
    expect(await decide(encodeAs('gb18030', '名称,金额\n甲,1\n'))).toMatchObject({ encoding: 'gb18030' });
    expect(await decide(encodeAs('gb18030', '产品,是否\nA1,是\nB2,否\n'))).toMatchObject({ encoding: 'gb18030' });
    expect(await decide(encodeAs('big5', traditional))).toEqual({ encoding: 'big5', by: 'evidence' });
  });

  it.each([
    ['windows-1252', western],
    ['windows-1252', 'Ärzte;Größe\nÄrger;1\n'],
    ['windows-1252', 'Nom,Prénom\nLefèvre,André\nBoché,Françoise\n'],
    ['windows-1252', 'Nombre,Año\nMuñoz,¿2024?\nÁlvarez,1\n'],
    ['windows-1250', 'Nazwa;Miasto\nŁódź;Kraków\nGdańsk;Świętokrzyskie\nJęczmień;żółć\n'],
    ['windows-1250', 'Název;Město\nPlzeň;Žďár\nHradec Králové;Říčany\nČeské Budějovice;Ústí\n'],
    ['windows-1250', 'Név;Város\nGyőr;Szűcs Ödön\nKecskemét;Erdősi Ágnes\n'],
  ] as const)('is %s for the letters of its language: %j', async (encoding, text) => {
    expect(await decide(encodeAs(encoding, text))).toEqual({ encoding, by: 'evidence' });
  });
});

describe('A3 the delimiter of a file', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    [western, ';'],
    ['EmployeeID\tTarget\tMonth\n1\t$500,000\tFriday, December 1, 2017\n2\t$50,000\tSaturday, July 1, 2017\n', '\t'],
    ['a|b|c\n1|2,5|3\n', '|'],
    ['name,note\n"x","Line 1; with; signs"\n"y","Line 2; more; signs"\n', ','],
    ['sep=;\na;b,c\n1;2\n', ';'],
    ['Report of May\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n', ';'],
    ['name\nAda\nBob\n', ','],
    ['a;b', ';'],
  ] as const)('of %j is %j', (text, delimiter) => {
    expect(decideDelimiter(text)).toBe(delimiter);
  });
});

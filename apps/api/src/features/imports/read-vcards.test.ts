import { describe, expect, it } from 'vitest';
import { openTable } from './read-file.ts';
import { surveyTable } from './survey-table.ts';
import { encodeAs, utf16 } from './testing-files.ts';

/** The cards of a file as rows by column, without what is empty. */
async function cardsOf(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const table = await openTable({ bytes });
  const rows: Record<string, string>[] = [];
  for await (const line of table.lines())
    if (line.kind === 'row')
      rows.push(
        Object.fromEntries(
          table.headers.flatMap((header, index): [string, string][] => {
            const cell = line.cells[index] ?? '';
            return cell === '' ? [] : [[header, cell]];
          }),
        ),
      );
  return { rows, form: table.form, survey: await surveyTable(table) };
}
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('A3 vCard', () => {
  it('2.1 with quoted-printable text in several lines and a character set of its own', async () => {
    const { rows } = await cardsOf(
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=E6=98=8E;;;',
        'ORG;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=BB=AA=D0=C5;=CF=FA=CA=DB=B2=BF',
        'TEL;CELL;PREF:+86 138 0013 8000',
        'TEL;WORK;FAX:+86 10 5555 0000',
        'TEL;WORK:+86 10 5555 1234',
        'EMAIL;INTERNET:wang@huaxin.example',
        'NOTE;ENCODING=QUOTED-PRINTABLE:first line=0D=0A=',
        'second line =3D done',
        'PHOTO;ENCODING=BASE64;JPEG:',
        ' /9j/4AAQSkZJRgABAQ==',
        '',
      ),
    );
    expect(rows).toEqual([
      {
        ...{ Name: '王小明', Company: '华信', Phone: '+86 138 0013 8000', 'Phone 2': '+86 10 5555 1234' },
        ...{ Email: 'wang@huaxin.example', Notes: 'first line\nsecond line = done' },
      },
    ]);
  });

  it('3.0 with groups, folded lines, escapes and several addresses, the preferred first', async () => {
    const { rows } = await cardsOf(
      card(
        'VERSION:3.0',
        'UID:urn:uuid:4fbe8971',
        'FN:Jane Do',
        ' e\\, PhD',
        'N:Doe;Jane;;;PhD',
        'ORG:Borealis\\; Sons;Sales',
        'TITLE:Head of purchasing',
        'item1.EMAIL;TYPE=home:jane@home.example',
        'item2.EMAIL;type=INTERNET,pref:jane@borealis.example',
        'ADR;TYPE=work:;;12 High Street;London;;N1 9GU;United Kingdom',
        'URL:https\\://borealis.example',
        'NOTE:met at the fair\\nlikes tea',
      ),
    );
    expect(rows).toEqual([
      {
        ...{ Name: 'Jane Doe, PhD', 'Job title': 'Head of purchasing', Company: 'Borealis; Sons' },
        ...{ Email: 'jane@borealis.example', 'Email 2': 'jane@home.example', Website: 'https://borealis.example' },
        ...{ Address: '12 High Street, London, N1 9GU, United Kingdom', Notes: 'met at the fair\nlikes tea' },
        'Contact ID': 'urn:uuid:4fbe8971',
      },
    ]);
  });

  it('4.0 with addresses as links, quoted parameters and preferences in numbers', async () => {
    const { rows } = await cardsOf(
      card(
        'VERSION:4.0',
        'KIND:individual',
        'FN:Ida Lund',
        'TEL;VALUE=uri;PREF=2;TYPE="voice,work":tel:+45-33-11-22-33;ext=44',
        'TEL;VALUE=uri;PREF=1;TYPE=cell:tel:+45-20-11-22-33',
        'ADR;LABEL="Main: 5; Copenhagen":;;Main 5;Copenhagen;;1000;Denmark',
        'BDAY:19800401',
      ),
    );
    expect(rows).toEqual([
      {
        ...{ Name: 'Ida Lund', Phone: '+45-20-11-22-33', 'Phone 2': '+45-33-11-22-33 x44' },
        ...{ Address: 'Main 5, Copenhagen, 1000, Denmark', Birthday: '19800401' },
      },
    ]);
  });

  it('many in a file, each on its line; a company by its name; one within another left out', async () => {
    const text = [
      card('VERSION:3.0', 'FN:Ada'),
      card('VERSION:3.0', 'ORG:Borealis', 'TEL:1'),
      card('VERSION:2.1', 'FN:Bob', 'AGENT:', 'BEGIN:VCARD', 'FN:His assistant', 'END:VCARD', 'TITLE:Buyer'),
    ].join('\r\n');
    const { rows, survey } = await cardsOf(text);
    expect(rows).toEqual([
      { Name: 'Ada' },
      { Name: 'Borealis', Company: 'Borealis', Phone: '1' },
      { Name: 'Bob', 'Job title': 'Buyer' },
    ]);
    expect(survey.rows).toBe(3);
  });

  it('without an end, and text that belongs to none, are told and not brought in', async () => {
    const text = `${card('FN:Ada')}hello\r\nBEGIN:VCARD\r\nFN:Bob\r\n${card('FN:Cem')}BEGIN:VCARD\r\nFN:Dan\r\n`;
    const { rows, survey } = await cardsOf(text);
    expect(rows).toEqual([{ Name: 'Ada' }, { Name: 'Cem' }]);
    expect(survey.brokenCounts).toEqual({ 'not-a-card': 3 });
  });

  it.each([
    ['gb18030', encodeAs('gb18030', card('FN:王小明', 'ORG:杭州商贸有限公司', 'TITLE:采购部经理'))],
    ['utf-16le', utf16(card('FN:王小明', 'ORG:杭州商贸有限公司', 'TITLE:采购部经理'), { order: 'le', mark: true })],
    ['utf-8', new TextEncoder().encode(`\ufeff${card('FN:王小明', 'ORG:杭州商贸有限公司', 'TITLE:采购部经理')}`)],
  ])('saved in %s', async (encoding, bytes) => {
    const { rows, form } = await cardsOf(bytes);
    expect(rows).toEqual([{ Name: '王小明', Company: '杭州商贸有限公司', 'Job title': '采购部经理' }]);
    expect(form).toMatchObject({ format: 'vcard', encoding: { encoding } });
  });
});

import { locales } from '@milepost/contract/organisation';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { editionPdf } from './edition-pdf.ts';
import { editionWorkbook } from './edition-workbook.ts';
import { editionOfAll } from './testing-paper.ts';

async function workbookOf(locale: (typeof locales)[number]): Promise<exceljs.Workbook> {
  const pieces: Uint8Array[] = [];
  for await (const piece of editionWorkbook(editionOfAll(locale))) pieces.push(piece);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.concat(pieces) as never);
  return workbook;
}

describe.each(locales)('an edition on paper in %s', (locale) => {
  it('carries its font, of which only the signs that it needs, and is the same file each time', {
    timeout: 60_000,
  }, async () => {
    const bytes = Buffer.from(await editionPdf(editionOfAll(locale)));
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF')).toBe(true);
    expect(text.match(/\/FontName \/[A-Z]{6}\+NotoSansHans-(Regular|Bold)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(bytes.length).toBeLessThan(300_000);
    expect(Buffer.from(await editionPdf(editionOfAll(locale))).equals(bytes)).toBe(true);
  });

  it('is a workbook of figures, charts, tables and words, in which what is not known is an empty cell', async () => {
    const workbook = await workbookOf(locale);
    const { words } = editionOfAll(locale);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...[words.title.week, words.chart, words.tables.moved, words.sections.pledges, words.words, words.changed],
    ]);
    const [figures, charts, moved] = workbook.worksheets;
    const row = (at: number) => ((figures?.getRow(at).values ?? []) as unknown[]).slice(1);
    expect(row(3)).toEqual([words.sections.revenue, words.figures.revenue, 123_456.78, -5, 'EUR']);
    expect(figures?.getCell('C4').value).toBeNull();
    expect(figures?.getCell('F4').value).toBe(words.reasons['no-plan']);
    expect(charts?.getCell('C3').value).toBeNull();
    // A name that looks like a formula stands as text.
    expect(moved?.getCell('A2').value).toBe('=SUM(A1) & <b>泵</b>');
  });
});

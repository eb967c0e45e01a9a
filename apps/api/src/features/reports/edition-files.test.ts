import { locales } from '@milepost/contract/organisation';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../records/testing-zip.ts';
import { editionPdf } from './edition-pdf.ts';
import { editionWorkbook } from './edition-workbook.ts';
import { editionOfAll } from './testing-paper.ts';

type Locale = (typeof locales)[number];

async function bytesOf(locale: Locale): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of editionWorkbook(editionOfAll(locale))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function workbookOf(locale: Locale): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await bytesOf(locale)) as never);
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
      ...[
        words.title.week,
        words.chart,
        words.chartValues,
        words.tables.moved,
        words.sections.pledges,
        words.words,
        words.changed,
      ],
    ]);
    const [figures, , charts, moved] = workbook.worksheets;
    const row = (at: number) => ((figures?.getRow(at).values ?? []) as unknown[]).slice(1);
    expect(row(3)).toEqual([words.sections.revenue, words.figures.revenue, 123_456.78, -5, 'EUR']);
    expect(figures?.getCell('C4').value).toBeNull();
    expect(figures?.getCell('F4').value).toBe(words.reasons['no-plan']);
    expect(charts?.getCell('C3').value).toBeNull();
    // A name that looks like a formula stands as text.
    expect(moved?.getCell('A2').value).toBe('=SUM(A1) & <b>泵</b>');
  });

  it('draws in the workbook the charts of the page, from the cells beside them, and is the same file each time', async () => {
    const { words } = editionOfAll(locale);
    const bytes = await bytesOf(locale);
    const [columns = '', steps = '', ...more] = await textsIn(bytes, 'xl/charts/');
    expect(more).toEqual([]);
    expect(columns).toContain(`<a:t>${words.charts.revenue}</a:t>`);
    expect(columns).toContain(`<c:f>'${words.chartValues}'!$C$2:$C$4</c:f>`);
    // What is not known is a gap, and no zero.
    expect(/<c:val>.*<\/c:val>/.exec(columns)?.[0]).toContain(
      '<c:ptCount val="3"/><c:pt idx="0"><c:v>-5</c:v></c:pt><c:pt idx="2"><c:v>123456.78</c:v></c:pt>',
    );
    const values = [...steps.matchAll(/<c:val>.*?<\/c:val>/g)].map(([series]) =>
      [...series.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => Number(value)),
    );
    const [lifted, above, below, room] = [
      [0, 900_000, 750_000, 0],
      [900_000, 250_000, 400_000, 750_000],
      [0, 0, 0, 0],
      [230_000, 230_000, 230_000, 230_000],
    ];
    expect(values).toEqual([lifted, above, below, room]);
    const sheet = (await workbookOf(locale)).getWorksheet(words.chartValues);
    expect(sheet?.getRow(6).values).toEqual([
      ...[undefined, words.charts.movement, words.labels.new, 250_000, 'EUR', 900_000, 250_000, 0, 230_000],
    ]);
    expect((await bytesOf(locale)).equals(bytes)).toBe(true);
  });
});

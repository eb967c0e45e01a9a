// Programs that only include this file need its words for pdfmake too.
/// <reference path="./pdfmake.d.ts" />
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EditionTable } from '@milepost/contract/reports';
import { drawChart } from '@milepost/core/reports/draw-chart';
import type { Content, PageDefinition, TableCell } from 'pdfmake';
import { paperFont, paperInks, svgOf } from './edition-drawing.ts';
import { chartOf, type EditionOnPaper, labelOf, noteOf, spanOf, stateOf } from './edition-paper.ts';

/** A font for Latin and both ways of writing Chinese; of it only the signs that a document needs go into it (decisions/0008). */
const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const faces = {
  normal: join(fonts, 'NotoSansHans-Regular.otf'),
  bold: join(fonts, 'NotoSansHans-Bold.otf'),
};

/** Whoever sets the page is only brought in when somebody asks for one: a server starts without. */
let press: Promise<typeof import('pdfmake')['default']> | undefined;
async function openPress() {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({ [paperFont]: { ...faces, italics: faces.normal, bolditalics: faces.bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === faces.normal || path === faces.bold);
  return pdfmake;
}

const { ink, quietInk, rule, accent } = paperInks;
const heading = (text: string): Content => ({ text, style: 'heading', tocItem: true });
const quiet = (text: string): Content => ({ text, color: quietInk });
const right = (text: string): TableCell => ({ text, alignment: 'right' });

/** A table with a head that is repeated on each page; `ends` are the columns of figures. */
function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: ('*' | 'auto' | number)[],
  ends: readonly number[],
): Content {
  const cell = (text: string, at: number): TableCell => (ends.includes(at) ? right(text) : { text });
  return {
    style: 'table',
    layout: {
      hLineWidth: (at) => (at === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => rule,
      paddingLeft: (at) => (at === 0 ? 0 : 12),
      paddingRight: () => 0,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    table: {
      ...{ headerRows: 1, widths, dontBreakRows: true },
      body: [
        head.map(
          (text, at): TableCell => ({
            text,
            color: quietInk,
            ...(ends.includes(at) ? { alignment: 'right' as const } : {}),
          }),
        ),
        ...rows.map((row) => row.map(cell)),
      ],
    },
  };
}

function sectionOf(
  paper: EditionOnPaper,
  section: EditionOnPaper['reading']['content']['sections'][number],
): Content[] {
  const { words, formats } = paper;
  const figures = tableOf(
    [words.figure, words.value, words.before, words.note],
    section.figures.map((one) => [
      ...[
        words.figures[one.key],
        formats.figure(one.value, one.unit),
        one.before === null ? '' : formats.figure(one.before, one.unit),
      ],
      noteOf(paper, one),
    ]),
    [150, 95, 95, '*'],
    [1, 2],
  );
  const charts = section.charts.map(
    (chart): Content => ({
      stack: [
        { text: words.charts[chart.key], style: 'caption' },
        { svg: svgOf(drawChart(chartOf(paper, chart))), width: 480 },
      ],
      unbreakable: true,
    }),
  );
  const tables = section.tables.map((table): Content => ({ stack: partsOf(paper, table), unbreakable: true }));
  // A heading never stands alone at the end of a page: whatever comes first stays with it.
  const [first, ...rest] = [...(section.figures.length > 0 ? [figures] : []), ...charts, ...tables];
  return [{ stack: [heading(words.sections[section.key]), ...(first ? [first] : [])], unbreakable: true }, ...rest];
}

function partsOf(paper: EditionOnPaper, { key, unit, rows, more }: EditionTable): Content[] {
  const { words, formats } = paper;
  const hasShares = rows.some(({ share }) => share !== null);
  const hasNotes = rows.some(({ note }) => note !== null);
  const head = [words.name, ...(hasNotes ? [words.beside] : []), words.value, ...(hasShares ? [words.share] : [])];
  const cells = rows.map(({ label, note, value, share }) => [
    ...[labelOf(paper, label), ...(hasNotes ? [note ? labelOf(paper, note) : ''] : []), formats.figure(value, unit)],
    ...(hasShares ? [formats.figure(share, 'ratio')] : []),
  ]);
  return [
    { text: words.tables[key], style: 'caption' },
    tableOf(
      head,
      cells,
      ['*', ...(hasNotes ? [140] : []), 100, ...(hasShares ? [50] : [])],
      hasNotes ? [2, 3] : [1, 2],
    ),
    ...(more > 0 ? [quiet(words.more(more))] : []),
  ];
}

function pledgesOf({ reading: { content }, words, formats }: EditionOnPaper): { due: Content; made: Content } {
  const due =
    content.due.length === 0
      ? quiet(words.nothingDue)
      : tableOf(
          [words.kind, words.text, words.dueOn, words.standing],
          content.due.map((one) => [
            ...[
              words.pledgeKinds[one.kind],
              one.reason ? `${one.text}\n${one.reason}` : one.text,
              formats.day(one.dueOn),
            ],
            words.standings[one.standing],
          ]),
          [70, '*', 70, 60],
          [],
        );
  const made =
    content.made.length === 0
      ? quiet(words.nothingMade)
      : tableOf(
          [words.kind, words.text, words.dueOn],
          content.made.map((one) => [words.pledgeKinds[one.kind], one.text, formats.day(one.dueOn)]),
          [70, '*', 70],
          [],
        );
  return { due, made };
}

function wordsOf({ reading: { content }, words }: EditionOnPaper): Content[] {
  const said = (['achieved', 'obstacles', 'outlook'] as const).map((key): Content[] => [
    { text: words[key], style: 'caption' },
    content.words[key] ? { text: content.words[key] } : quiet(words.nothingSaid),
  ]);
  const [first = [], ...rest] = said;
  const isLong = (content.words.achieved?.length ?? 0) > 1500;
  return [{ stack: [heading(words.words), ...first], unbreakable: !isLong }, ...rest.flat()];
}

function commentsOf({ comments, words, formats }: EditionOnPaper): Content[] {
  const said = comments.map(
    ({ by, text, createdAt }): Content => ({
      stack: [quiet(`${by?.name ?? '—'} · ${formats.instant(createdAt)}`), { text, margin: [0, 0, 0, 4] }],
      unbreakable: true,
    }),
  );
  return [heading(words.comments), ...(said.length === 0 ? [quiet(words.noComments)] : said)];
}

function changedOf({ reading, words, formats }: EditionOnPaper): Content[] {
  if (reading.changed.length === 0) return [];
  const rows = reading.changed.map(({ key, unit, was, now, difference }) => [
    ...[words.figures[key], formats.figure(was, unit), formats.figure(now, unit), formats.difference(difference, unit)],
  ]);
  const head = [words.figure, words.was, words.now, words.difference];
  return [heading(words.changed), quiet(words.changedSentence), tableOf(head, rows, ['*', 95, 95, 95], [1, 2, 3])];
}

function documentOf(paper: EditionOnPaper): PageDefinition {
  const { reading, words, formats, locale } = paper;
  const { content, edition } = reading;
  const { due, made } = pledgesOf(paper);
  const title = words.title[content.kind];
  const marks = [
    ...[stateOf(paper), words.asOf(formats.day(content.asOf))],
    ...(edition.signedBy && edition.signedAt
      ? [words.signed(edition.signedBy.name, formats.instant(edition.signedAt))]
      : []),
  ];
  return {
    ...{ pageSize: 'A4', pageMargins: [57, 50, 57, 50], language: locale, displayTitle: true },
    info: {
      ...{ title: `${title} · ${content.person.name} · ${spanOf(paper)}`, author: content.person.name },
      // One edition is one file, whenever it is asked for.
      creationDate: new Date(edition.frozenAt ?? reading.asOf),
    },
    defaultStyle: { font: paperFont, fontSize: 9, lineHeight: 1.3, color: ink },
    styles: {
      title: { fontSize: 20, bold: true, lineHeight: 1.2 },
      heading: { fontSize: 13, bold: true, color: accent, margin: [0, 14, 0, 4], lineHeight: 1.2 },
      caption: { bold: true, margin: [0, 8, 0, 3] },
      table: { margin: [0, 2, 0, 4] },
    },
    footer: (page, pages) => ({
      columns: [
        { text: edition.hash ? words.hash(edition.hash) : words.draft, fontSize: 6.5, color: quietInk },
        { text: words.page(page, pages), alignment: 'right', color: quietInk, width: 60 },
      ],
      margin: [57, 14, 57, 0],
    }),
    content: [
      quiet(content.organisation),
      { text: title, style: 'title' },
      { text: `${content.person.name} · ${spanOf(paper)}`, fontSize: 12, margin: [0, 0, 0, 4] },
      ...marks.map(quiet),
      { toc: { title: { text: words.contents, style: 'caption' } }, margin: [0, 6, 0, 0] },
      { stack: [heading(words.opening), due], unbreakable: content.due.length < 12 },
      ...content.sections.flatMap((section) => sectionOf(paper, section)),
      ...wordsOf(paper),
      { stack: [heading(words.made), made], unbreakable: content.made.length < 12 },
      ...commentsOf(paper),
      ...changedOf(paper),
    ],
  };
}

/** An edition as PDF: A4, its font embedded, its charts the same drawings as on the screen. */
export async function editionPdf(paper: EditionOnPaper): Promise<Uint8Array> {
  press ??= openPress();
  return (await press).createPdf(documentOf(paper)).getBuffer();
}

import type { ExportFormat } from '@milepost/contract/imports';
import { csvOf } from '../features/imports/write-csv.ts';
import type { Exported } from './export-kind.ts';
import { vcardOf } from './write-vcard.ts';
import { workbookOf } from './write-workbook.ts';

type Pieces = AsyncGenerator<string | Uint8Array>;
type Records = AsyncIterable<Exported>;

async function* cellsOf(records: Records) {
  for await (const { cells } of records) yield cells;
}

/** A JSON array, a record a line. */
export async function* jsonOf(views: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const view of views) {
    yield before + JSON.stringify(view);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* viewsOf(records: Records) {
  for await (const { view } of records) yield view;
}

async function* cardsOf(records: Records): AsyncGenerator<string> {
  for await (const { card } of records) if (card) yield vcardOf(card);
}

/** How a list is written in each format, and what a browser is told that it is. */
export const exportFiles: Readonly<
  Record<ExportFormat, { mediaType: string; write(name: string, header: readonly string[], records: Records): Pieces }>
> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: (_, header, records) => csvOf(header, cellsOf(records)) },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (name, header, records) => workbookOf(name, header, cellsOf(records)),
  },
  json: { mediaType: 'application/json; charset=utf-8', write: (_, __, records) => jsonOf(viewsOf(records)) },
  vcf: { mediaType: 'text/vcard; charset=utf-8', write: (_, __, records) => cardsOf(records) },
};

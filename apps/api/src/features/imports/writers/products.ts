import { productColumns, products } from '../../products/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { RecordWriter, saying } from '../record-writer.ts';

export const blankProduct = {
  external_id: null,
  line: null,
  kind: null,
  margin_class: null,
  list_price_minor: null,
};

/** What is sold. */
export async function writeProducts(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const writer = await RecordWriter.open(run, products, { blank: blankProduct });
  for (const row of rows) {
    const listPriceMinor = run.minor(row, 'listPrice');
    if (run.isRejected(row)) continue;
    const [name, externalId] = [run.text(row, 'name'), run.text(row, 'externalId')];
    const patch = saying({
      name,
      externalId,
      line: run.text(row, 'line'),
      kind: run.text(row, 'kind'),
      marginClass: run.text(row, 'marginClass'),
      listPriceMinor,
    });
    await writer.put(row, { externalId, name }, { said: productColumns(patch) });
  }
  await writer.flush();
}

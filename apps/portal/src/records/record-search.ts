import type { RecordSearch } from '../frame/features.ts';
import type { AnyRecord, RecordKind } from './record-kind.ts';
import { recordsPage } from './records.queries.ts';

const foundAtOnce = 8;

/**
 * How the search of the frame reaches a kind of record: by its list.
 * @param noteOf what tells two records of one name apart.
 */
export const recordSearch = <View extends AnyRecord & { name: string }>(
  kind: RecordKind,
  { noteOf, ...look }: Pick<RecordSearch, 'labelKey' | 'icon' | 'order'> & { noteOf: (record: View) => string | null },
): RecordSearch => ({
  ...look,
  find: async (q, signal) =>
    (await recordsPage<View>(kind, { q, limit: foundAtOnce }, signal)).items.map((record) => ({
      id: record.id,
      label: record.name,
      note: noteOf(record),
      to: `${kind.place}/${record.id}`,
    })),
});

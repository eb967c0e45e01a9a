import { fromJson } from './columns.ts';
import type { ChangeTable } from './tables/changes.ts';
import type { StageEntryTable } from './tables/records.ts';

type Told = Pick<ChangeTable, 'org_id' | 'id' | 'at' | 'subject' | 'record_id' | 'after'>;

/**
 * The entries into stages that changes tell of: whatever moves an opportunity says so in the change record, so that no way of
 * moving one can forget its entry. A change is one entry at most and lends it its id.
 * @param dayOf the civil day of an instant
 */
export function stageEntriesOf(changes: readonly Told[], dayOf: (at: string) => string): StageEntryTable[] {
  return changes.flatMap(({ org_id, id, at, subject, record_id, after }) => {
    if (subject !== 'opportunity' || after === null) return [];
    const { stage_id } = fromJson<{ stage_id?: unknown }>(after);
    if (typeof stage_id !== 'string') return [];
    return [{ org_id, id, opportunity_id: record_id, stage_id, entered_on: dayOf(at), at }];
  });
}

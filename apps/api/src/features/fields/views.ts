import type { CustomFieldView } from '@milepost/contract/fields';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { CustomFieldTable } from '../../db/tables/fields.ts';

export const customFieldViews = async (
  _: Db,
  __: Actor,
  rows: readonly CustomFieldTable[],
): Promise<CustomFieldView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    subject: row.subject,
    name: row.name,
    type: row.type,
    choices: fromJson<string[]>(row.choices),
    isRequired: row.is_required === 1,
    position: row.position,
  }));

import type { ResourceNeedView, ResourceView } from '@milepost/contract/resources';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ResourceNeedTable, ResourceTable } from '../../db/tables/planning.ts';

const workOf = (row: ResourceTable | ResourceNeedTable) => ({
  role: row.role,
  hoursPerWeek: row.minutes_per_week / 60,
  from: row.from_day,
  to: row.to_day,
  skills: row.skills,
  note: row.note,
});

/** What somebody costs is told to those who plan. */
export async function resourceViews(db: Db, actor: Actor, rows: readonly ResourceTable[]): Promise<ResourceView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => {
    const person = nameOf(names.person, row.person_id);
    return {
      ...recordFields(row),
      ...workOf(row),
      personId: row.person_id,
      person,
      helper: row.helper,
      name: person?.name ?? row.helper ?? '',
      purpose: row.purpose,
      costMinor: actor.role === 'rep' ? null : row.cost_minor,
      currency: row.currency,
    };
  });
}

export const needViews = async (_: Db, __: Actor, rows: readonly ResourceNeedTable[]): Promise<ResourceNeedView[]> =>
  rows.map((row) => ({ ...recordFields(row), ...workOf(row), name: row.name }));

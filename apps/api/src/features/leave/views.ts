import { workingOf } from '@milepost/contract/calendar';
import type { LeaveView } from '@milepost/contract/leave';
import { daysOffOf, workdaysOff } from '@milepost/core/leave/leave';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { LeaveTable } from '../../db/tables/planning.ts';
import { leaveOf } from './store.ts';

export async function leaveViews(db: Db, actor: Actor, rows: readonly LeaveTable[]): Promise<LeaveView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  const calendar = workingOf(actor.organisation);
  return rows.map((row) => {
    const leave = leaveOf(row);
    return {
      ...recordFields(row),
      personId: row.person_id,
      person: nameOf(names.person, row.person_id),
      kind: row.kind,
      from: row.from_day,
      to: row.to_day,
      halfDays: row.half_days,
      note: row.note,
      workdays: workdaysOff(daysOffOf([leave]), leave, calendar),
    };
  });
}

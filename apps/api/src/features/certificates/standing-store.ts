import { goalOn } from '@milepost/core/certificates/goal';
import type { AwardTable, GoalTable } from '../../db/tables/growth.ts';

/** Where the goal of a certificate stands on a day. `windows` are the months of the renewal windows by certificate. */
export const standingOf = (
  { person_id, certificate_id, due_on }: GoalTable,
  held: readonly AwardTable[],
  windows: ReadonlyMap<string, number>,
  day: string,
) =>
  goalOn(
    { dueOn: due_on, windowMonths: windows.get(certificate_id ?? '') ?? 0 },
    held
      .filter((row) => row.person_id === person_id && row.certificate_id === certificate_id)
      .map((row) => ({ completedOn: row.completed_on, expiresOn: row.expires_on })),
    day,
  );

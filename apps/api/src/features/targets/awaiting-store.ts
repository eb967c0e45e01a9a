import { answersOf } from '@milepost/core/targets/answers';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { stepOf, steps } from './steps-store.ts';
import { personsOf } from './whole-sight-store.ts';

/** Targets in which somebody was asked whether they stand by their quota, and has not answered. */
export async function awaitingAnswer(db: Db, orgId: string, personId: string): Promise<TargetTable[]> {
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('archived_at', 'is', null)
    // With its people, and somebody is silent or disputes: an accepted one was answered by all.
    .where('status', 'in', ['submitted', 'disputed'])
    .orderBy('id')
    .execute();
  const waiting: TargetTable[] = [];
  for (const row of rows.filter((one) => personsOf(one).includes(personId))) {
    const told = await steps.of(db, orgId, row.id);
    if (answersOf(personsOf(row), told.map(stepOf))?.get(personId) === 'asked') waiting.push(row);
  }
  return waiting;
}

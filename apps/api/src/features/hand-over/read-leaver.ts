import { type LeaverView, type OwnedGroup, ownedKinds } from '@milepost/contract/hand-over';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { leavers } from './leaver-store.ts';
import { demandLeaver } from './may-hand-over.ts';
import { ownedRows, targetsAfter } from './owned-store.ts';

const shown = 100;

/** Everything that is in somebody's name, kind by kind. @throws Failure `not-found`, `not-allowed` */
export async function readLeaver(db: Db, actor: Actor, today: string, personId: string): Promise<LeaverView> {
  const person = await demandLeaver(db, actor, personId);
  const leaver = await leavers.find(db, actor, personId);
  const day = leaver?.last_day ?? today;
  const groups: OwnedGroup[] = [];
  for (const kind of ownedKinds) {
    const rows =
      kind === 'target'
        ? await targetsAfter(db, actor.orgId, personId, day)
        : await ownedRows(db, actor.orgId, { personId, kind, day: today });
    if (rows.length === 0) continue;
    const first = rows.slice(0, shown);
    const names = await namesOf(db, actor, {
      account: first.map((row) => row.account_id),
      person: first.map((row) => row.backup_id),
    });
    groups.push({
      kind,
      count: rows.length,
      items: first.map(({ id, version, name, account_id, backup_id }) => ({
        id,
        version,
        name,
        account: nameOf(names.account, account_id),
        backup: nameOf(names.person, backup_id === personId ? null : backup_id),
      })),
    });
  }
  return {
    person: { id: person.id, name: person.name },
    isActive: isSet(person.is_active),
    lastDay: leaver?.last_day ?? null,
    leftAt: leaver?.left_at ?? null,
    asOf: today,
    total: groups.reduce((sum, { count }) => sum + count, 0),
    groups,
  };
}

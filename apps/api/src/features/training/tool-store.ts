import { firstUses, toolSteps } from '@milepost/core/training/tools';
import type { Db } from '../../db/open.ts';

const subjects = [...new Set(toolSteps.map(({ subject }) => subject))];

/** What somebody did with the product, as the change record tells it: when each thing for the first time. */
export async function toolUses(db: Db, orgId: string, personId: string) {
  const rows = await db
    .selectFrom('change')
    .select(['subject', 'action', 'after'])
    .select((eb) => eb.fn.min('at').as('at'))
    .where('org_id', '=', orgId)
    .where('actor_id', '=', personId)
    // What a program did with a key, nobody has learned by it.
    .where('api_key_id', 'is', null)
    .where('subject', 'in', subjects)
    .where((eb) =>
      eb.or(toolSteps.map(({ subject, action }) => eb.and([eb('subject', '=', subject), eb('action', '=', action)]))),
    )
    .groupBy(['subject', 'action', 'after'])
    .execute();
  return firstUses(
    rows.map(({ subject, action, after, at }) => ({ subject, action, at: String(at), source: sourceIn(after) })),
  );
}

function sourceIn(after: string | null): string | null {
  const source = after === null ? null : (JSON.parse(after) as { source?: unknown }).source;
  return typeof source === 'string' ? source : null;
}

/** Was it noted already that somebody has opened this? */
export const isNoted = async (db: Db, orgId: string, personId: string, action: string): Promise<boolean> =>
  (await db
    .selectFrom('change')
    .select('id')
    .where('org_id', '=', orgId)
    .where('subject', '=', 'tool_use')
    .where('record_id', '=', personId)
    .where('action', '=', action)
    .executeTakeFirst()) !== undefined;

import type { ApiKeyArea, ApiKeyView } from '@milepost/contract/api-keys';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { ApiKeyTable } from '../../db/tables/platform.ts';

export async function apiKeyViews(
  db: Db,
  actor: Actor,
  rows: readonly ApiKeyTable[],
  now: string,
): Promise<ApiKeyView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope,
    areas: row.areas === null ? null : fromJson<ApiKeyArea[]>(row.areas),
    person: nameOf(names.person, row.person_id) ?? { id: row.person_id, name: '' },
    ending: row.ending,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    state: row.revoked_at ? 'revoked' : row.expires_at !== null && row.expires_at <= now ? 'expired' : 'active',
  }));
}

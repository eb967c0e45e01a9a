import { randomBytes } from 'node:crypto';
import type { NewApiKey } from '@milepost/contract/api-keys';
import type { Actor } from '../../auth/actor.ts';
import { apiKeyPrefix, hashOfApiKey } from '../../auth/api-key.ts';
import { toJson } from '../../db/columns.ts';
import type { ApiKeyTable } from '../../db/tables/platform.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { apiKeys } from './store.ts';

const endingLength = 4;

/**
 * Makes a key that acts as the one who makes it, and answers its secret this once: asked again with the same id, the secret is
 * not known any more.
 * @throws Failure `invalid-input` where it would be over already, `id-taken`
 */
export const makeApiKey = (
  deps: Deps,
  actor: Actor,
  { id, name, scope, areas = null, expiresAt = null }: NewApiKey,
): Promise<{ row: ApiKeyTable; secret: string | null }> =>
  deps.transact(actor, async (work) => {
    if (actor.personId === null) throw new Failure('not-allowed');
    if (expiresAt !== null && expiresAt <= work.at)
      throw new Failure('invalid-input', fieldIssue('/expiresAt', 'past', expiresAt));
    const secret = `${apiKeyPrefix}${randomBytes(32).toString('base64url')}`;
    const row: ApiKeyTable = {
      org_id: actor.orgId,
      id,
      person_id: actor.personId,
      name,
      scope,
      areas: areas === null ? null : toJson([...new Set(areas)].sort()),
      secret_hash: hashOfApiKey(secret),
      ending: secret.slice(-endingLength),
      created_at: work.at,
      expires_at: expiresAt,
      last_used_at: null,
      revoked_at: null,
    };
    if (!(await apiKeys.create(work, row))) {
      const there = await apiKeys.find(work.db, actor, id);
      if (!there) throw new Failure('id-taken');
      return { row: there, secret: null };
    }
    const after = { name, scope, areas, expires_at: expiresAt };
    work.changed({ subject: 'api_key', recordId: id, action: 'created', ownerId: actor.personId, after });
    return { row, secret };
  });

/** Ends a key at once. Revoking twice does nothing more. */
export const revokeApiKey = (deps: Deps, actor: Actor, id: string): Promise<ApiKeyTable> =>
  deps.transact(actor, async (work) => {
    const row = await apiKeys.find(work.db, actor, id);
    if (!row) throw new Failure('not-found');
    if (!(await apiKeys.revoke(work, id))) return row;
    work.changed({
      subject: 'api_key',
      recordId: id,
      action: 'revoked',
      ownerId: row.person_id,
      after: { name: row.name },
    });
    return { ...row, revoked_at: work.at };
  });

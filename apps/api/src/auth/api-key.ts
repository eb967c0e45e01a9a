import { createHash } from 'node:crypto';
import { apiKeyAreas } from '@milepost/contract/api-keys';
import { fromJson } from '../db/columns.ts';
import type { ApiKeyTable } from '../db/tables/platform.ts';
import { Failure } from '../http/failure.ts';
import type { ActingKey } from './actor.ts';

/** What every key begins with, so that it is known for one wherever it turns up. */
export const apiKeyPrefix = 'mpk_';

/** Keys have 256 bits of chance: a plain hash cannot be turned back. */
export const hashOfApiKey = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The hash of the key that a request carries; undefined when it carries none. */
export function apiKeyOf(headers: Headers): string | undefined {
  const secret = /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return secret?.startsWith(apiKeyPrefix) ? hashOfApiKey(secret) : undefined;
}

export const actingKeyOf = ({ id, scope, areas }: ApiKeyTable): ActingKey => ({
  id,
  scope,
  areas: areas === null ? null : fromJson(areas),
});

const areaOf = new Map(
  Object.entries(apiKeyAreas).flatMap(([area, parts]) => parts.map((part): [string, string] => [part, area])),
);
const reading = ['GET', 'HEAD'];

/**
 * May a key do this? An address that stands in no area is closed to every key.
 * @throws Failure `key-not-allowed`
 */
export function demandKeyMay(key: ActingKey, method: string, path: string): void {
  const part = path.replace(/^\/api\/v1\//, '').split(/[/.]/)[0] ?? '';
  const area = areaOf.get(part);
  const isRead = reading.includes(method);
  const isInArea = area !== undefined && (key.areas === null || key.areas.some((one) => one === area));
  if (!isInArea || !(isRead || (key.scope === 'write' && area !== 'people'))) throw new Failure('key-not-allowed');
}

const minuteMs = 60_000;

/** Counts the requests of each key on this node, minute by minute. @returns false when a key has had its share of this one */
export function keyRequests(limit: number): (keyId: string, now: string) => boolean {
  let minute = 0;
  let counts = new Map<string, number>();
  return (keyId, now) => {
    const at = Math.floor(Date.parse(now) / minuteMs);
    if (at !== minute) [minute, counts] = [at, new Map()];
    const count = (counts.get(keyId) ?? 0) + 1;
    counts.set(keyId, count);
    return count <= limit;
  };
}

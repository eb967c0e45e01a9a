import { Failure } from '../http/failure.ts';
import type { Actor } from './actor.ts';

/** Addresses, by their first part, that are open to members of other departments. Whatever comes new is closed to them. */
export const openToMembers: ReadonlySet<string> = new Set([
  ...['me', 'live', 'issues', 'issue-board', 'issue-parties', 'search'],
]);

/**
 * Lets members of other departments through to issues only. The predicate of sight says the same of every table; this is the second lock
 * on the door.
 * @throws Failure `not-found`
 */
export function demandMemberMay({ isConfined }: Actor, path: string): void {
  const part = path.replace(/^\/api\/v1\//, '').split(/[/.]/)[0] ?? '';
  if (isConfined && !openToMembers.has(part)) throw new Failure('not-found');
}

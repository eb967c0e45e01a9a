import type { Session } from '../sign-in/session.ts';

/** What the header says of the server. `unknown` until it was asked. */
export type ServerState = 'no-server' | 'signed-out' | 'unknown' | 'reachable' | 'unreachable';

/** `isReachable` is how the last request ended, null before the first. */
export type ServerFacts = { server: string | null; session: Session | null; isReachable: boolean | null };

/** One word for where the extension stands with its server. */
export function serverStateOf({ server, session, isReachable }: ServerFacts): ServerState {
  if (server === null) return 'no-server';
  if (session === null) return 'signed-out';
  if (isReachable === null) return 'unknown';
  return isReachable ? 'reachable' : 'unreachable';
}

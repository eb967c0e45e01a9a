import { storage } from 'wxt/utils/storage';
import { callServer } from '../server/call-server.ts';

/** Who is signed in, and where. `token` is the bearer token of the device sign-in. */
export type Session = {
  origin: string;
  token: string;
  personId: string;
  personName: string;
  organisation: string;
};

/** Readable by the extension's own pages and worker only, see `protectStorage`. */
export const sessionItem = storage.defineItem<Session | null>('local:session', { version: 1, fallback: null });

/** The account an item of the queue belongs to. */
export function accountOf({ origin, personId }: Session): string {
  return `${origin}#${personId}`;
}

export type Identified = { kind: 'known'; session: Session } | { kind: 'refused' } | { kind: 'no-answer' };

/** Asks the server who the token's owner is. */
export async function identify(origin: string, token: string): Promise<Identified> {
  const answer = await callServer(origin, { method: 'GET', path: '/api/v1/me', token });
  if (answer.kind === 'ok') {
    const me = answer.body as { person?: { id?: string; name?: string }; organisation?: { name?: string } };
    const { person, organisation } = me;
    if (typeof person?.id !== 'string') return { kind: 'no-answer' };
    const personName = person.name ?? '';
    return {
      kind: 'known',
      session: { origin, token, personId: person.id, personName, organisation: organisation?.name ?? '' },
    };
  }
  return answer.kind === 'problem' && answer.status < 500 ? { kind: 'refused' } : { kind: 'no-answer' };
}

import { callServer } from '../server/call-server.ts';
import type { Session } from '../sign-in/session.ts';
import { type NoteTarget, noteTargetKinds } from './note.ts';

type Said = Record<string, unknown>;
const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null;

/** Records in sight that a note can be about, the best first; null when the server gave no answer. */
export async function searchTargets(sought: string, { origin, token }: Session): Promise<NoteTarget[] | null> {
  const q = encodeURIComponent(sought.trim().slice(0, 200));
  const answer = await callServer(origin, {
    method: 'GET',
    path: `/api/v1/search?limit=20&q=${q}`,
    token,
    timeoutMs: 10_000,
  });
  if (answer.kind !== 'ok') return null;
  const items = isSaid(answer.body) && Array.isArray(answer.body['items']) ? answer.body['items'] : [];
  return items.filter(isSaid).flatMap(({ kind, id, label }) => {
    const found = noteTargetKinds.find((one) => one === kind);
    return found === undefined || typeof id !== 'string' || typeof label !== 'string'
      ? []
      : [{ kind: found, id, label }];
  });
}

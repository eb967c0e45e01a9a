import { callServer, type ServerAnswer } from '../server/call-server.ts';
import type { Clip } from './clip.ts';
import type { ClipOutcome, ClipRecord, Delivery } from './outbox-item.ts';

/** The longest one attempt may take. The lease on an item is longer, so no second attempt begins beside it. */
export const ATTEMPT_MS = 25_000;

export type Recipient = { origin: string; token: string };

/** Hands one clip to the server. The same clip id may be handed over again without harm. */
export async function sendClip(clip: Clip, { origin, token }: Recipient): Promise<Delivery> {
  const answer = await callServer(origin, {
    method: 'POST',
    path: '/api/v1/clips',
    token,
    body: clip,
    headers: { 'idempotency-key': clip.clipId },
    timeoutMs: ATTEMPT_MS,
  });
  return deliveryOf(answer);
}

/** Statuses after which the same request may well succeed: timeouts, too early, too many, and faults of the server's own. */
const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;

/** What an answer means for the item: delivered, for the person to decide, or to be tried again. */
export function deliveryOf(answer: ServerAnswer): Delivery {
  if (answer.kind === 'no-answer') return { result: 'unreachable', of: 'server', waitMs: 0 };
  if (answer.kind === 'ok') return receiptOf(answer.body);
  const { status, problem, waitMs } = answer;
  if (status === 401) return { result: 'refused', reason: { code: 'sign-in' } };
  if (isPassing(status)) {
    // A single item may make the server stumble; "too many" and "not now" speak of the server as a whole.
    return { result: 'unreachable', of: status === 429 || status === 503 ? 'server' : 'item', waitMs };
  }
  const { code: failure, detail, fix, fields } = problem;
  return { result: 'refused', reason: { code: 'refused', status, failure, detail, fix, fields } };
}

const OUTCOMES: readonly string[] = ['created', 'merged', 'known'] satisfies ClipOutcome[];
const KINDS: readonly string[] = ['lead', 'contact', 'account'];

function receiptOf(body: unknown): Delivery {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { outcome, leadId } = said;
  // "Saved" is said only after the server said so in so many words: a 200 from anybody else is not an answer.
  if (typeof outcome !== 'string' || !OUTCOMES.includes(outcome)) {
    return { result: 'unreachable', of: 'server', waitMs: 0 };
  }
  const lead: ClipRecord = typeof leadId === 'string' ? { kind: 'lead', id: leadId, label: '' } : null;
  return { result: 'accepted', outcome: outcome as ClipOutcome, record: recordOf(said['record']) ?? lead };
}

function recordOf(said: unknown): ClipRecord {
  if (typeof said !== 'object' || said === null) return null;
  const { kind, id, label } = said as Record<string, unknown>;
  if (typeof kind !== 'string' || !KINDS.includes(kind) || typeof id !== 'string') return null;
  return { kind: kind as 'lead', id, label: typeof label === 'string' ? label : '' };
}

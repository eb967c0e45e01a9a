import { noteBody } from '../notes/note.ts';
import { callServer, type ServerAnswer } from '../server/call-server.ts';
import type { Acceptance, ClipOutcome, ClipRecord, Delivery, MailOutcome, Parcel } from './outbox-item.ts';

/** The longest one attempt may take. The lease on an item is longer, so no second attempt begins beside it. */
export const ATTEMPT_MS = 25_000;

export type Recipient = { origin: string; token: string };

/** Hands one clip or note to the server. The same clip id may be handed over again without harm. */
export async function sendClip(clip: Parcel, { origin, token }: Recipient): Promise<Delivery> {
  const isNote = 'note' in clip;
  const answer = await callServer(origin, {
    method: 'POST',
    path: isNote ? '/api/v1/activities' : '/api/v1/clips',
    token,
    body: isNote ? noteBody(clip) : clip,
    headers: { 'idempotency-key': clip.clipId },
    timeoutMs: ATTEMPT_MS,
  });
  return deliveryOf(answer, clip);
}

/** Statuses after which the same request may well succeed: timeouts, too early, too many, and faults of the server's own. */
const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;

/** What an answer means for the item: delivered, for the person to decide, or to be tried again. */
export function deliveryOf(answer: ServerAnswer, clip: Parcel): Delivery {
  if (answer.kind === 'no-answer') return { result: 'unreachable', of: 'server', waitMs: 0 };
  if (answer.kind === 'ok') {
    const said = 'note' in clip ? noteAcceptance(answer.body, clip) : leadAcceptance(answer.body);
    // "Saved" is said only after the server said so in so many words: a 200 from anybody else is not an answer.
    return said === null ? { result: 'unreachable', of: 'server', waitMs: 0 } : { result: 'accepted', ...said };
  }
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

const isSaid = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function leadAcceptance(body: unknown): Acceptance | null {
  const said = isSaid(body) ? body : {};
  const { outcome, leadId, setId } = said;
  if (typeof outcome !== 'string' || !OUTCOMES.includes(outcome)) return null;
  const lead: ClipRecord = typeof leadId === 'string' ? { kind: 'lead', id: leadId, label: '' } : null;
  return {
    outcome: outcome as ClipOutcome,
    record: recordOf(said['record']) ?? lead,
    mail: mailOf(said['mail']),
    undo: typeof setId === 'string' ? { setId } : null,
  };
}

function noteAcceptance(body: unknown, { clipId, note }: Extract<Parcel, { note: unknown }>): Acceptance | null {
  if (!isSaid(body) || body['id'] !== clipId) return null;
  const { version } = body;
  const undo = typeof version === 'number' ? { activityId: clipId, version } : null;
  return { outcome: 'noted', record: note.about, mail: null, undo };
}

const MAIL_STATES: readonly string[] = ['logged', 'logged-before', 'not-logged'];

function mailOf(said: unknown): MailOutcome {
  if (!isSaid(said)) return null;
  const { state, by } = said;
  if (typeof state !== 'string' || !MAIL_STATES.includes(state)) return null;
  return { state: state as 'logged', by: typeof by === 'string' ? by : null };
}

function recordOf(said: unknown): ClipRecord {
  if (!isSaid(said)) return null;
  const { kind, id, label } = said;
  if (typeof kind !== 'string' || !KINDS.includes(kind) || typeof id !== 'string') return null;
  return { kind: kind as 'lead', id, label: typeof label === 'string' ? label : '' };
}

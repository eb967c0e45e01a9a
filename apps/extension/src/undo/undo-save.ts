import type { ClipId } from '../outbox/clip-id.ts';
import { forgetReceipt, outboxItemsOf, takeBack } from '../outbox/outbox-choices.ts';
import type { UndoWay } from '../outbox/outbox-item.ts';
import { callServer } from '../server/call-server.ts';
import type { Session } from '../sign-in/session.ts';

/** Takes one delivery back at the server. True when it is not there any more, also when somebody took it away before. */
async function undoAtServer(undo: UndoWay, { origin, token }: Session): Promise<boolean> {
  const [path, headers]: [string, Record<string, string>] =
    'setId' in undo
      ? [`/api/v1/changes/sets/${undo.setId}/undo`, {}]
      : [`/api/v1/activities/${undo.activityId}/archive`, { 'if-match': `"${undo.version}"` }];
  const answer = await callServer(origin, { method: 'POST', path, token, body: {}, headers });
  return answer.kind === 'ok' || (answer.kind === 'problem' && answer.status === 404);
}

/**
 * Takes back what was just saved: what still waits leaves the queue, what was delivered is undone at the server. Answers with the
 * clips that are saved no more; the others were changed meanwhile, are on their way, or the server does not answer.
 */
export async function undoSave(
  clipIds: readonly ClipId[],
  { session, nowMs }: { session: Session | null; nowMs: number },
): Promise<ClipId[]> {
  const undone: ClipId[] = [];
  for (const item of await outboxItemsOf(clipIds)) {
    if (item.state !== 'sent') {
      if (await takeBack(item.clipId, nowMs)) undone.push(item.clipId);
    } else if (session !== null && item.undo && (await undoAtServer(item.undo, session))) {
      await forgetReceipt(item.clipId);
      undone.push(item.clipId);
    }
  }
  return undone;
}

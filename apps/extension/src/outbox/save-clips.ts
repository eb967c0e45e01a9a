import type { Clip } from './clip.ts';
import { enqueue } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import { armDelivery, runDelivery } from './run-delivery.ts';

/**
 * Puts clips into the queue and begins to deliver it. Answers as soon as they are safe on this machine; the alarm is set before the
 * first attempt, so that closing the panel at once loses nothing.
 */
export async function saveClips(clips: readonly Clip[], account: string | null): Promise<OutboxItem[]> {
  const items = await enqueue(clips, { account, nowMs: Date.now() });
  await armDelivery();
  void runDelivery('all');
  return items;
}

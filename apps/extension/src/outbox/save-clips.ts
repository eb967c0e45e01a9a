import { enqueue } from './outbox.ts';
import type { OutboxItem, Parcel } from './outbox-item.ts';
import { armDelivery } from './run-delivery.ts';

/**
 * Puts clips into the queue and sets the alarm for their delivery, so that closing the panel at once loses nothing. Answers as
 * soon as they are safe on this machine; whoever calls delivers.
 */
export async function saveClips(clips: readonly Parcel[], account: string | null): Promise<OutboxItem[]> {
  const items = await enqueue(clips, { account, nowMs: Date.now() });
  await armDelivery();
  return items;
}

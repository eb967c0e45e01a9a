const CHANNEL = 'milepost-outbox';

/** Tells every open context that the queue changed; IndexedDB itself has no such event. */
export function announceOutboxChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Calls back whenever another context, or another part of this one, changed the queue. Answers with how to stop. */
export function onOutboxChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => listener();
  return () => channel.close();
}

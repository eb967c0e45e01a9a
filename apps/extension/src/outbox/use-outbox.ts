import { computed, onScopeDispose, type Ref, shallowRef } from 'vue';
import { readOutbox } from './outbox-choices.ts';
import { countOutbox, type OutboxCount, type OutboxItem } from './outbox-item.ts';
import { onOutboxChange } from './outbox-news.ts';
import { type RoundReport, runDelivery } from './run-delivery.ts';

export type Outbox = {
  items: Readonly<Ref<readonly OutboxItem[]>>;
  count: Readonly<Ref<OutboxCount>>;
  refresh: () => Promise<void>;
  /** Sends all that may go; used when the panel opens and when the line comes back. */
  deliver: () => Promise<RoundReport>;
};

/** Follows the queue, whoever changes it. */
export function useOutbox(): Outbox {
  const items = shallowRef<readonly OutboxItem[]>([]);
  const refresh = async (): Promise<void> => {
    items.value = await readOutbox();
  };
  onScopeDispose(onOutboxChange(() => void refresh()));
  const count = computed(() => countOutbox(items.value));
  return { items, count, refresh, deliver: () => runDelivery('all') };
}

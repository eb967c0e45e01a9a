import type { Page } from '@milepost/contract/page';
import type { DeliveryPage, DeliveryState, WebhookView } from '@milepost/contract/webhooks';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** One's own webhooks by name; for administrators those of everybody. */
export const webhooksQuery = defineQueryOptions({
  key: ['webhook', 'all'],
  query: ({ signal }) => http.get<Page<WebhookView>>('/webhooks', { query: { limit: 200 }, signal }),
});

/** What was sent to a webhook, newest first, a page at a time. */
export const deliveriesQuery = (webhookId: string, state: DeliveryState | null) => ({
  key: ['webhook', webhookId, 'deliveries', state ?? ''],
  initialPageParam: null as string | null,
  query: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    http.get<DeliveryPage>(`/webhooks/${webhookId}/deliveries`, { query: { state, after: pageParam }, signal }),
  getNextPageParam: (page: DeliveryPage) => page.next,
});

import type { MailPage, MailState } from '@milepost/contract/mail';
import { http } from '../http/http.ts';

/** The outbox, newest first, a page at a time; of one state where that is asked for. */
export const outboxQuery = (state: MailState | null) => ({
  key: ['mail', 'outbox', state ?? ''],
  initialPageParam: null as string | null,
  query: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    http.get<MailPage>('/mail', { query: { state, after: pageParam }, signal }),
  getNextPageParam: (page: MailPage) => page.next,
});

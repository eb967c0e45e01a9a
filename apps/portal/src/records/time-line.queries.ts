import type { TimeLinePage, TimeLinePart } from '@milepost/contract/time-line';
import { http } from '../http/http.ts';

/** A page of what happened with an account, newest first, narrowed to parts where some are named. */
export const timeLinePage = (
  accountId: string,
  { parts, after, signal }: { parts: readonly TimeLinePart[]; after: string | null; signal: AbortSignal },
): Promise<TimeLinePage> =>
  http.get<TimeLinePage>(`/accounts/${accountId}/time-line`, {
    query: { parts: parts.join(','), after, limit: 30 },
    signal,
  });

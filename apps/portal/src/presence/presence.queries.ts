import type { PresenceAt, PresenceView } from '@milepost/contract/presence';
import { http } from '../http/http.ts';

const pathOf = ({ subject, recordId }: PresenceAt): string => `/presence/${subject}/${recordId}`;

/** Says that one looks, and hears who else does. The live feed names this subject when somebody comes or goes. */
export const presenceQuery = (at: PresenceAt) => ({
  key: ['presence', at.subject, at.recordId],
  query: ({ signal }: { signal: AbortSignal }) => http.put<PresenceView>(pathOf(at), undefined, { signal }),
});

/** Says that one looks away; who cannot say it any more is forgotten soon. */
export const lookAway = (at: PresenceAt): Promise<void> => http.delete<void>(pathOf(at)).catch(() => {});

import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** A signed-in device, as the auth library describes it. Instants are ISO-Z text. */
export type DeviceSession = {
  id: string;
  token: string;
  userAgent: string | null;
  ipAddress: string | null;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
};

/** All devices on which this person is signed in, the latest first, and which of them this one is. */
export const sessionsQuery = defineQueryOptions({
  key: ['sessions'],
  query: async ({ signal }) => {
    const [sessions, current] = await Promise.all([
      http.get<DeviceSession[]>('/api/auth/list-sessions', { signal }),
      http.get<{ session: { id: string } } | null>('/api/auth/get-session', { signal }),
    ]);
    return {
      sessions: sessions.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
      currentId: current?.session.id ?? null,
    };
  },
});

import type { MatchedRecord } from './match-answer.ts';

const rooms = { lead: 'leads', account: 'accounts', contact: 'contacts' } as const;

/** Where the portal shows a record; null without a record or a server. */
export function recordAddress(server: string | null, record: MatchedRecord | null): string | null {
  return record === null || server === null ? null : `${server}/${rooms[record.kind]}/${record.id}`;
}

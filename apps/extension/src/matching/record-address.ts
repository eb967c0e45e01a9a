const rooms = {
  lead: 'leads',
  account: 'accounts',
  contact: 'contacts',
  opportunity: 'pipeline/deals',
} as const;

/** Where the portal shows a record; null without a record or a server. */
export function recordAddress(
  server: string | null,
  record: { kind: keyof typeof rooms; id: string } | null,
): string | null {
  return record === null || server === null ? null : `${server}/${rooms[record.kind]}/${record.id}`;
}

const day = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days since 30 December 1899, as spreadsheets count them; null before March 1900, which they count wrongly, and of what is no day. */
export function serialOf(text: string): number | null {
  if (!day.test(text) || text < '1900-03-01') return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / 86_400_000 + 25_569;
}

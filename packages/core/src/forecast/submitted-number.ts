/** A deal as it stood when a number was submitted, or stands now. */
export type SubmittedOpportunity = {
  readonly id: string;
  readonly amount: number | null;
  readonly closeOn: string | null;
  readonly stageId: string;
  readonly ownerId: string | null;
  readonly category: string;
};

export const submittedFields = ['amount', 'closeOn', 'stageId', 'ownerId', 'category'] as const;

/** What became of a deal since: changed in some fields, or no longer to be seen. */
export type MovedOpportunity = {
  readonly id: string;
  readonly kind: 'changed' | 'gone';
  readonly fields: readonly (typeof submittedFields)[number][];
};

/**
 * The deals by which a submitted number has gone stale: it was said of them as they were. None means that it stands. What came since
 * is no deal of the number.
 */
export function movedSince(
  submitted: readonly SubmittedOpportunity[],
  now: readonly SubmittedOpportunity[],
): MovedOpportunity[] {
  const standing = new Map(now.map((deal) => [deal.id, deal]));
  const moved = submitted.flatMap((deal): MovedOpportunity[] => {
    const current = standing.get(deal.id);
    if (!current) return [{ id: deal.id, kind: 'gone', fields: [] }];
    const fields = submittedFields.filter((field) => current[field] !== deal[field]);
    return fields.length > 0 ? [{ id: deal.id, kind: 'changed', fields }] : [];
  });
  return moved.sort((a, b) => (a.id < b.id ? -1 : 1));
}

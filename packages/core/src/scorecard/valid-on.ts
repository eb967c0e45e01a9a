/** For whom a scorecard is: everybody of a role, or one person. Both days are included; without an end it goes on. */
export type Validity = {
  readonly id: string;
  readonly role: string | null;
  readonly personId: string | null;
  /** Civil days `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly validTo: string | null;
};

/**
 * The scorecard that is in force for somebody on a day: one's own before that of one's role, of several the one that began last. Null
 * where there is none. Of the same first day the later id stands, which is the one that was made later.
 */
export function validOn<T extends Validity>(
  definitions: readonly T[],
  { personId, role, day }: { readonly personId: string; readonly role: string; readonly day: string },
): T | null {
  const inForce = definitions.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
  );
  const own = inForce.filter((one) => one.personId === personId);
  const meant = own.length > 0 ? own : inForce.filter((one) => one.personId === null && one.role === role);
  return (
    meant.toSorted((a, b) =>
      a.validFrom === b.validFrom ? (a.id < b.id ? 1 : -1) : a.validFrom < b.validFrom ? 1 : -1,
    )[0] ?? null
  );
}

/** Do two of the same person, or of the same role, hold on a common day? */
export function overlap(a: Validity, b: Validity): boolean {
  if (a.id === b.id || a.personId !== b.personId || a.role !== b.role) return false;
  return (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo);
}

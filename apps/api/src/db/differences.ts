/** Columns that no change record repeats: derived, or the record's own bookkeeping. */
const silent = /^(org_id|id|version|created_at|updated_at)$|_key$/;

/** The columns in which two states of a row differ, with both states of them. */
export const differences = (before: Record<string, unknown>, after: Record<string, unknown>) => {
  const changed = Object.keys(after).filter((column) => !silent.test(column) && before[column] !== after[column]);
  const pick = (row: Record<string, unknown>) =>
    Object.fromEntries(changed.map((column) => [column, row[column] ?? null]));
  return { changed, before: pick(before), after: pick(after) };
};

/** Credit sales of a month in minor units, and its days. */
export type SalesMonth = { readonly sales: number; readonly days: number };

/** Days sales outstanding: receivables ÷ credit sales × days of the span. Null without sales. */
export function daysOutstanding(receivables: number, sales: number, days: number): number | null {
  return sales > 0 ? (receivables / sales) * days : null;
}

/**
 * Days sales outstanding by count-back: whole months are taken off the receivables from the newest on, the last one in part. It follows
 * the season, which the plain ratio does not. Null where the months given do not reach back far enough.
 * @param months newest first
 */
export function countBack(receivables: number, months: readonly SalesMonth[]): number | null {
  let [left, days] = [receivables, 0];
  for (const month of months) {
    if (left <= 0) return days;
    if (left <= month.sales) return days + (left / month.sales) * month.days;
    left -= month.sales;
    days += month.days;
  }
  return left <= 0 ? days : null;
}

/**
 * Collection effectiveness: what was collected ÷ what was there to collect; 1 when nothing is overdue.
 * Null where there was nothing to collect. All in minor units.
 */
export function collectionEffectiveness({
  opening,
  sales,
  closing,
  closingCurrent,
}: {
  readonly opening: number;
  readonly sales: number;
  /** Receivables at the end, and the part of them that is not due yet. */
  readonly closing: number;
  readonly closingCurrent: number;
}): number | null {
  const collectable = opening + sales - closingCurrent;
  return collectable > 0 ? (opening + sales - closing) / collectable : null;
}

/** A column of a table. What a cell shows is its `text`; a slot `cell-<key>` may draw it differently. */
export type Column<Row> = {
  /** Also the name of the field when sorting, and what is remembered when the column is hidden. */
  key: string;
  label: string;
  /** Shown once, in the head: "€", "days". */
  unit?: string;
  /** Right-aligned. */
  isNumeric?: boolean;
  isSortable?: boolean;
  /** The one that names the row: first, never hidden, opens the record, heads the card on a phone. */
  isName?: boolean;
  /** Null is "not known" and shows as a dash. */
  text: (row: Row) => string | null;
  /** The value in full, where `text` is short for it. */
  exact?: (row: Row) => string | null;
  /** CSS width of the column, e.g. `12rem`; what is left is shared by the others. */
  width?: string;
};

export type Sort = { key: string; isDescending: boolean };

/** The columns to draw: without the hidden ones, the name always and first. */
export function shownColumns<Row>(columns: readonly Column<Row>[], hidden: readonly string[]): Column<Row>[] {
  const named = columns.filter((column) => column.isName);
  const others = columns.filter((column) => !column.isName && !hidden.includes(column.key));
  return [...named, ...others];
}

/**
 * What a click on a head asks for next: numbers start with the largest, text with the first letter; the second click turns
 * it round, the third returns to the order of the list itself.
 */
export function nextSort<Row>(column: Column<Row>, now: Sort | null): Sort | null {
  const startsDescending = column.isNumeric ?? false;
  if (now?.key !== column.key) return { key: column.key, isDescending: startsDescending };
  return now.isDescending === startsDescending ? { key: column.key, isDescending: !startsDescending } : null;
}

/** Value of `aria-sort` of a head. */
export function ariaSort<Row>(column: Column<Row>, now: Sort | null): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.isSortable) return undefined;
  if (now?.key !== column.key) return 'none';
  return now.isDescending ? 'descending' : 'ascending';
}

/** Adds or takes away one id. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

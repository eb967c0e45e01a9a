import type { Cell } from './fields.ts';

/** How often each outcome came, in all and for each value of each field. */
export type Frequencies = {
  readonly won: number;
  readonly lost: number;
  readonly fields: readonly FieldFrequencies[];
};

/** Of one field: cases for each value. `won` and `lost` are the totals it is divided by; those of the values, where not given. */
export type FieldFrequencies = {
  readonly values: ReadonlyMap<string, { readonly won: number; readonly lost: number }>;
  readonly won?: number;
  readonly lost?: number;
};

/** What every cell is worth before anything was counted. */
const BEFOREHAND = 0.1;

/**
 * The comparison model of other systems: naive Bayes on frequencies, `P(won) · Π won_v / won` beside the same for lost. Every count is
 * taken as it is given (0.1 is added by `countFrequencies`). A value that is null or was never seen is skipped. Between 0 and 1, not
 * rounded. Null when one of the outcomes never came.
 */
export function naiveBayes({ won, lost, fields }: Frequencies, values: readonly (string | null)[]): number | null {
  if (!(won > 0 && lost > 0)) return null;
  let odds = won / lost;
  for (const [index, value] of values.entries()) {
    const field = fields[index];
    const seen = value === null ? undefined : field?.values.get(value);
    if (field === undefined || seen === undefined) continue;
    const totals =
      field.won !== undefined && field.lost !== undefined ? { won: field.won, lost: field.lost } : sumOf(field);
    if (!(totals.won > 0 && totals.lost > 0)) continue;
    odds *= seen.won / totals.won / (seen.lost / totals.lost);
  }
  return 1 / (1 + 1 / odds);
}

function sumOf({ values }: FieldFrequencies): { won: number; lost: number } {
  let [won, lost] = [0, 0];
  for (const value of values.values()) {
    won += value.won;
    lost += value.lost;
  }
  return { won, lost };
}

/** Counts records whose outcome is known, each value that was seen with 0.1 of either outcome beforehand. */
export function countFrequencies(records: readonly (readonly Cell[])[], outcomes: readonly number[]): Frequencies {
  const width = records[0]?.length ?? 0;
  const fields = Array.from({ length: width }, (_, place) => {
    const values = new Map<string, { won: number; lost: number }>();
    for (const [at, record] of records.entries()) {
      const value = record[place] ?? null;
      if (value === null) continue;
      const counts = values.get(String(value)) ?? { won: BEFOREHAND, lost: BEFOREHAND };
      if (outcomes[at] === 1) counts.won += 1;
      else counts.lost += 1;
      values.set(String(value), counts);
    }
    return { values };
  });
  const won = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  return { won: won + BEFOREHAND, lost: outcomes.length - won + BEFOREHAND, fields };
}

/** What one could do about a customer in danger: what it costs in minor units, and by how much it has kept more of them than nothing did. */
export type WinBackAction = {
  readonly id: string;
  readonly cost: number;
  /** Customers so treated and how many of them stayed; and of those left alone on purpose. */
  readonly treated: { readonly stayed: number; readonly count: number };
  readonly untreated: { readonly stayed: number; readonly count: number };
};

export type WinBackChoice = {
  readonly id: string;
  /** By how much the chance to stay rises, −1 to 1, drawn towards none where little was tried. */
  readonly lift: number;
  /** Lift × what the customer is worth × margin − cost, in minor units. */
  readonly expected: number;
};

/** As many customers without any lift as are mixed in: two handfuls of tries say little. */
const doubt = 10;

/**
 * Actions by what they are expected to bring: `ΔP(stay) · worth · margin − cost` (Ascarza 2018: chosen by what they change, not by who is in
 * danger). Dearest first; ties by id. An action with nobody left alone beside it has no known lift and is left out.
 * @param worth margin-bearing revenue of the customer's next twelve months, in minor units; @param marginRatio 0–1
 * @throws RangeError for counts that cannot be
 */
export function rankWinBacks(
  actions: readonly WinBackAction[],
  { worth, marginRatio }: { readonly worth: number; readonly marginRatio: number },
): WinBackChoice[] {
  return actions
    .flatMap(({ id, cost, treated, untreated }) => {
      for (const { stayed, count } of [treated, untreated])
        if (!(Number.isInteger(count) && stayed >= 0 && stayed <= count))
          throw new RangeError('Of so many, so many stayed.');
      if (treated.count === 0 || untreated.count === 0) return [];
      const seen = treated.stayed / treated.count - untreated.stayed / untreated.count;
      const tries = Math.min(treated.count, untreated.count);
      const lift = (seen * tries) / (tries + doubt);
      return [{ id, lift, expected: Math.round(lift * worth * marginRatio - cost) }];
    })
    .sort((a, b) => b.expected - a.expected || (a.id < b.id ? -1 : 1));
}

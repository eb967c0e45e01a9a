/** How a price came down from the list to what was agreed; all prices in minor units. */
export type Concessions = {
  /** `1 − net ÷ list`: below 0 where more was agreed than listed. Null for a list price of 0. */
  readonly depth: number | null;
  /** What each offer gave up against the one before, and the share of all that was given up at first. */
  readonly steps: readonly number[];
  readonly firstShare: number | null;
  /** Each step no larger than the one before: whoever gives less each time nears an end. */
  readonly isDisciplined: boolean;
};

/**
 * Reads the offers of a negotiation in their order.
 * @throws RangeError for a price below 0 or no offer at all
 */
export function concessionsOf(list: number, offers: readonly number[]): Concessions {
  if (offers.length === 0 || [list, ...offers].some((price) => !(price >= 0)))
    throw new RangeError('Prices are 0 or more, and there is an offer.');
  const steps = offers.map((offer, at) => (at === 0 ? list : (offers[at - 1] ?? 0)) - offer);
  const net = offers.at(-1) ?? 0;
  return {
    depth: list === 0 ? null : 1 - net / list,
    steps,
    firstShare: list === net ? null : (steps[0] ?? 0) / (list - net),
    isDisciplined: steps.every((step, at) => at === 0 || step <= (steps[at - 1] ?? 0)),
  };
}

/**
 * By which share more has to be sold to make a price cut good: `margin ÷ (margin − cut) − 1` (Nagle). Null when the cut takes the whole
 * margin: no volume makes that good.
 * @param margin contribution ÷ price, 0–1; @param cut share of the price, 0–1
 * @throws RangeError outside 0–1
 */
export function breakEvenVolume(margin: number, cut: number): number | null {
  if (!(margin >= 0 && margin <= 1 && cut >= 0 && cut <= 1)) throw new RangeError('Margin and cut are shares, 0–1.');
  return cut >= margin ? (cut === 0 ? 0 : null) : cut / (margin - cut);
}

/**
 * By which share profit rises with one percent more price, and with one percent more volume (Marn & Rosiello 1992). Null without profit.
 * @throws RangeError for a revenue below 0
 */
export function priceLeverage({
  revenue,
  contribution,
  profit,
}: {
  readonly revenue: number;
  readonly contribution: number;
  readonly profit: number;
}): { price: number; volume: number } | null {
  if (!(revenue >= 0)) throw new RangeError('Revenue is 0 or more.');
  return profit > 0 ? { price: (0.01 * revenue) / profit, volume: (0.01 * contribution) / profit } : null;
}

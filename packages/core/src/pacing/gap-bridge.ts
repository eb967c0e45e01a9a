/** Won or lost since the start of the year, beside the rate that the plan rests on. */
export type ClosedRate = { readonly won: number; readonly closed: number; readonly plannedRate: number };

/** Sales of one other currency in minor units of the plan's: at the rates of their days, and at the plan rate of the year. */
export type ForeignSales = { readonly atDayRates: number; readonly atPlanRate: number };

/** What was planned of one line, minor units, and at which price; what came, and in how many sales. */
export type PlannedPart = { readonly id: string; readonly amount: number; readonly price: number };
export type SoldPart = { readonly id: string; readonly amount: number; readonly quantity: number };

export type GapParts = {
  readonly plan: readonly PlannedPart[];
  readonly actual: readonly SoldPart[];
  /** Null when no rate is known to compare with. */
  readonly conversion: ClosedRate | null;
  /** Open opportunities that were to close by now: amount × win probability, minor units. */
  readonly slipped: readonly number[];
  /** What was sold in other currencies, in `actual` at the rates of its days. Null when a rate is not known. */
  readonly currency: readonly ForeignSales[] | null;
};

/** Actual less plan to date by cause, whole minor units that sum to `total`. Null: that cause is not known, and is in the others. */
export type GapBridge = {
  readonly volume: number;
  readonly mix: number;
  readonly price: number;
  readonly conversion: number | null;
  readonly timing: number;
  readonly currency: number | null;
  readonly total: number;
};

/**
 * The gap between actual and plan to date by cause (rule 2), exact in minor units. Volume, mix and price as
 * `bridge`, with quantities as what the planned amounts are at the planned prices; out of the volume
 * are taken what closed worse or better than planned, `(won − closed · planned rate) · planned price`, and what has slipped,
 * `−Σ amount · probability` of deals due by now; out of the price what rates of exchange did, `Σ local · (rate − planned rate)`: what was sold at the rates of
 * its days, less the same at plan rates. Every
 * cause is rounded by itself and the price is what they leave, so that the sum is the gap and not nearly so.
 *
 * Throws RangeError on counts that contradict each other or numbers that are not finite.
 */
export function gapBridge({ plan, actual, conversion, slipped, currency }: GapParts): GapBridge {
  for (const { price } of plan)
    if (!(price > 0 && Number.isFinite(price))) throw new RangeError(`A planned price is above 0; got ${price}.`);
  const { average, quantity: planned, amount: due } = plannedPrice(plan);
  const prices = new Map(plan.map(({ id, price }) => [id, price]));
  const quantity = sumOf(actual, (one) => one.quantity);
  const atPlanPrices = sumOf(actual, (one) => one.quantity * (prices.get(one.id) ?? average));
  const total = sumOf(actual, (one) => one.amount) - due;
  const closing = conversion === null ? null : whole(closedBetter(conversion) * average);
  const timing = whole(0 - sumOf(slipped, (amount) => amount));
  const exchanged =
    currency === null ? null : whole(sumOf(currency, ({ atDayRates, atPlanRate }) => atDayRates - atPlanRate));
  const volume = whole((quantity - planned) * average) - timing - (closing ?? 0) + 0;
  const mix = whole(atPlanPrices - quantity * average);
  const price = whole(total) - volume - mix - timing - (closing ?? 0) - (exchanged ?? 0) + 0;
  return { volume, mix, price, conversion: closing, timing, currency: exchanged, total: whole(total) };
}

/** The mean price of a plan: its amount by the quantities that its prices make of it. 0 of an empty plan. */
export function plannedPrice(plan: readonly PlannedPart[]): { average: number; quantity: number; amount: number } {
  const quantity = sumOf(plan, (one) => one.amount / one.price);
  const amount = sumOf(plan, (one) => one.amount);
  return { average: quantity === 0 ? 0 : amount / quantity, quantity, amount };
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

function closedBetter({ won, closed, plannedRate }: ClosedRate): number {
  if (!(won >= 0 && won <= closed && plannedRate >= 0 && plannedRate <= 1))
    throw new RangeError(`Won lies within closed and a rate within 0–1; got ${won} of ${closed} at ${plannedRate}.`);
  return won - closed * plannedRate;
}

/** Nearest whole number, halves away from zero, as derivations round. */
function whole(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`The parts of a bridge are finite; got ${value}.`);
  return (value < 0 ? 0 - Math.round(-value) : Math.round(value)) + 0;
}

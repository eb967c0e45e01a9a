/** Quantity and price of one product, planned or actual. Amounts are quantity · price. */
export type Part = { readonly id: string; readonly quantity: number; readonly price: number };

/** Why actual differs from plan; the three add up to the difference. */
export type Bridge = { readonly volume: number; readonly mix: number; readonly price: number; readonly total: number };

/**
 * The gap by cause (rule 2): volume at the planned average price, mix at planned prices, price on actual quantities. A product that
 * is not in the plan is valued at the planned average price; one that sold nothing has no price effect. Exact up to rounding of
 * floating point: price is what volume and mix leave.
 */
export function bridge(plan: readonly Part[], actual: readonly Part[]): Bridge {
  const sum = (parts: readonly Part[], of: (part: Part) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const planned = new Map(plan.map((part) => [part.id, part.price]));
  const planQuantity = sum(plan, (part) => part.quantity);
  const planAmount = sum(plan, (part) => part.quantity * part.price);
  const average = planQuantity === 0 ? 0 : planAmount / planQuantity;
  const actualQuantity = sum(actual, (part) => part.quantity);
  const atPlanPrices = sum(actual, (part) => part.quantity * (planned.get(part.id) ?? average));
  const total = sum(actual, (part) => part.quantity * part.price) - planAmount;
  const volume = (actualQuantity - planQuantity) * average;
  const mix = atPlanPrices - actualQuantity * average;
  return { volume, mix, price: total - volume - mix, total };
}

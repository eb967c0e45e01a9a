import type { CreditTable, FactDayTable } from '../../db/tables/sales.ts';

export type Fact = Omit<FactDayTable, 'org_id'>;

const measured = (credit: CreditTable): readonly (readonly [Fact['measure'], number | null])[] => [
  ['revenue', credit.revenue_minor],
  ['costed_revenue', credit.cost_minor === null ? null : credit.revenue_minor],
  ['cost', credit.cost_minor],
  ['quantity', credit.quantity],
  ['sales', credit.sale_count],
  ...inOrganisationCurrency(credit),
];

/** What a credit in another currency is at its frozen rate; nothing as long as it has none. */
export const inOrganisationCurrency = (credit: CreditTable): readonly (readonly [Fact['measure'], number | null])[] => [
  ['org_revenue', credit.org_minor],
  ['org_costed_revenue', credit.cost_minor === null ? null : credit.org_minor],
  ['org_cost', credit.org_cost_minor],
];

const columns = ['measure', 'day', 'person_id', 'line', 'segment', 'currency'] as const;
const inKeyOrder = (a: Fact, b: Fact): number => {
  const column = columns.find((name) => a[name] !== b[name]);
  if (column === undefined) return 0;
  return a[column] < b[column] ? -1 : 1;
};

/**
 * What these credits add to the daily facts: one row for each day, person, line, segment, currency and measure; what is
 * unknown adds nothing. In the order of their keys, so that two writers take the rows in the same order.
 */
export function factsOf(credits: readonly CreditTable[], measuresOf = measured): Fact[] {
  const facts = new Map<string, Fact>();
  for (const credit of credits) {
    const { day, currency } = credit;
    const [person_id, line, segment] = [credit.person_id ?? '', credit.line ?? '', credit.segment ?? ''];
    for (const [measure, value] of measuresOf(credit)) {
      if (value === null) continue;
      const key = JSON.stringify([measure, day, person_id, line, segment, currency]);
      const fact = facts.get(key);
      if (fact) fact.value += value;
      else facts.set(key, { measure, day, person_id, line, segment, currency, value });
    }
  }
  return [...facts.values()].sort(inKeyOrder);
}

type Keyed = {
  externalId?: string | null | undefined;
  orderId?: string | null | undefined;
  productId?: string | null | undefined;
  line?: string | null | undefined;
  accountId?: string | null | undefined;
  ownerId: string | null;
  day: string;
  revenueMinor: number;
};

/** By what a line of a file and a sale in the books are the same one. */
export type SaleKey = {
  by: 'externalId' | 'orderId' | 'day';
  column: 'external_id' | 'order_id' | 'day';
  of: (sale: Keyed) => string;
};

/**
 * The best key the file has columns for: the number of the line; the order with its product or product line; the order;
 * and without any number all that the line says.
 */
export function saleKeyOf(mapped: ReadonlySet<string>): SaleKey {
  if (mapped.has('externalId'))
    return { by: 'externalId', column: 'external_id', of: ({ externalId }) => externalId ?? '' };
  if (mapped.has('orderId')) {
    const hasProduct = mapped.has('product') || mapped.has('productExternalId');
    const part = ({ productId, line }: Keyed) => (hasProduct ? productId : mapped.has('line') ? line : null);
    return { by: 'orderId', column: 'order_id', of: (sale) => `${sale.orderId ?? ''}\n${part(sale) ?? ''}` };
  }
  return {
    by: 'day',
    column: 'day',
    of: ({ day, ownerId, accountId, productId, line, revenueMinor }) =>
      [day, ownerId, accountId, productId, line, revenueMinor].join('\n'),
  };
}

/** Lines that are equal in their key are told apart by their order: the second stays the second when it comes again. */
export function occurrences(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return `${key}\n${n}`;
  };
}

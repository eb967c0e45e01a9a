import type { CreditView, SaleCredits, SaleView } from '@milepost/contract/sales';
import { currencyExponent } from '@milepost/core/money/currency';
import { http } from '../http/http.ts';
import type { Formats } from '../i18n/formats.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const saleKind: RecordKind = { subject: 'sale', room: 'sales', path: '/sales', place: '/sales', order: '-day' };

/** What a sale alone says of itself, also when it is the win of a deal. */
const ownFields: readonly FormField[] = [
  { key: 'quantity', kind: 'number' },
  { key: 'costMinor', kind: 'money' },
  { key: 'line', kind: 'text', proposals: '/lines' },
  { key: 'segment', kind: 'text', proposals: '/segments' },
  { key: 'region', kind: 'text' },
  { key: 'orderId', kind: 'text' },
  { key: 'externalId', kind: 'text' },
];

/** The form of a new sale. What is left out of line, segment and region comes from the product and the account. */
export const saleFields: readonly FormField[] = [
  { key: 'day', kind: 'day', isRequired: true },
  { key: 'revenueMinor', kind: 'money', isRequired: true },
  { key: 'currency', kind: 'text', proposals: '/currencies' },
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'productId', kind: 'reference', of: '/products' },
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'backupId', kind: 'reference', of: '/people' },
  ...ownFields,
];

const reason: FormField = { key: 'reason', kind: 'text', isRequired: true, isWide: true, isSaidOnce: true };

/**
 * The form of a correction, which needs a reason. What a won deal says of its sale is corrected in the deal; a sale in the wrong
 * currency is withdrawn and entered again, for its amounts mean something else.
 */
export const correctionFields = ({ isOfOpportunity }: Pick<SaleView, 'isOfOpportunity'>): readonly FormField[] => [
  ...(isOfOpportunity ? ownFields : saleFields.filter(({ key }) => key !== 'currency')),
  reason,
];

/** An amount of a sale, in the currency of the sale. */
export const saleMoney = (minor: number | null, { currency }: Pick<SaleView, 'currency'>, formats: Formats) =>
  formats.money(minor, { code: currency, exponent: currencyExponent(currency) });

/** What a sale is called: its day and what it brought. */
export const saleName = (sale: Pick<SaleView, 'day' | 'revenueMinor' | 'currency'>, formats: Formats): string =>
  [formats.day(sale.day), saleMoney(sale.revenueMinor, sale, formats)].join(' · ');

/** All that a sale did to the books, oldest first. */
export const creditsOfSale = (saleId: string) => ({
  key: ['sale', saleId, 'credits'],
  query: ({ signal }: { signal: AbortSignal }) => http.get<SaleCredits>(`/sales/${saleId}/credits`, { signal }),
});

/** One line of the books. */
export const creditQuery = (id: string) => ({
  key: ['sale', 'credit', id],
  query: ({ signal }: { signal: AbortSignal }) => http.get<CreditView>(`/credits/${id}`, { signal }),
});

import { productKinds } from '@milepost/contract/products';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const productKind: RecordKind = { subject: 'product', room: 'products', path: '/products', place: '/products' };

/** The form of a product, for those who may write it. */
export const productFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'line', kind: 'text', proposals: '/lines' },
  { key: 'kind', kind: 'choice', choices: productKinds },
  { key: 'marginClass', kind: 'text' },
  { key: 'listPriceMinor', kind: 'money' },
  { key: 'externalId', kind: 'text' },
];

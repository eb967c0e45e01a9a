import type { ReceivablesWhyQuery } from '@milepost/contract/receivables';

/** Which figure somebody asks about, and what it is called. */
export type WhyAsk = { label: string } & Pick<ReceivablesWhyQuery, 'figure'> & {
    id?: string;
    at?: string;
    age?: number;
  };

import type { CapacityQuery, CapacityView } from '@milepost/contract/capacity';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export type CapacityAsk = Pick<CapacityQuery, 'by'> & { fiscalYear?: number | undefined };

/** Hours of selling of everybody in sight. */
export const capacityQuery = defineQueryOptions(({ by, fiscalYear }: CapacityAsk) => ({
  key: ['capacity', by, fiscalYear ?? 'now'],
  query: ({ signal }) => http.get<CapacityView>('/capacity', { query: { by, fiscalYear }, signal }),
}));

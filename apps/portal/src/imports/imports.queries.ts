import type { ImportView } from '@milepost/contract/imports';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** The imports that were run, the latest first. */
export const importsQuery = defineQueryOptions({
  key: ['import', 'list'],
  query: ({ signal }) => http.get<{ items: ImportView[] }>('/imports', { signal }),
});

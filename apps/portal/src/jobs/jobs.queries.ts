import type { JobsView } from '@milepost/contract/jobs';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Work that happens later, and its last runs. */
export const jobsQuery = defineQueryOptions({
  key: ['job', 'all'],
  query: ({ signal }) => http.get<JobsView>('/jobs', { signal }),
});

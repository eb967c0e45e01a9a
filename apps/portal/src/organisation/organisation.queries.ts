import type { OrganisationView } from '@milepost/contract/organisation';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export const organisationQuery = defineQueryOptions({
  key: ['organisation'],
  query: ({ signal }) => http.get<OrganisationView>('/organisation', { signal }),
});

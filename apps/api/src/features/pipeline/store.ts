import { recordStore } from '../../db/record-store.ts';

/** Stages are known to everybody of the organisation. */
export const stages = recordStore({
  table: 'stage',
  sight: [],
  sort: { position: 'position', name: 'name_key' },
  filter: { category: 'category', name: 'name_key' },
  search: ['name_key'],
});

import type { TalkTrackPatch } from '@milepost/contract/talk-tracks';
import { foldName } from '@milepost/core/identity/fold-name';
import { recordStore } from '../../db/record-store.ts';
import type { TalkTrackTable } from '../../db/tables/today.ts';

/** What to say is known to everybody of the organisation. */
export const talkTracks = recordStore({
  table: 'talk_track',
  sort: { name: 'name_key', objection: 'objection', createdAt: 'created_at', updatedAt: 'updated_at' },
  filter: { name: 'name_key', objection: 'objection' },
  search: ['name_key'],
});

/** What was sent → columns, with the folded name. */
export const talkTrackColumns = (patch: TalkTrackPatch): Partial<TalkTrackTable> => ({
  ...patch,
  ...(patch.name === undefined ? {} : { name_key: foldName(patch.name) }),
});

import type { TalkTrackView } from '@milepost/contract/talk-tracks';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { TalkTrackTable } from '../../db/tables/today.ts';

export const talkTrackViews = async (_: Db, __: Actor, rows: readonly TalkTrackTable[]): Promise<TalkTrackView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    objection: row.objection as TalkTrackView['objection'],
    words: row.words,
  }));

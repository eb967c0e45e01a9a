import type { NewTalkTrack, TalkTrackPatch } from '@milepost/contract/talk-tracks';
import type { Actor } from '../../auth/actor.ts';
import type { TalkTrackTable } from '../../db/tables/today.ts';
import type { Deps } from '../../deps.ts';
import { talkTrackColumns, talkTracks } from './store.ts';

/** Writes a talk track down once. Everybody may: those who meet the objection know what helped. */
export const createTalkTrack = (deps: Deps, actor: Actor, { id, ...input }: NewTalkTrack) =>
  deps.transact(actor, (work) =>
    talkTracks.create(work, { ...talkTrackColumns(input), id } as Parameters<typeof talkTracks.create>[1]),
  );

export const changeTalkTrack = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: TalkTrackPatch,
): Promise<TalkTrackTable> =>
  deps.transact(actor, (work) => talkTracks.update(work, id, seen, talkTrackColumns(patch)));

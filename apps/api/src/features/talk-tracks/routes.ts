import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  NewTalkTrack,
  ReviewQuery,
  ReviewView,
  ReviewWhyQuery,
  TalkTrackPatch,
  TalkTrackView,
} from '@milepost/contract/talk-tracks';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainReview, readReview } from './read-review.ts';
import { changeTalkTrack, createTalkTrack } from './save-talk-track.ts';
import { talkTracks } from './store.ts';
import { talkTrackViews } from './views.ts';

export function talkTrackRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const todayOf = ({ organisation }: Actor) => clock.today(organisation.timeZone);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/talk-tracks/review',
      tags: ['talk-track'],
      summary: 'What the activities and deals of some weeks taught',
      request: { query: ReviewQuery },
      responses: { 200: json(ReviewView, 'The review'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readReview(db, actor, todayOf(actor), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/talk-tracks/review/why',
      tags: ['talk-track'],
      summary: 'How a share of the review comes about',
      request: { query: ReviewWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: todayOf(actor), now: clock.now() };
      return c.json(await explainReview(db, actor, at, c.req.valid('query')), 200) as never;
    },
  );
  serveRecords<'talk_track', TalkTrackView, NewTalkTrack, TalkTrackPatch>(app, deps, {
    path: '/talk-tracks',
    noun: 'talk-track',
    schemas: { view: TalkTrackView, create: NewTalkTrack, patch: TalkTrackPatch },
    store: talkTracks,
    views: talkTrackViews,
    create: createTalkTrack,
    change: changeTalkTrack,
  });
}

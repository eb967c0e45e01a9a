import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  EditionCommentPatch,
  EditionCommentView,
  EditionPatch,
  EditionReading,
  EditionSubscriptionPatch,
  EditionSubscriptionView,
  EditionView,
  EditionWhyQuery,
  NewEdition,
  NewEditionComment,
  NewEditionSubscription,
  NewPledge,
  PledgePatch,
  PledgeView,
  SettlePledge,
} from '@milepost/contract/reports';
import { Id } from '@milepost/contract/scalars';
import type { Context } from 'hono';
import type { Actor } from '../../auth/actor.ts';
import type { EditionTable } from '../../db/tables/reports.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, type Env, json, refusals, versionSeen } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { fileRoutes } from './file-routes.ts';
import { explainEdition, readEdition } from './read-edition.ts';
import {
  changeComment,
  changeSubscription,
  createComment,
  createSubscription,
  setCommentAside,
  setSubscriptionAside,
} from './save-comment.ts';
import { changeEdition, createEdition, setEditionAside, signEdition, submitEdition } from './save-edition.ts';
import { changePledge, createPledge, setPledgeAside, settlePledge } from './save-pledge.ts';
import { editionComments, editionSubscriptions, editions, pledges } from './store.ts';
import { editionCommentViews, editionSubscriptionViews, editionViewsOn, pledgeViewsOn } from './views.ts';

const request = { params: z.object({ id: Id }) };
const headers = z.object({ 'if-match': z.string().optional() });

/** Editions of reports: drafted, completed, submitted, read with what changed since, commented, signed. */
export function reportRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const today = ({ organisation }: Actor) => clock.today(organisation.timeZone);
  const editionViews = editionViewsOn(today);
  const pledgeViews = pledgeViewsOn(today);
  const answer = async (c: Context<Env>, row: EditionTable) =>
    c.json((await editionViews(db, c.get('actor'), [row]))[0] as EditionView, 200, { etag: `"${row.version}"` });

  serveRecords<'edition', EditionView, NewEdition, EditionPatch>(app, deps, {
    path: '/editions',
    noun: 'edition',
    schemas: { view: EditionView, create: NewEdition, patch: EditionPatch },
    store: editions,
    views: editionViews,
    create: createEdition,
    change: changeEdition,
    archive: (...about) => setEditionAside(...about, true),
    restore: (...about) => setEditionAside(...about, false),
  });
  serveRecords<'pledge', PledgeView, NewPledge, PledgePatch>(app, deps, {
    path: '/pledges',
    noun: 'pledge',
    schemas: { view: PledgeView, create: NewPledge, patch: PledgePatch },
    store: pledges,
    views: pledgeViews,
    create: createPledge,
    change: changePledge,
    archive: (...about) => setPledgeAside(...about, true),
    restore: (...about) => setPledgeAside(...about, false),
  });
  serveRecords<'edition_comment', EditionCommentView, NewEditionComment, EditionCommentPatch>(app, deps, {
    path: '/edition-comments',
    noun: 'edition-comment',
    schemas: { view: EditionCommentView, create: NewEditionComment, patch: EditionCommentPatch },
    store: editionComments,
    views: editionCommentViews,
    create: createComment,
    change: changeComment,
    archive: (...about) => setCommentAside(...about, true),
    restore: (...about) => setCommentAside(...about, false),
  });
  serveRecords<'edition_subscription', EditionSubscriptionView, NewEditionSubscription, EditionSubscriptionPatch>(
    app,
    deps,
    {
      path: '/edition-subscriptions',
      noun: 'edition-subscription',
      schemas: { view: EditionSubscriptionView, create: NewEditionSubscription, patch: EditionSubscriptionPatch },
      store: editionSubscriptions,
      views: editionSubscriptionViews,
      create: createSubscription,
      change: changeSubscription,
      archive: (...about) => setSubscriptionAside(...about, true),
      restore: (...about) => setSubscriptionAside(...about, false),
    },
  );
  for (const [deed, summary, act] of [
    ['submit', 'Submit one’s own edition: it is frozen from then on', submitEdition],
    ['sign', 'Sign that one has read a frozen edition', signEdition],
  ] as const)
    app.openapi(
      createRoute({
        method: 'post',
        path: `/editions/{id}/${deed}`,
        tags: ['edition'],
        summary,
        request: { ...request, headers },
        responses: { 200: json(EditionView, 'Done'), ...refusals },
      }),
      async (c) => (await answer(c, await act(deps, c.get('actor'), c.req.valid('param').id, versionSeen(c)))) as never,
    );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/pledges/{id}/settle',
      tags: ['pledge'],
      summary: 'Say what became of a pledge',
      request: { ...request, headers, body: body(SettlePledge) },
      responses: { 200: json(PledgeView, 'Settled'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await settlePledge(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json'));
      return c.json((await pledgeViews(db, actor, [row]))[0] as PledgeView, 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/editions/{id}/reading',
      tags: ['edition'],
      summary: 'What an edition says, and what is otherwise now',
      request,
      responses: { 200: json(EditionReading, 'The edition'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await editions.get(db, actor, c.req.valid('param').id);
      const [view] = await editionViews(db, actor, [row]);
      const at = { today: today(actor), now: clock.now() };
      return c.json(await readEdition(db, row, view as EditionView, at), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/editions/{id}/why',
      tags: ['edition'],
      summary: 'How a figure of an edition comes about',
      request: { ...request, query: EditionWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await editions.get(db, actor, c.req.valid('param').id);
      const at = { today: today(actor), now: clock.now() };
      return c.json((await explainEdition(db, row, c.req.valid('query').figure, at)) as never, 200);
    },
  );
  fileRoutes(app, deps);
}

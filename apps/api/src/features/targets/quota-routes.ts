import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  CommitmentInput,
  CommitmentsView,
  CommitmentWhyQuery,
  LetterWhyQuery,
  PartsQuery,
  PartsView,
  PartsWhyQuery,
  QuotaLetterView,
} from '@milepost/contract/quotas';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { commitToQuota } from './commit-to-quota.ts';
import { commitmentsView } from './commitments-view.ts';
import { explainCommitment } from './explain-commitment.ts';
import { explainPart, partsView } from './parts-view.ts';
import { explainLetter, quotaLetterView } from './quota-letter.ts';
import { targets } from './store.ts';

const params = z.object({ id: Id });
const ofPerson = z.object({ id: Id, personId: Id });
const tags = ['target'];

/** What people commit beside their quotas, the levels and parts of them, and their letters. */
export function quotaRoutes(app: App, { db, clock, ...deps }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/commitments',
      tags,
      request: { params },
      responses: { 200: json(CommitmentsView, 'Top-down beside bottom-up'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await commitmentsView(db, actor, await targets.get(db, actor, c.req.valid('param').id)), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/commitments/why',
      tags,
      request: { params, query: CommitmentWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of the commitments comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await targets.get(db, actor, c.req.valid('param').id);
      return c.json((await explainCommitment(db, actor, row, clock.now(), c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/targets/{id}/commitments',
      tags,
      request: { params, body: { required: true, content: { 'application/json': { schema: CommitmentInput } } } },
      responses: { 200: json(CommitmentsView, 'With what was committed'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      try {
        await commitToQuota({ ...deps, db, clock }, actor, id, versionSeen(c), c.req.valid('json'));
      } catch (error) {
        if (error instanceof Failure && error.code === 'version-clash')
          throw new Failure('version-clash', {
            current: await commitmentsView(db, actor, await targets.get(db, actor, id)),
          });
        throw error;
      }
      return c.json(await commitmentsView(db, actor, await targets.get(db, actor, id)), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/parts',
      tags,
      request: { params, query: PartsQuery },
      responses: { 200: json(PartsView, 'Levels and parts'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await targets.get(db, actor, c.req.valid('param').id);
      return c.json(await partsView(db, actor, row, c.req.valid('query').by), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/parts/why',
      tags,
      request: { params, query: PartsWhyQuery },
      responses: { 200: json(ExplainedView, 'How a level or part comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await targets.get(db, actor, c.req.valid('param').id);
      return c.json((await explainPart(db, actor, row, clock.now(), c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/letter/{personId}',
      tags,
      request: { params: ofPerson },
      responses: { 200: json(QuotaLetterView, 'The quota letter'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id, personId } = c.req.valid('param');
      return c.json(await quotaLetterView(db, actor, await targets.get(db, actor, id), personId), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/letter/{personId}/why',
      tags,
      request: { params: ofPerson, query: LetterWhyQuery },
      responses: { 200: json(ExplainedView, 'How a quota of the letter comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id, personId } = c.req.valid('param');
      const row = await targets.get(db, actor, id);
      return c.json(
        (await explainLetter(db, actor, row, clock.now(), { personId, ...c.req.valid('query') })) as never,
        200,
      );
    },
  );
}

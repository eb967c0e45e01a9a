import { createRoute } from '@hono/zod-openapi';
import { CountTargetView, MeasureDefinitionPatch, MeasureDefinitionView } from '@milepost/contract/measures';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { changeDefinition } from './change-definition.ts';
import { definitions } from './definition-store.ts';
import { newCustomerTarget } from './new-customer-target.ts';

export function measureRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/measures/definition',
      tags: ['measure'],
      summary: 'What the measures mean, as it is in force',
      responses: { 200: json(MeasureDefinitionView, 'The definitions'), ...refusals },
    }),
    async (c) => c.json(await definitions.inForce(deps.db, c.get('actor')), 200),
  );
  app.on('PATCH', '/measures/definition', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'patch',
      path: '/measures/definition',
      tags: ['measure'],
      summary: 'Change what the measures mean, part by part',
      request: { body: { required: true, content: { 'application/json': { schema: MeasureDefinitionPatch } } } },
      responses: { 200: json(MeasureDefinitionView, 'Changed'), ...refusals },
    }),
    async (c) => {
      const seen = versionSeen(c);
      const patch = c.req.valid('json');
      try {
        const changed = await deps.transact(c.get('actor'), (work) => changeDefinition(work, seen, patch));
        return c.json(changed, 200);
      } catch (error) {
        // Two at once: the one that comes second is told what stands now.
        if (!(error instanceof Failure) || error.code !== 'version-clash' || error.more.current) throw error;
        throw new Failure('version-clash', { current: await definitions.inForce(deps.db, c.get('actor')) });
      }
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/measures/new-customer-target',
      tags: ['measure'],
      summary: 'How many new customers are wanted this month of those in sight',
      responses: { 200: json(CountTargetView, 'The target of the month'), ...refusals },
    }),
    async (c) => {
      const { organisation } = c.get('actor');
      return c.json(await newCustomerTarget(deps.db, c.get('actor'), deps.clock.today(organisation.timeZone)), 200);
    },
  );
}

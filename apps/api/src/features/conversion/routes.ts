import { createRoute, z } from '@hono/zod-openapi';
import { Conversion, ConversionView } from '@milepost/contract/conversion';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, refusals, versionSeen } from '../../http/app.ts';
import { convertLead } from './convert-lead.ts';

export function conversionRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/leads/{id}/convert',
      tags: ['lead'],
      summary: 'Make an account, a contact and an opportunity of a lead',
      request: {
        params: z.object({ id: Id }),
        body: { required: true, content: { 'application/json': { schema: Conversion } } },
      },
      responses: {
        200: { description: 'What it became', content: { 'application/json': { schema: ConversionView } } },
        ...refusals,
      },
    }),
    async (c) =>
      c.json(
        await convertLead(deps, c.get('actor'), c.req.valid('param').id, versionSeen(c), c.req.valid('json')),
        200,
      ),
  );
}

import { createRoute, z } from '@hono/zod-openapi';
import { LeadReadingView, ReadQuery } from '@milepost/contract/leads';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { readPasted } from './read-pasted.ts';

/** Reads what a person pastes or drops, by the same rules as the extension reads pages. Nothing of it is kept. */
export function readingRoutes(app: App, _deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/capture/read',
      tags: ['lead'],
      summary: 'Read the leads of a mail (.eml), a card (.vcf), a page or a text',
      request: {
        query: ReadQuery,
        body: { required: true, content: { 'application/octet-stream': { schema: z.any() } } },
      },
      responses: { 200: json(LeadReadingView, 'Who stands in it, each value with its source'), ...refusals },
    }),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const { country } = c.get('actor').organisation;
      return c.json(await readPasted(bytes, { ...c.req.valid('query'), country }), 200);
    },
  );
}

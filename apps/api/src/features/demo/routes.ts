import { createRoute, z } from '@hono/zod-openapi';
import { Locale } from '@milepost/contract/organisation';
import { DemoSignIn } from '@milepost/contract/set-up';
import type { Deps } from '../../deps.ts';
import { type App, refusals } from '../../http/app.ts';
import { openDemo } from './open-demo.ts';

/** The button on the first screen: only while there is no organisation. */
export function demoRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/demo',
      tags: ['organisation'],
      security: [],
      summary: 'Fill an empty installation with the demonstration organisation',
      request: {
        body: {
          required: true,
          content: { 'application/json': { schema: z.object({ locale: Locale.default('en') }) } },
        },
      },
      responses: {
        201: {
          description: 'Made; the sign-in of its administrator',
          content: {
            'application/json': {
              schema: z.object({ organisation: z.string(), signIn: DemoSignIn.pick({ email: true, password: true }) }),
            },
          },
        },
        ...refusals,
      },
    }),
    async (c) => c.json(await openDemo(deps, c.req.valid('json').locale), 201),
  );
}

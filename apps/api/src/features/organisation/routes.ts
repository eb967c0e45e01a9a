import { createRoute } from '@hono/zod-openapi';
import { OrganisationPatch, OrganisationView } from '@milepost/contract/organisation';
import { Me } from '@milepost/contract/people';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { organisations } from './store.ts';

export function organisationRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/me',
      tags: ['people'],
      responses: { 200: json(Me, 'Who is signed in, and where'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      // Read past the predicate: members of other departments see nobody, and still know who they are.
      const [person] = await people.byIds(deps.db, actor.orgId, [actor.personId ?? '']);
      if (!person) throw new Failure('not-found');
      return c.json(
        {
          person: { id: person.id, name: person.name, email: person.email, role: person.role, teamId: person.team_id },
          organisation: actor.organisation,
          demo: await organisations.isDemo(deps.db, actor.orgId),
          today: deps.clock.today(actor.organisation.timeZone),
        },
        200,
      );
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/organisation',
      tags: ['organisation'],
      responses: { 200: json(OrganisationView, 'The organisation'), ...refusals },
    }),
    (c) => c.json(c.get('actor').organisation, 200),
  );
  app.use('/organisation/*', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'patch',
      path: '/organisation/settings',
      tags: ['organisation'],
      request: { body: { required: true, content: { 'application/json': { schema: OrganisationPatch } } } },
      responses: { 200: json(OrganisationView, 'Changed'), ...refusals },
    }),
    async (c) => {
      const patch = c.req.valid('json');
      const seen = versionSeen(c);
      return c.json(await deps.transact(c.get('actor'), (work) => organisations.update(work, seen, patch)), 200);
    },
  );
}

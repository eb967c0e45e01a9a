import { createRoute, z } from '@hono/zod-openapi';
import {
  AcceptInvitation,
  InvitationOffer,
  InvitationView,
  NewInvitation,
  NewPerson,
  NewTeam,
  PersonPatch,
  PersonView,
  TeamPatch,
  TeamView,
} from '@milepost/contract/people';
import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../../deps.ts';
import { type App, type Env, json, onlyAdmins, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { acceptInvitation, invite, offerOf } from './invite.ts';
import { changePerson, createPerson } from './save-person.ts';
import { archiveTeam, changeTeam, createTeam } from './save-team.ts';
import { people, teams } from './store.ts';
import { personViews, teamViews } from './views.ts';

const token = z.object({ token: z.string().min(20).max(100) });
const readsForAll: MiddlewareHandler<Env> = (c, next) => (c.req.method === 'GET' ? next() : onlyAdmins(c, next));

/** An invitation is opened by somebody who is not signed in yet. */
export function invitationRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/invitations/{token}',
      tags: ['people'],
      security: [],
      request: { params: token },
      responses: { 200: json(InvitationOffer, 'What it offers'), ...refusals },
    }),
    async (c) => {
      const { organisation, person } = await offerOf(deps, c.req.valid('param').token);
      return c.json({ organisation: organisation.name, name: person.name, email: person.email }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/invitations/{token}',
      tags: ['people'],
      security: [],
      request: {
        params: token,
        body: { required: true, content: { 'application/json': { schema: AcceptInvitation } } },
      },
      responses: { 204: { description: 'The password is set' }, ...refusals },
    }),
    async (c) => {
      await acceptInvitation(deps, c.req.valid('param').token, c.req.valid('json').password);
      return c.body(null, 204);
    },
  );
}

export function peopleRoutes(app: App, deps: Deps): void {
  app.use('/people/*', readsForAll);
  app.use('/teams/*', readsForAll);
  app.use('/invitations', onlyAdmins);
  serveRecords<'person', PersonView, NewPerson, PersonPatch>(app, deps, {
    path: '/people',
    noun: 'person',
    schemas: { view: PersonView, create: NewPerson, patch: PersonPatch },
    store: people,
    views: personViews,
    create: createPerson,
    change: changePerson,
    // Somebody who leaves is made inactive, so that what they did keeps their name.
    archive: (_, actor, id, seen) => changePerson(deps, actor, id, seen, { isActive: false }),
    restore: (_, actor, id, seen) => changePerson(deps, actor, id, seen, { isActive: true }),
  });
  serveRecords<'team', TeamView, NewTeam, TeamPatch>(app, deps, {
    path: '/teams',
    noun: 'team',
    schemas: { view: TeamView, create: NewTeam, patch: TeamPatch },
    store: teams,
    views: teamViews,
    create: createTeam,
    change: changeTeam,
    archive: archiveTeam,
  });

  app.openapi(
    createRoute({
      method: 'post',
      path: '/invitations',
      tags: ['people'],
      summary: 'Invite a person by link',
      request: { body: { required: true, content: { 'application/json': { schema: NewInvitation } } } },
      responses: { 201: json(InvitationView, 'The link, shown once'), ...refusals },
    }),
    async (c) => c.json(await invite(deps, c.get('actor'), c.req.valid('json')), 201),
  );
}

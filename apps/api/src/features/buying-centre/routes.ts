import { createRoute, z } from '@hono/zod-openapi';
import { BuyingCentreView, NewContactTie } from '@milepost/contract/buying-centre';
import { Id } from '@milepost/contract/scalars';
import { missingRoles, waysIn } from '@milepost/core/buying-centre/buying-centre';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals } from '../../http/app.ts';
import { accounts } from '../accounts/store.ts';
import { membersOf, mostMembers, ties } from './store.ts';
import { tieContacts, untieContacts } from './tie-contacts.ts';

async function centreOf(db: Deps['db'], actor: Actor, accountId: string): Promise<BuyingCentreView> {
  const found = await membersOf(db, actor, accountId);
  const rows = found.slice(0, mostMembers);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const members = rows.map((row) => ({
    ...{ id: row.id, version: row.version, name: row.name, title: row.title },
    ...{ role: row.buying_role, influence: row.influence, stance: row.stance },
    // Whoever left the account, or the list, is above nobody here.
    reportsToId: row.reports_to_id !== null && names.has(row.reports_to_id) ? row.reports_to_id : null,
  }));
  const known = (await ties.among(db, actor.orgId, [...names.keys()])).map((tie) => ({
    ...{ id: tie.id, aId: tie.contact_id, bId: tie.other_id },
  }));
  const ref = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    members: members.map(({ role, ...member }) => ({ ...member, buyingRole: role })),
    ties: [...new Map(known.map((tie) => [[tie.aId, tie.bId].sort().join(' '), tie])).values()],
    missing: missingRoles(members),
    ways: waysIn(members, known).map(({ toId, path }) => ({ to: ref(toId), path: path.map(ref) })),
    hasMore: found.length > mostMembers,
  };
}

/** Who decides at an account, how each stands, and who knows whom. */
export function buyingCentreRoutes(app: App, deps: Deps): void {
  const params = z.object({ id: Id });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/buying-centre',
      tags: ['account'],
      summary: 'Who decides at an account, and who knows whom',
      request: { params },
      responses: { 200: json(BuyingCentreView, 'Its people'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = await accounts.get(deps.db, actor, c.req.valid('param').id);
      return c.json(await centreOf(deps.db, actor, id), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/contact-ties',
      tags: ['contact'],
      summary: 'Say that two contacts know each other',
      request: { body: body(NewContactTie) },
      responses: { 201: json(NewContactTie, 'Said'), 200: json(NewContactTie, 'Was said already'), ...refusals },
    }),
    async (c) => {
      const { tie, isNew } = await tieContacts(deps, c.get('actor'), c.req.valid('json'));
      return c.json(tie, isNew ? 201 : 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/contact-ties/{id}',
      tags: ['contact'],
      summary: 'Take back that two contacts know each other',
      request: { params },
      responses: { 204: { description: 'Gone' }, ...refusals },
    }),
    async (c) => {
      await untieContacts(deps, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );
}

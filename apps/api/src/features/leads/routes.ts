import { createRoute } from '@hono/zod-openapi';
import { ClipOutcome, LeadPatch, LeadView, MatchAnswer, MatchQuery, NewClip, NewLead } from '@milepost/contract/leads';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { captureLead } from './capture-lead.ts';
import { matchLeads } from './match-leads.ts';
import { changeLead, createLead } from './save-lead.ts';
import { leads } from './store.ts';
import { leadViews } from './views.ts';

export function leadRoutes(app: App, deps: Deps): void {
  serveRecords<'lead', LeadView, NewLead, LeadPatch>(app, deps, {
    path: '/leads',
    noun: 'lead',
    schemas: { view: LeadView, create: NewLead, patch: LeadPatch },
    store: leads,
    views: leadViews,
    create: createLead,
    change: changeLead,
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/clips',
      tags: ['lead'],
      summary: 'Take a clip, once per clipId',
      request: { body: body(NewClip) },
      responses: { 201: json(ClipOutcome, 'Taken'), 200: json(ClipOutcome, 'Was taken before'), ...refusals },
    }),
    async (c) => {
      const { isNew, ...outcome } = await captureLead(deps, c.get('actor'), c.req.valid('json'));
      return c.json(outcome, isNew ? 201 : 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/capture/match',
      tags: ['lead'],
      summary: 'Is this known already?',
      request: { body: body(MatchQuery) },
      responses: { 200: json(MatchAnswer, 'Per lead'), ...refusals },
    }),
    async (c) => c.json(await matchLeads(deps.db, c.get('actor'), c.req.valid('json')), 200),
  );
}

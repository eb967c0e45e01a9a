import { createRoute, z } from '@hono/zod-openapi';
import {
  ChurnOverridePatch,
  ChurnOverrideView,
  NewChurnOverride,
  NewRenewal,
  RenewalPatch,
  RenewalView,
} from '@milepost/contract/churn';
import { Id } from '@milepost/contract/scalars';
import {
  NewWinBack,
  NewWinBackTemplate,
  WinBackOutcome,
  WinBackPatch,
  WinBackTemplatePatch,
  WinBackTemplateView,
  WinBackView,
} from '@milepost/contract/win-back';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeOverride, createOverride, setOverrideAside } from './save-override.ts';
import { changeRenewal, createRenewal } from './save-renewal.ts';
import { changeTemplate, createTemplate } from './save-template.ts';
import { overrides, renewals, winBacks, winBackTemplates } from './store.ts';
import { overrideViewsOn, renewalViews, templateViews, winBackViews } from './views.ts';
import { archiveWinBack, beginWinBack, changeWinBack, endWinBack } from './win-back.ts';

/** What people say and do about customers in danger. */
export function winBackRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  serveRecords<'churn_override', ChurnOverrideView, NewChurnOverride, ChurnOverridePatch>(app, deps, {
    path: '/churn-overrides',
    noun: 'churn override',
    schemas: { view: ChurnOverrideView, create: NewChurnOverride, patch: ChurnOverridePatch },
    store: overrides,
    views: overrideViewsOn(({ organisation }) => clock.today(organisation.timeZone)),
    create: createOverride,
    change: changeOverride,
    archive: (...asked) => setOverrideAside(...asked, true),
    restore: (...asked) => setOverrideAside(...asked, false),
  });
  serveRecords<'renewal', RenewalView, NewRenewal, RenewalPatch>(app, deps, {
    path: '/renewals',
    noun: 'renewal',
    schemas: { view: RenewalView, create: NewRenewal, patch: RenewalPatch },
    store: renewals,
    views: renewalViews,
    create: createRenewal,
    change: changeRenewal,
  });
  app.on(['POST', 'PATCH'], ['/win-back-templates', '/win-back-templates/*'], onlyManagers);
  serveRecords<'win_back_template', WinBackTemplateView, NewWinBackTemplate, WinBackTemplatePatch>(app, deps, {
    path: '/win-back-templates',
    noun: 'win-back template',
    schemas: { view: WinBackTemplateView, create: NewWinBackTemplate, patch: WinBackTemplatePatch },
    store: winBackTemplates,
    views: templateViews,
    create: createTemplate,
    change: changeTemplate,
  });
  serveRecords<'win_back', WinBackView, NewWinBack, WinBackPatch>(app, deps, {
    path: '/win-backs',
    noun: 'win-back',
    schemas: { view: WinBackView, create: NewWinBack, patch: WinBackPatch },
    store: winBacks,
    views: winBackViews,
    create: beginWinBack,
    change: changeWinBack,
    archive: archiveWinBack,
  });
  const viewOf = async (actor: Actor, id: string) =>
    (await winBackViews(db, actor, [await winBacks.get(db, actor, id)]))[0] as WinBackView;
  app.openapi(
    createRoute({
      method: 'post',
      path: '/win-backs/{id}/outcome',
      tags: ['win-back'],
      summary: 'Say what came of a plan',
      request: {
        params: z.object({ id: Id }),
        headers: z.object({ 'if-match': z.string().optional() }),
        body: body(WinBackOutcome),
      },
      responses: { 200: json(WinBackView, 'Ended'), ...refusals },
    }),
    async (c) => {
      const [actor, { id }] = [c.get('actor'), c.req.valid('param')];
      try {
        const row = await endWinBack(deps, actor, id, versionSeen(c), c.req.valid('json'));
        return c.json(await viewOf(actor, row.id), 200, { etag: `"${row.version}"` });
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'version-clash')) throw error;
        throw new Failure('version-clash', { current: await viewOf(actor, id) });
      }
    },
  );
}

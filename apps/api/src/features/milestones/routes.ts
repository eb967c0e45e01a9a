import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  ChecklistItemPatch,
  ChecklistItemView,
  MilestonePatch,
  MilestoneView,
  MilestoneWhyQuery,
  NewChecklistItem,
  NewMilestone,
} from '@milepost/contract/milestones';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainMilestone } from './explain-milestone.ts';
import { changeChecklistItem, createChecklistItem } from './save-checklist-item.ts';
import { changeMilestone, createMilestone } from './save-milestone.ts';
import { checklistItems, milestones } from './store.ts';
import { checklistItemViews, milestoneViewsOn } from './views.ts';

export function milestoneRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  app.on(['POST', 'PATCH'], ['/milestones', '/milestones/*'], onlyManagers);
  app.on('POST', ['/checklist-items', '/checklist-items/*'], onlyManagers);
  serveRecords<'milestone', MilestoneView, NewMilestone, MilestonePatch>(app, deps, {
    path: '/milestones',
    noun: 'milestone',
    schemas: { view: MilestoneView, create: NewMilestone, patch: MilestonePatch },
    store: milestones,
    views: milestoneViewsOn((actor) => clock.today(actor.organisation.timeZone)),
    create: createMilestone,
    change: changeMilestone,
  });
  serveRecords<'checklist_item', ChecklistItemView, NewChecklistItem, ChecklistItemPatch>(app, deps, {
    path: '/checklist-items',
    noun: 'checklist item',
    schemas: { view: ChecklistItemView, create: NewChecklistItem, patch: ChecklistItemPatch },
    store: checklistItems,
    views: checklistItemViews,
    create: createChecklistItem,
    change: changeChecklistItem,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/milestones/{id}/why',
      tags: ['milestone'],
      request: { params: z.object({ id: Id }), query: MilestoneWhyQuery },
      responses: {
        200: { description: 'How a figure comes about', content: { 'application/json': { schema: ExplainedView } } },
        ...refusals,
      },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: clock.today(actor.organisation.timeZone), now: clock.now() };
      const why = await explainMilestone(db, actor, at, c.req.valid('param').id, c.req.valid('query'));
      return c.json(why as never, 200);
    },
  );
}

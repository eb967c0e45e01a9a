import { ActivityPatch, ActivityView, NewActivity } from '@milepost/contract/activities';
import type { Deps } from '../../deps.ts';
import type { App } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeActivity, logActivity, restoreActivity } from './save-activity.ts';
import { activities } from './store.ts';
import { activityViews } from './views.ts';

export function activityRoutes(app: App, deps: Deps): void {
  serveRecords<'activity', ActivityView, NewActivity, ActivityPatch>(app, deps, {
    path: '/activities',
    noun: 'activity',
    schemas: { view: ActivityView, create: NewActivity, patch: ActivityPatch },
    store: activities,
    views: activityViews,
    create: logActivity,
    change: changeActivity,
    restore: restoreActivity,
  });
}

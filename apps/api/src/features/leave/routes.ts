import { LeavePatch, LeaveView, NewLeave } from '@milepost/contract/leave';
import type { Deps } from '../../deps.ts';
import type { App } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeLeave, enterLeave, restoreLeave } from './save-leave.ts';
import { leaves } from './store.ts';
import { leaveViews } from './views.ts';

export function leaveRoutes(app: App, deps: Deps): void {
  serveRecords<'leave', LeaveView, NewLeave, LeavePatch>(app, deps, {
    path: '/leave',
    noun: 'leave',
    schemas: { view: LeaveView, create: NewLeave, patch: LeavePatch },
    store: leaves,
    views: leaveViews,
    create: enterLeave,
    change: changeLeave,
    restore: restoreLeave,
  });
}

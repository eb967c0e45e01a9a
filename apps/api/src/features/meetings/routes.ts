import { createRoute, z } from '@hono/zod-openapi';
import {
  AgendaProposals,
  MeetingActionPatch,
  MeetingActionView,
  MeetingPatch,
  MeetingView,
  NewMeeting,
  NewMeetingAction,
} from '@milepost/contract/meetings';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { agendaProposals } from './read-agenda.ts';
import { changeMeeting, changeMeetingAction, createMeeting, createMeetingAction } from './save-meeting.ts';
import { meetingActions, meetings } from './store.ts';
import { meetingActionViews, meetingViews } from './views.ts';

export function meetingRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  serveRecords<'meeting', MeetingView, NewMeeting, MeetingPatch>(app, deps, {
    path: '/meetings',
    noun: 'meeting',
    schemas: { view: MeetingView, create: NewMeeting, patch: MeetingPatch },
    store: meetings,
    views: (base, actor, rows) => meetingViews(base, actor, rows, clock.today(actor.organisation.timeZone)),
    create: createMeeting,
    change: changeMeeting,
  });
  serveRecords<'meeting_action', MeetingActionView, NewMeetingAction, MeetingActionPatch>(app, deps, {
    path: '/meeting-actions',
    noun: 'meeting-action',
    schemas: { view: MeetingActionView, create: NewMeetingAction, patch: MeetingActionPatch },
    store: meetingActions,
    views: meetingActionViews,
    create: createMeetingAction,
    change: changeMeetingAction,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/meetings/{id}/proposals',
      tags: ['meeting'],
      summary: 'What is open and does not stand on the agenda',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(AgendaProposals, 'The most urgent first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await meetings.get(db, actor, c.req.valid('param').id);
      return c.json({ items: await agendaProposals(db, actor, row) }, 200);
    },
  );
}

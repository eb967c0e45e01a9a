import type { RouteRecordRaw } from 'vue-router';
import type { Command, QuickAdd, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/review/meetings', component: () => import('./MeetingsPage.vue'), meta: { titleKey: 'meetings.title' } },
  { path: '/review/meetings/:id', component: () => import('./MeetingPage.vue'), meta: { titleKey: 'meetings.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/meetings', labelKey: 'meetings.title', order: 30 },
];

export const commands: readonly Command[] = [
  { labelKey: 'meetings.open', icon: 'i-lucide-users-round', to: '/review/meetings' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'meetings.one', icon: 'i-lucide-users-round', order: 95, to: '/review/meetings?add=1' },
];

export const recordPaths = {
  meeting: (id: string) => `/review/meetings/${id}`,
  meeting_action: () => '/review/meetings',
} as const;

/** Agendas and actions are read again when what they name changes. */
export const follows = {
  meeting: ['meeting_action', 'action', 'issue', 'resource_need', 'resource', 'person'],
} as const;

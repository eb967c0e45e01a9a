import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/team/hand-over', component: () => import('./HandOverPage.vue'), meta: { titleKey: 'hand-over.title' } },
  {
    path: '/team/leavers/:id',
    component: () => import('./LeaverPage.vue'),
    meta: { titleKey: 'hand-over.leaver.title' },
  },
];

// Managers come by the room of their team; for reps it is a room of its own.
export const nav: readonly NavEntry[] = [
  { to: '/team/hand-over', labelKey: 'hand-over.title', icon: 'i-lucide-arrow-left-right', order: 93, roles: ['rep'] },
];

export const pages: readonly RoomPage[] = [
  { room: 'team', to: '/team/hand-over', labelKey: 'hand-over.title', order: 20 },
];

export const commands: readonly Command[] = [
  { labelKey: 'hand-over.open', icon: 'i-lucide-arrow-left-right', to: '/team/hand-over' },
];

export const follows = {
  absence: ['leave', 'account', 'opportunity'],
  'open-work': ['leave', 'account', 'opportunity', 'activity', 'invoice', 'lead'],
  leaver: [
    'account',
    'opportunity',
    'lead',
    'contact',
    'activity',
    'invoice',
    'action',
    'checklist_item',
    'event',
    'team',
  ],
} as const;

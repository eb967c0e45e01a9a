import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd, RecordSearch } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/events', component: () => import('./EventsPage.vue'), meta: { titleKey: 'events.title' } },
  { path: '/events/:id', component: () => import('./EventPage.vue'), meta: { titleKey: 'events.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/events', labelKey: 'events.title', icon: 'i-lucide-presentation', order: 55 },
];

export const commands: readonly Command[] = [{ labelKey: 'events.open', icon: 'i-lucide-presentation', to: '/events' }];

export const quickAdd: readonly QuickAdd[] = [
  {
    labelKey: 'events.one',
    icon: 'i-lucide-presentation',
    order: 75,
    to: '/events?add=1',
    roles: ['manager', 'admin'],
  },
];

export const search: readonly RecordSearch[] = [
  { kind: 'event', labelKey: 'events.title', icon: 'i-lucide-presentation', order: 60 },
];

export const recordPaths = { event: (id: string) => `/events/${id}` } as const;

/** How an event converts rests on its leads and deals. */
export const follows = { event: ['lead', 'opportunity', 'measure_definition'] } as const;

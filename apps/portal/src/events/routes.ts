import type { EventView } from '@milepost/contract/events';
import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd } from '../frame/features.ts';
import { recordSearch } from '../records/record-search.ts';
import { eventKind } from './events.queries.ts';

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

export const search = [
  recordSearch<EventView>(eventKind, {
    labelKey: 'events.title',
    icon: 'i-lucide-presentation',
    order: 60,
    noteOf: ({ place }) => place,
  }),
];

export const recordPaths = { event: (id: string) => `/events/${id}` } as const;

/** How an event converts rests on its leads and deals. */
export const follows = { event: ['lead', 'opportunity', 'measure_definition'] } as const;

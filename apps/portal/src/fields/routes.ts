import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/settings/fields', component: () => import('./FieldsPage.vue'), meta: { titleKey: 'fields.title' } },
  { path: '/settings/fields/:id', component: () => import('./FieldPage.vue'), meta: { titleKey: 'fields.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/fields', labelKey: 'fields.title', order: 45, roles: ['admin'] },
];

export const commands: readonly Command[] = [
  { labelKey: 'fields.open', icon: 'i-lucide-text-cursor-input', to: '/settings/fields', roles: ['admin'] },
];

export const recordPaths = { custom_field: (id: string) => `/settings/fields/${id}` } as const;

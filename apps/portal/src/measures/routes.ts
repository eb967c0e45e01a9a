import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/measures', component: () => import('./MeasuresPage.vue'), meta: { titleKey: 'measures.title' } },
  {
    path: '/settings/measures',
    component: () => import('./DefinitionPage.vue'),
    meta: { titleKey: 'measures.settings', roles },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/measures', labelKey: 'measures.title', order: 17 },
  { room: 'settings', to: '/settings/measures', labelKey: 'measures.settings', order: 35, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'measures.open', icon: 'i-lucide-ruler', to: '/plan/measures' },
  { labelKey: 'measures.openSettings', icon: 'i-lucide-ruler', to: '/settings/measures', roles },
];

/** Figures are read again when what they count, or what they mean, changes. */
export const follows = {
  figure: ['sale', 'opportunity', 'lead', 'activity', 'account', 'event', 'import', 'measure_definition'],
} as const;

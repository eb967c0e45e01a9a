import type { RouteRecordRaw } from 'vue-router';
import type { Command } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/duplicates', component: () => import('./DuplicatesPage.vue'), meta: { titleKey: 'merges.duplicates' } },
];

export const commands: readonly Command[] = [{ labelKey: 'merges.open', icon: 'i-lucide-merge', to: '/duplicates' }];

import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/mix', component: () => import('./MixPage.vue'), meta: { titleKey: 'mix.title' } },
];

export const pages: readonly RoomPage[] = [{ room: 'plan', to: '/plan/mix', labelKey: 'mix.title', order: 40, roles }];

export const commands: readonly Command[] = [
  { labelKey: 'mix.open', icon: 'i-lucide-chart-pie', to: '/plan/mix', roles },
];

/** What was sold of the mix is read again when the books change, or the plan that it stands beside. */
export const follows = { mix: ['mix_plan', 'sale', 'opportunity', 'import'] } as const;

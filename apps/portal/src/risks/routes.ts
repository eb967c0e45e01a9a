import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/review/risks', component: () => import('./RisksPage.vue'), meta: { titleKey: 'risks.title' } },
  { path: '/review/risks/:id', component: () => import('./RiskPage.vue'), meta: { titleKey: 'risks.one' } },
];

export const pages: readonly RoomPage[] = [{ room: 'review', to: '/review/risks', labelKey: 'risks.title', order: 60 }];

export const commands: readonly Command[] = [
  { labelKey: 'risks.open', icon: 'i-lucide-shield-alert', to: '/review/risks' },
];

export const recordPaths = {
  risk: (id: string) => `/review/risks/${id}`,
  risk_drill: () => '/review/risks',
} as const;

export const follows = { risks: ['risk', 'risk_drill', 'activity', 'sale', 'import'] } as const;

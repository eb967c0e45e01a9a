import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const leading = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/growth/goals', component: () => import('./GoalsPage.vue'), meta: { titleKey: 'goals.title' } },
  {
    path: '/growth/team-goals',
    component: () => import('./TeamGoalsPage.vue'),
    meta: { titleKey: 'goals.team.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'growth', to: '/growth/goals', labelKey: 'goals.title', order: 25, carries: 'person' },
  { room: 'growth', to: '/growth/team-goals', labelKey: 'goals.team.title', order: 42, roles: leading },
];

export const commands: readonly Command[] = [{ labelKey: 'goals.open', icon: 'i-lucide-flag', to: '/growth/goals' }];

export const recordPaths = { goal: () => '/growth/goals', led_project: () => '/growth/goals' } as const;

/** Goals are measured again when anything changes by which they are. */
export const follows = {
  goals: [
    ...(['goal', 'led_project', 'certificate', 'award', 'skill', 'assessment'] as const),
    ...(['opportunity', 'stage', 'sale', 'product', 'import'] as const),
  ],
} as const;

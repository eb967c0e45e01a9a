import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/growth/role-play', component: () => import('./RolePlayPage.vue'), meta: { titleKey: 'role-play.title' } },
  {
    path: '/growth/role-plays/:id',
    component: () => import('./SessionPage.vue'),
    meta: { titleKey: 'role-play.title' },
  },
  {
    path: '/growth/scenarios',
    component: () => import('./ScenariosPage.vue'),
    meta: { titleKey: 'role-play.scenarios.title' },
  },
  {
    path: '/growth/scenarios/:id',
    component: () => import('./ScenarioPage.vue'),
    meta: { titleKey: 'role-play.scenarios.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'growth', to: '/growth/role-play', labelKey: 'role-play.title', order: 35, carries: 'person' },
  { room: 'growth', to: '/growth/scenarios', labelKey: 'role-play.scenarios.title', order: 75 },
];

export const commands: readonly Command[] = [
  { labelKey: 'role-play.open', icon: 'i-lucide-drama', to: '/growth/role-play' },
  { labelKey: 'role-play.scenarios.open', icon: 'i-lucide-scroll-text', to: '/growth/scenarios' },
];

/** On the page of somebody’s ladder: how they come on in role-play. */
export const besideRecords: readonly BesideRecord[] = [
  { subject: 'career', order: 30, component: () => import('./RolePlayCard.vue') },
];

const session = (id: string) => `/growth/role-plays/${id}`;
export const recordPaths = {
  role_play: session,
  'role-play': session,
  role_play_scenario: (id: string) => `/growth/scenarios/${id}`,
  exercise: () => '/growth/role-play',
} as const;

export const follows = { 'role-play': ['role_play', 'role_play_scenario', 'exercise'] } as const;

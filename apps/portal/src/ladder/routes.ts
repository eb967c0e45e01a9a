import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/growth', redirect: '/growth/ladder' },
  { path: '/growth/ladder', component: () => import('./LadderPage.vue'), meta: { titleKey: 'ladder.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/growth', labelKey: 'frame.growth', icon: 'i-lucide-sprout', order: 70 },
];

export const pages: readonly RoomPage[] = [
  { room: 'growth', to: '/growth/ladder', labelKey: 'ladder.title', order: 10, carries: 'person' },
];

export const commands: readonly Command[] = [
  { labelKey: 'ladder.open', icon: 'i-lucide-sprout', to: '/growth/ladder' },
];

/** Records that a derivation names, where they are shown. */
export const recordPaths = {
  career: (id: string) => `/growth/ladder?personId=${id}`,
  rung: () => '/growth/ladder',
} as const;

/** The ladder is read again when anything changes by which it is judged. */
export const follows = {
  ladder: ['rung', 'career', 'role_profile', 'skill', 'assessment', 'certificate', 'award', 'sale', 'import'],
} as const;

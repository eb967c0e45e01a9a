import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/growth/skills', component: () => import('./SkillsPage.vue'), meta: { titleKey: 'skills.mine' } },
  { path: '/growth/team', component: () => import('./TeamSkillsPage.vue'), meta: { titleKey: 'skills.team.title' } },
  {
    path: '/growth/roles',
    component: () => import('./RoleProfilesPage.vue'),
    meta: { titleKey: 'skills.roles.title' },
  },
  { path: '/growth/catalogue', component: () => import('./CataloguePage.vue'), meta: { titleKey: 'skills.title' } },
  { path: '/growth/catalogue/:id', component: () => import('./SkillPage.vue'), meta: { titleKey: 'skills.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'growth', to: '/growth/skills', labelKey: 'skills.mine', order: 20, carries: 'person' },
  { room: 'growth', to: '/growth/team', labelKey: 'skills.team.title', order: 40, roles: ['manager', 'admin'] },
  { room: 'growth', to: '/growth/roles', labelKey: 'skills.roles.title', order: 55, roles: ['manager', 'admin'] },
  { room: 'growth', to: '/growth/catalogue', labelKey: 'skills.title', order: 60 },
];

export const commands: readonly Command[] = [
  { labelKey: 'skills.openMine', icon: 'i-lucide-radar', to: '/growth/skills' },
  { labelKey: 'skills.open', icon: 'i-lucide-library', to: '/growth/catalogue' },
];

/** On the page of somebody’s ladder: the skills that it is about. */
export const besideRecords: readonly BesideRecord[] = [
  { subject: 'career', order: 10, component: () => import('./SkillCard.vue') },
];

/** Records that a derivation names, where they are shown. */
export const recordPaths = {
  skill: (id: string) => `/growth/catalogue/${id}`,
  assessment: () => '/growth/skills',
  role_profile: () => '/growth/roles',
} as const;

/** Levels and gaps are read again when somebody is assessed, or asked for something else. */
export const follows = { skills: ['skill', 'role_profile', 'assessment', 'rung', 'career', 'import'] } as const;

import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const leading = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/growth/path', component: () => import('./PathPage.vue'), meta: { titleKey: 'training.path.title' } },
  {
    path: '/growth/team-paths',
    component: () => import('./TeamPathsPage.vue'),
    meta: { titleKey: 'training.team.title' },
  },
  { path: '/growth/courses', component: () => import('./CoursesPage.vue'), meta: { titleKey: 'training.title' } },
  { path: '/growth/courses/:id', component: () => import('./CoursePage.vue'), meta: { titleKey: 'training.title' } },
  { path: '/growth/cases', component: () => import('./CasesPage.vue'), meta: { titleKey: 'training.case.title' } },
  { path: '/growth/cases/:id', component: () => import('./CasePage.vue'), meta: { titleKey: 'training.case.title' } },
  { path: '/growth/tools', component: () => import('./ToolsPage.vue'), meta: { titleKey: 'training.tools.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'growth', to: '/growth/path', labelKey: 'training.path.title', order: 22, carries: 'person' },
  { room: 'growth', to: '/growth/courses', labelKey: 'training.title', order: 25 },
  { room: 'growth', to: '/growth/cases', labelKey: 'training.case.title', order: 27 },
  { room: 'growth', to: '/growth/tools', labelKey: 'training.tools.title', order: 35, carries: 'person' },
  { room: 'growth', to: '/growth/team-paths', labelKey: 'training.team.title', order: 42, roles: leading },
];

export const commands: readonly Command[] = [
  { labelKey: 'training.path.open', icon: 'i-lucide-route', to: '/growth/path' },
  { labelKey: 'training.open', icon: 'i-lucide-graduation-cap', to: '/growth/courses' },
  { labelKey: 'training.case.open', icon: 'i-lucide-book-open', to: '/growth/cases' },
  { labelKey: 'training.tools.open', icon: 'i-lucide-list-checks', to: '/growth/tools' },
  { labelKey: 'training.team.open', icon: 'i-lucide-users', to: '/growth/team-paths', roles: leading },
];

/** Records that a derivation or a day names, where they are shown. */
export const recordPaths = {
  course: (id: string) => `/growth/courses/${id}`,
  learning: (id: string) => `/growth/courses/${id}`,
  case_study: (id: string) => `/growth/cases/${id}`,
  enrolment: () => '/growth/path',
  attempt: () => '/growth/certificates',
} as const;

/** Paths and standings are read again when what they rest on changes. */
export const follows = {
  training: [
    ...['course', 'quiz', 'course_session', 'attendance', 'enrolment', 'attempt', 'learning_plan', 'award', 'goal'],
    ...['assessment', 'role_profile', 'rung', 'career', 'certificate', 'leave', 'tool_use'],
  ],
} as const;

import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, RoomPage } from '../frame/features.ts';

const leading = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/growth/pairs', component: () => import('./PairsPage.vue'), meta: { titleKey: 'mentoring.pairs.title' } },
  { path: '/growth/pairs/:id', component: () => import('./PairPage.vue'), meta: { titleKey: 'mentoring.pairs.title' } },
  {
    path: '/growth/mentors',
    component: () => import('./MentorsPage.vue'),
    meta: { titleKey: 'mentoring.profiles.title' },
  },
  {
    path: '/growth/matching',
    component: () => import('./MatchingPage.vue'),
    meta: { titleKey: 'mentoring.matching.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'growth', to: '/growth/pairs', labelKey: 'mentoring.pairs.title', order: 44 },
  { room: 'growth', to: '/growth/mentors', labelKey: 'mentoring.profiles.title', order: 46 },
  { room: 'growth', to: '/growth/matching', labelKey: 'mentoring.matching.title', order: 48, roles: leading },
];

export const commands: readonly Command[] = [
  { labelKey: 'mentoring.pairs.open', icon: 'i-lucide-handshake', to: '/growth/pairs' },
  { labelKey: 'mentoring.profiles.open', icon: 'i-lucide-graduation-cap', to: '/growth/mentors' },
  { labelKey: 'mentoring.matching.open', icon: 'i-lucide-waypoints', to: '/growth/matching', roles: leading },
];

/** On the page of somebody’s ladder: who mentors them, and whom they mentor. */
export const besideRecords: readonly BesideRecord[] = [
  { subject: 'career', order: 20, component: () => import('./MentorCard.vue') },
];

export const recordPaths = {
  mentorship: (id: string) => `/growth/pairs/${id}`,
  mentee_profile: () => '/growth/mentors',
  mentor_profile: () => '/growth/mentors',
} as const;

export const follows = {
  mentoring: ['mentor_profile', 'mentee_profile', 'mentorship', 'mentorship_entry', 'person', 'leave'],
} as const;

import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/review/week', component: () => import('./ReviewPage.vue'), meta: { titleKey: 'talk-tracks.review.title' } },
  {
    path: '/review/talk-tracks',
    component: () => import('./TalkTracksPage.vue'),
    meta: { titleKey: 'talk-tracks.title' },
  },
  {
    path: '/review/talk-tracks/:id',
    component: () => import('./TalkTrackPage.vue'),
    meta: { titleKey: 'talk-tracks.title' },
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/review', labelKey: 'talk-tracks.review.room', icon: 'i-lucide-messages-square', order: 80 },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/week', labelKey: 'talk-tracks.review.title', order: 10 },
  { room: 'review', to: '/review/talk-tracks', labelKey: 'talk-tracks.title', order: 20 },
];

export const commands: readonly Command[] = [
  { labelKey: 'talk-tracks.review.open', icon: 'i-lucide-messages-square', to: '/review/week' },
  { labelKey: 'talk-tracks.open', icon: 'i-lucide-quote', to: '/review/talk-tracks' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'talk-tracks.one', icon: 'i-lucide-quote', order: 90, to: '/review/talk-tracks?add=1' },
];

export const recordPaths = { talk_track: (id: string) => `/review/talk-tracks/${id}` } as const;

/** The review is read again when somebody logs, or a deal is closed. */
export const follows = { 'talk-tracks': ['activity', 'opportunity', 'stage', 'talk_track', 'import'] } as const;

import { roles } from '@milepost/contract/people';
import type { RouteRecordRaw } from 'vue-router';

const bare = { isPublic: true, isBare: true };

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { ...bare, titleKey: 'session.signIn.title' },
  },
  { path: '/set-up', component: () => import('./SetUpPage.vue'), meta: { ...bare, titleKey: 'session.setUp.title' } },
  {
    path: '/invitations/:token',
    component: () => import('./InvitationPage.vue'),
    meta: { ...bare, titleKey: 'session.invitation.title' },
  },
  // Approving a device is for somebody who is signed in, but it has nothing to do with the rooms.
  {
    path: '/device',
    component: () => import('./DevicePage.vue'),
    meta: { isBare: true, titleKey: 'session.device.title' },
  },
  {
    path: '/account',
    component: () => import('./AccountPage.vue'),
    meta: { titleKey: 'session.account.title', roles },
  },
];

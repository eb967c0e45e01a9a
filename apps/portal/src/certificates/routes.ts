import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/growth/certificates',
    component: () => import('./CertificatesPage.vue'),
    meta: { titleKey: 'certificates.mine' },
  },
  {
    path: '/growth/expiring',
    component: () => import('./ExpiringPage.vue'),
    meta: { titleKey: 'certificates.expiring.title' },
  },
  {
    path: '/growth/certificate-catalogue',
    component: () => import('./CertificateCataloguePage.vue'),
    meta: { titleKey: 'certificates.title' },
  },
  {
    path: '/growth/certificate-catalogue/:id',
    component: () => import('./CertificatePage.vue'),
    meta: { titleKey: 'certificates.title' },
  },
  {
    path: '/verify/:code',
    component: () => import('./VerifyPage.vue'),
    meta: { isPublic: true, isBare: true, titleKey: 'certificates.verify.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'growth', to: '/growth/certificates', labelKey: 'certificates.mine', order: 30, carries: 'person' },
  {
    room: 'growth',
    to: '/growth/expiring',
    labelKey: 'certificates.expiring.title',
    order: 50,
    roles: ['manager', 'admin'],
  },
  { room: 'growth', to: '/growth/certificate-catalogue', labelKey: 'certificates.title', order: 70 },
];

export const commands: readonly Command[] = [
  { labelKey: 'certificates.openMine', icon: 'i-lucide-badge-check', to: '/growth/certificates' },
];

export const recordPaths = {
  certificate: (id: string) => `/growth/certificate-catalogue/${id}`,
  award: () => '/growth/certificates',
} as const;

export const follows = { certificates: ['certificate', 'award', 'goal'] } as const;

import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/last-changes', component: () => import('./LastChangesPage.vue'), meta: { titleKey: 'changes.last' } },
  {
    path: '/settings/audit',
    component: () => import('./AuditPage.vue'),
    meta: { titleKey: 'changes.audit', roles: ['admin'] },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/audit', labelKey: 'changes.audit', order: 90, roles: ['admin'] },
];

export const commands: readonly Command[] = [
  { labelKey: 'changes.lastOpen', icon: 'i-lucide-undo-2', to: '/last-changes' },
  { labelKey: 'changes.auditOpen', icon: 'i-lucide-history', to: '/settings/audit', roles: ['admin'] },
];

/** History is read again with every record that changes. */
export const follows = {
  change: [
    'account',
    'action',
    'activity',
    'contact',
    'activity',
    'budget_line',
    'contact',
    'expense',
    'expense_limit',
    'lead',
    'opportunity',
    'organisation',
    'product',
    'activity',
    'contact',
    'lead',
    'opportunity',
    'organisation',
    'mail',
    'product',
    'rate',
    'sale',
    'stage',
    'team',
  ],
} as const;

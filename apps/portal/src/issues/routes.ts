import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, NavEntry, QuickAdd, RecordSearch, RoomPage } from '../frame/features.ts';

const ofSales = ['rep', 'manager', 'admin'] as const;
const everybody = ['rep', 'manager', 'admin', 'member'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/review/issues',
    component: () => import('./IssueBoardPage.vue'),
    meta: { titleKey: 'issues.board', roles: everybody },
  },
  {
    path: '/review/issue-list',
    component: () => import('./IssuesPage.vue'),
    meta: { titleKey: 'issues.list', roles: ofSales },
  },
  {
    path: '/review/issues/:id',
    component: () => import('./IssuePage.vue'),
    meta: { titleKey: 'issues.one', roles: everybody },
  },
  {
    path: '/settings/departments',
    component: () => import('./DepartmentsPage.vue'),
    meta: { titleKey: 'issues.departments.title', roles: ['admin'] },
  },
];

/** Members of other departments have this room alone. */
export const nav: readonly NavEntry[] = [
  {
    ...{ to: '/review/issues', labelKey: 'issues.title', icon: 'i-lucide-life-buoy', order: 80 },
    ...{ roles: ['member'], isOnPhoneBar: true },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/issues', labelKey: 'issues.board', order: 30, roles: everybody },
  { room: 'review', to: '/review/issue-list', labelKey: 'issues.list', order: 32, roles: ofSales },
  { room: 'settings', to: '/settings/departments', labelKey: 'issues.departments.title', order: 25, roles: ['admin'] },
];

export const commands: readonly Command[] = [
  { labelKey: 'issues.open', icon: 'i-lucide-life-buoy', to: '/review/issues', roles: everybody },
  { labelKey: 'issues.departments.open', icon: 'i-lucide-building', to: '/settings/departments', roles: ['admin'] },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'issues.one', icon: 'i-lucide-life-buoy', order: 85, to: '/review/issues?add=1', roles: everybody },
];

export const search: readonly RecordSearch[] = [
  { kind: 'issue', labelKey: 'issues.title', icon: 'i-lucide-life-buoy', order: 45 },
];

export const besideRecords: readonly BesideRecord[] = [
  { subject: 'account', order: 35, component: async () => (await import('./AccountIssues.vue')).default },
  { subject: 'opportunity', order: 35, component: async () => (await import('./OpportunityIssues.vue')).default },
  { subject: 'invoice', order: 35, component: async () => (await import('./InvoiceIssues.vue')).default },
];

export const recordPaths = {
  issue: (id: string) => `/review/issues/${id}`,
  department: () => '/settings/departments',
} as const;

export const follows = { issues: ['issue', 'department', 'person', 'organisation'] } as const;

import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd, RecordSearch } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/leads', component: () => import('./LeadsPage.vue'), meta: { titleKey: 'leads.title' } },
  { path: '/leads/paste', component: () => import('./PastePage.vue'), meta: { titleKey: 'leads.paste.title' } },
  { path: '/leads/:id', component: () => import('./LeadPage.vue'), meta: { titleKey: 'leads.title' } },
];

export const nav: readonly NavEntry[] = [{ to: '/leads', labelKey: 'leads.title', icon: 'i-lucide-inbox', order: 50 }];

export const commands: readonly Command[] = [
  { labelKey: 'leads.open', icon: 'i-lucide-inbox', to: '/leads' },
  { labelKey: 'leads.paste.open', icon: 'i-lucide-clipboard-paste', to: '/leads/paste' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'leads.one', icon: 'i-lucide-user-round-plus', order: 40, to: '/leads?add=1' },
  { labelKey: 'leads.paste.title', icon: 'i-lucide-clipboard-paste', order: 42, to: '/leads/paste' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'lead', labelKey: 'leads.title', icon: 'i-lucide-inbox', order: 40 },
];

export const recordPaths = { lead: (id: string) => `/leads/${id}` } as const;

/** What a lead became, and what it is like, is told by its name. */
export const follows = { lead: ['account', 'contact', 'opportunity', 'event'] } as const;

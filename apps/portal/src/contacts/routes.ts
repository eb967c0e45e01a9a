import type { RouteRecordRaw } from 'vue-router';
import type { Command, QuickAdd, RecordSearch } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/contacts', component: () => import('./ContactsPage.vue'), meta: { titleKey: 'contacts.title' } },
  { path: '/contacts/:id', component: () => import('./ContactPage.vue'), meta: { titleKey: 'contacts.title' } },
];

export const commands: readonly Command[] = [{ labelKey: 'contacts.open', icon: 'i-lucide-contact', to: '/contacts' }];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'contacts.one', icon: 'i-lucide-contact', order: 20, to: '/contacts?add=1' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'contact', labelKey: 'contacts.title', icon: 'i-lucide-contact', order: 20 },
];

export const recordPaths = { contact: (id: string) => `/contacts/${id}` } as const;

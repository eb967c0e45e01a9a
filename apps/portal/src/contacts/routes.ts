import type { ContactView } from '@milepost/contract/contacts';
import type { RouteRecordRaw } from 'vue-router';
import type { Command, QuickAdd } from '../frame/features.ts';
import { recordSearch } from '../records/record-search.ts';
import { contactKind } from './contacts.queries.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/contacts', component: () => import('./ContactsPage.vue'), meta: { titleKey: 'contacts.title' } },
  { path: '/contacts/:id', component: () => import('./ContactPage.vue'), meta: { titleKey: 'contacts.title' } },
];

export const commands: readonly Command[] = [{ labelKey: 'contacts.open', icon: 'i-lucide-contact', to: '/contacts' }];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'contacts.one', icon: 'i-lucide-contact', order: 20, to: '/contacts?add=1' },
];

export const search = [
  recordSearch<ContactView>(contactKind, {
    labelKey: 'contacts.title',
    icon: 'i-lucide-contact',
    order: 20,
    noteOf: ({ account }) => account?.name ?? null,
  }),
];

export const recordPaths = { contact: (id: string) => `/contacts/${id}` } as const;

import type { ContactView } from '@milepost/contract/contacts';
import type { RouteRecordRaw } from 'vue-router';
import type { Command, QuickAdd, RecordSearch } from '../frame/features.ts';
import { recordsPage } from '../records/records.queries.ts';
import { contactKind } from './contacts.queries.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/contacts', component: () => import('./ContactsPage.vue'), meta: { titleKey: 'contacts.title' } },
  { path: '/contacts/:id', component: () => import('./ContactPage.vue'), meta: { titleKey: 'contacts.title' } },
];

export const commands: readonly Command[] = [{ labelKey: 'contacts.open', icon: 'i-lucide-contact', to: '/contacts' }];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'contacts.one', icon: 'i-lucide-contact', order: 20, to: '/contacts?add=1' },
];

export const search: readonly RecordSearch[] = [
  {
    labelKey: 'contacts.title',
    icon: 'i-lucide-contact',
    order: 20,
    find: async (q, signal) =>
      (await recordsPage<ContactView>(contactKind, { q }, signal)).items
        .slice(0, 8)
        .map(({ id, name, account }) => ({ id, label: name, note: account?.name ?? null, to: `/contacts/${id}` })),
  },
];

export const recordPaths = { contact: (id: string) => `/contacts/${id}` } as const;

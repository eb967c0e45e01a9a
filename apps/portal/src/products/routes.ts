import type { ProductView } from '@milepost/contract/products';
import type { RouteRecordRaw } from 'vue-router';
import type { Command, QuickAdd, RecordSearch, SettingsEntry } from '../frame/features.ts';
import { recordsPage } from '../records/records.queries.ts';
import { productKind } from './products.queries.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/products', component: () => import('./ProductsPage.vue'), meta: { titleKey: 'products.title' } },
  { path: '/products/:id', component: () => import('./ProductPage.vue'), meta: { titleKey: 'products.title' } },
];

export const settings: readonly SettingsEntry[] = [{ to: '/products', labelKey: 'products.title', order: 40 }];

export const commands: readonly Command[] = [{ labelKey: 'products.open', icon: 'i-lucide-package', to: '/products' }];

export const quickAdd: readonly QuickAdd[] = [
  {
    labelKey: 'products.one',
    icon: 'i-lucide-package',
    order: 70,
    to: '/products?add=1',
    roles: ['manager', 'admin'],
  },
];

export const search: readonly RecordSearch[] = [
  {
    labelKey: 'products.title',
    icon: 'i-lucide-package',
    order: 50,
    find: async (q, signal) =>
      (await recordsPage<ProductView>(productKind, { q }, signal)).items
        .slice(0, 8)
        .map(({ id, name, line }) => ({ id, label: name, note: line, to: `/products/${id}` })),
  },
];

export const recordPaths = { product: (id: string) => `/products/${id}` } as const;

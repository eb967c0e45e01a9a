import type { RouteRecordRaw } from 'vue-router';
import type { Command, QuickAdd, RecordSearch, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/products', component: () => import('./ProductsPage.vue'), meta: { titleKey: 'products.title' } },
  { path: '/products/:id', component: () => import('./ProductPage.vue'), meta: { titleKey: 'products.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/products', labelKey: 'products.title', order: 40 },
];

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
  { kind: 'product', labelKey: 'products.title', icon: 'i-lucide-package', order: 50 },
];

export const recordPaths = { product: (id: string) => `/products/${id}` } as const;

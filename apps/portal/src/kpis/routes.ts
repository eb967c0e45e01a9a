import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/review/kpis', component: () => import('./KpisPage.vue'), meta: { titleKey: 'kpis.title' } },
];

export const pages: readonly RoomPage[] = [{ room: 'review', to: '/review/kpis', labelKey: 'kpis.title', order: 26 }];

export const commands: readonly Command[] = [{ labelKey: 'kpis.open', icon: 'i-lucide-gauge', to: '/review/kpis' }];

export const recordPaths = { kpi: () => '/review/kpis' } as const;

/** Read again when what they count, or what is wanted, changes. */
export const follows = {
  kpis: [
    ...['kpi', 'target', 'sale', 'receipt', 'invoice', 'activity', 'account', 'lead', 'opportunity', 'rate'],
    ...['measure_definition', 'satisfaction', 'person', 'import'],
  ],
} as const;

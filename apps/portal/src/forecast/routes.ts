import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/pipeline/forecast', component: () => import('./ForecastPage.vue'), meta: { titleKey: 'forecast.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'pipeline', to: '/pipeline/forecast', labelKey: 'forecast.title', order: 30 },
];

export const commands: readonly Command[] = [
  { labelKey: 'forecast.openPage', icon: 'i-lucide-trending-up', to: '/pipeline/forecast' },
];

/** A forecast is read again when what it is computed from changes. */
export const follows = {
  forecast: [
    'opportunity',
    'sale',
    'stage',
    'import',
    'organisation',
    'rate',
    'forecast_override',
    'forecast_submission',
    'pipeline_snapshot',
  ],
} as const;

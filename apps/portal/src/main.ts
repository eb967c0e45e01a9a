import '@milepost/ui/main.css';
import { uiWordsKey } from '@milepost/ui/words';
import nuxtUi from '@nuxt/ui/vue-plugin';
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createWebHistory } from 'vue-router';
import App from './App.vue';
import { followKeys } from './frame/keys.ts';
import { makeRouter } from './frame/router.ts';
import { followTheme } from './frame/theme.ts';
import { uiWords } from './frame/ui-words.ts';
import { followConnection } from './http/connection.ts';
import { readAgainQuietly } from './http/read-again.ts';
import { i18n, showFirstLocale } from './i18n/i18n.ts';

followTheme();
followConnection();
followKeys();
await showFirstLocale();

// After an update of the server an old page asks for files that are gone: begin again with the new ones.
window.addEventListener('vite:preloadError', () => window.location.reload());

const app = createApp(App);
app.use(createPinia());
app.use(PiniaColada, {
  queryOptions: { staleTime: 30_000, refetchOnWindowFocus: true },
  plugins: [readAgainQuietly],
});
app.use(i18n);
app.provide(uiWordsKey, uiWords());
app.use(makeRouter(createWebHistory()));
app.use(nuxtUi);
app.mount('#app');

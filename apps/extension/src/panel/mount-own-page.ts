import '@milepost/ui/main.css';
import { type App, type Component, createApp } from 'vue';
import { browser } from 'wxt/browser';
import { makeI18n } from '../i18n/i18n.ts';
import { languageOf } from '../settings/settings.ts';

/** Starts one of the extension's own pages. The chosen language follows as soon as it has been read from storage. */
export function mountOwnPage(page: Component, dress: (app: App) => void = () => undefined): void {
  const i18n = makeI18n(languageOf('auto', browser.i18n.getUILanguage()));
  const app = createApp(page).use(i18n);
  dress(app);
  app.mount('#app');
}

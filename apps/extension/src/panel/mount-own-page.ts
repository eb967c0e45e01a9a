import '@milepost/ui/main.css';
import ui from '@nuxt/ui/vue-plugin';
import { type Component, createApp } from 'vue';
import { browser } from 'wxt/browser';
import { makeI18n } from '../i18n/i18n.ts';
import { languageOf } from '../settings/settings.ts';

/** Starts one of the extension's own pages. The chosen language follows as soon as it has been read from storage. */
export function mountOwnPage(page: Component): void {
  const i18n = makeI18n(languageOf('auto', browser.i18n.getUILanguage()));
  createApp(page).use(i18n).use(ui).mount('#app');
}

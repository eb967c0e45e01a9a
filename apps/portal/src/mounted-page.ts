import { uiWordsKey } from '@milepost/ui/words';
import UApp from '@nuxt/ui/components/App.vue';
import nuxtUi from '@nuxt/ui/vue-plugin';
import { PiniaColada } from '@pinia/colada';
import { render } from '@testing-library/vue';
import { createPinia, setActivePinia } from 'pinia';
import { type Component, defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { uiWords } from './frame/ui-words.ts';
import { readAgainQuietly } from './http/read-again.ts';
import { i18n, showLocale } from './i18n/i18n.ts';

const elsewhere = defineComponent({ render: () => h('p', 'elsewhere') });

/**
 * A component in the house's own surroundings: true Pinia and Colada, true router at `path`, true words in English. Only the network is
 * faked (`fakeApi`).
 */
export async function mountPage(
  page: Component,
  { path = '/', props = {}, router }: { path?: string; props?: Record<string, unknown>; router?: Router } = {},
) {
  await showLocale('en');
  const pinia = createPinia();
  setActivePinia(pinia);
  const ways =
    router ?? createRouter({ history: createMemoryHistory(), routes: [{ path: '/:path(.*)*', component: elsewhere }] });
  await ways.push(path);
  const view = render(defineComponent({ render: () => h(UApp, null, { default: () => h(page, props) }) }), {
    global: {
      plugins: [pinia, [PiniaColada, { plugins: [readAgainQuietly] }], i18n, ways, nuxtUi],
      provide: { [uiWordsKey as symbol]: uiWords() },
    },
  });
  return { ...view, router: ways };
}

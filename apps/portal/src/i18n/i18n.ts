import type { Locale } from '@milepost/contract/organisation';
import { createI18n } from 'vue-i18n';
import { recall, remember } from '../frame/remembered.ts';
import type { Messages } from './gather-messages.ts';
import { chooseLocale } from './locale-choice.ts';

// One chunk a language: a reader loads the one that is read.
const loaders: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('./messages-en.ts'),
  'zh-Hans': () => import('./messages-zh-Hans.ts'),
  'zh-Hant': () => import('./messages-zh-Hant.ts'),
};

/** The running i18n. No fallback language: a test keeps all three complete. */
export const i18n = createI18n({ legacy: false, locale: 'en', fallbackLocale: false, messages: {} });

/** The language the page runs in. */
export const currentLocale = (): Locale => i18n.global.locale.value as Locale;

/** Loads a language and shows everything in it. */
export async function showLocale(locale: Locale): Promise<void> {
  if (!i18n.global.availableLocales.includes(locale as never)) {
    const { messages } = await loaders[locale]();
    i18n.global.setLocaleMessage(locale, messages as never);
  }
  i18n.global.locale.value = locale as never;
  document.documentElement.lang = locale;
}

/** A reader's own choice: shown now and remembered on this device. */
export async function chooseOwnLocale(locale: Locale): Promise<void> {
  remember('locale', locale);
  await showLocale(locale);
}

/** The language to begin with, shown. */
export const showFirstLocale = (): Promise<void> =>
  showLocale(chooseLocale(recall<string | null>('locale', null), navigator.languages ?? []));

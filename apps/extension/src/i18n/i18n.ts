import { createI18n } from 'vue-i18n';
import type { Language } from '../settings/settings.ts';
import en from './en.json';
import zhHans from './zh-Hans.json';
import zhHant from './zh-Hant.json';

const messages = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** The words of panel and options page; no fallback language, a test keeps all three complete. */
export function makeI18n(language: Language) {
  return createI18n({ legacy: false, locale: language, fallbackLocale: false, messages });
}

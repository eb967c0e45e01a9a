import { en, zh_cn, zh_tw } from '@nuxt/ui/locale';
import type { Language } from '../settings/settings.ts';

const locales = { en, 'zh-Hans': zh_cn, 'zh-Hant': zh_tw } as const;

/** The words of the component library in a language of ours. */
export function componentLocaleOf(language: Language) {
  return locales[language];
}

import { type ComputedRef, computed, type Ref, watchEffect } from 'vue';
import { useI18n } from 'vue-i18n';
import { browser } from 'wxt/browser';
import { type Language, languageOf, type Settings } from '../settings/settings.ts';

/** Speaks the language the person chose, or the browser's, and follows a change at once. */
export function useLanguage(settings: Readonly<Ref<Settings>>): ComputedRef<Language> {
  const { locale } = useI18n();
  const language = computed(() => languageOf(settings.value.language, browser.i18n.getUILanguage()));
  watchEffect(() => {
    locale.value = language.value;
  });
  return language;
}

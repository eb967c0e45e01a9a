import { onScopeDispose, ref, watchEffect } from 'vue';
import type { Language } from '../settings/settings.ts';

/** Dresses the extension's own page, not the one on screen: its language, its title, and the machine's choice of light or dark. */
export function useOwnPage(facts: () => { language: Language; title: string }): void {
  const machine = window.matchMedia('(prefers-color-scheme: dark)');
  const isDark = ref(machine.matches);
  const follow = (change: MediaQueryListEvent): void => {
    isDark.value = change.matches;
  };
  machine.addEventListener('change', follow);
  onScopeDispose(() => machine.removeEventListener('change', follow));
  watchEffect(() => {
    const { language, title } = facts();
    const top = window.document.documentElement;
    top.lang = language;
    top.classList.toggle('dark', isDark.value);
    top.classList.toggle('light', !isDark.value);
    window.document.title = title;
  });
}

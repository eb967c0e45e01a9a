import { ref, watchEffect } from 'vue';
import { recall, remember } from './remembered.ts';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

const remembered = recall<Theme>('theme', 'system');
const chosen = ref<Theme>(themes.includes(remembered) ? remembered : 'system');

/** The theme chosen on this device. */
export const useTheme = () => ({
  chosen,
  choose(theme: Theme): void {
    chosen.value = theme;
    remember('theme', theme);
  },
});

/** Keeps the page in the chosen theme, and with `system` in that of the machine. Called once. */
export function followTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const isSystemDark = ref(system.matches);
  system.addEventListener('change', (event) => {
    isSystemDark.value = event.matches;
  });
  watchEffect(() => {
    const isDark = chosen.value === 'dark' || (chosen.value === 'system' && isSystemDark.value);
    document.documentElement.classList.toggle('dark', isDark);
    document.documentElement.classList.toggle('light', !isDark);
  });
}

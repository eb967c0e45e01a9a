// Read by Node itself when a vite.config.ts or wxt.config.ts imports it: erasable TypeScript only.
import { fileURLToPath } from 'node:url';
import nuxtUi from '@nuxt/ui/vite';
import type { Plugin, PluginOption } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Every icon that exists is bundled at build time; the loader that would ask a server for others is not in the output. */
const offlineIcons: Plugin = {
  name: 'milepost:offline-icons',
  enforce: 'pre',
  config: () => ({ resolve: { alias: [{ find: /^@iconify\/vue$/, replacement: `${here}iconify-offline.ts` }] } }),
};

const unnamed = '<ListboxContent data-slot="content"';

/** Nuxt UI's palette renders a listbox without a name, which a screen reader announces as "list". It takes the name of its field. */
const namedListbox: Plugin = {
  name: 'milepost:named-listbox',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/runtime/components/CommandPalette.vue')) return;
    if (!code.includes(unnamed)) this.error('The command palette changed: check whether its listbox has a name now.');
    return { code: code.replace(unnamed, `${unnamed} :aria-label="placeholder"`), map: null };
  },
};

/**
 * The look shared by portal and extension: Nuxt UI, Tailwind, our colours, bundled icons.
 * Components are imported by path (`@nuxt/ui/components/Button.vue`), never by themselves.
 * @param router false where there is no vue-router (the side panel of the extension).
 */
export function milepostUi({ router = true }: { router?: boolean } = {}): PluginOption[] {
  return [
    offlineIcons,
    namedListbox,
    nuxtUi({
      router,
      autoImport: false,
      components: false,
      colorMode: false,
      dts: false,
      ui: {
        colors: { primary: 'fjord', neutral: 'mist', success: 'moss', warning: 'ochre', error: 'brick', info: 'slate' },
        // A long title must not run below the button that closes.
        modal: { slots: { wrapper: 'pe-8' } },
        // Nuxt UI lets the ground show through below the pointer, and the words fall under 4.5:1; ours move towards the ink.
        button: {
          compoundVariants: [
            { color: 'primary', variant: 'solid', class: 'hover:bg-(--primary-below) active:bg-(--primary-below)' },
            { color: 'primary', variant: 'link', class: 'hover:text-(--primary-below) active:text-(--primary-below)' },
            { color: 'error', variant: 'solid', class: 'hover:bg-(--error-below) active:bg-(--error-below)' },
            { color: 'error', variant: 'link', class: 'hover:text-(--error-below) active:text-(--error-below)' },
          ],
        },
      },
      icon: {
        clientBundle: {
          scan: {
            globInclude: ['**/*.{vue,ts}', `${here}**/*.{vue,ts}`],
            globExclude: ['node_modules', 'dist', '.output', '.wxt', '**/*.test.ts'],
          },
        },
      },
    }),
  ];
}

import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import { milepostUi } from '@milepost/ui/vite';
import { defineConfig } from 'wxt';

/** What only the parts need that are drawn with the component library; the opening panel does without. */
const componentLibrary =
  /node_modules\/(@nuxt\/ui|reka-ui|tailwind-variants|tailwindcss|unhead|@unhead|hookable|ohash|@floating-ui|@vueuse|@iconify\/vue)\/|nuxt-ui-templates|iconify-offline|#build/;

export default defineConfig({
  srcDir: 'src',
  modules: ['@wxt-dev/module-vue'],
  imports: false,
  zip: { name: 'milepost-clipper' },
  vite: () => ({
    plugins: [
      milepostUi({ router: false }),
      // Messages are compiled here, so that the panel needs no compiler and its policy no exception.
      vueI18n({ include: [fileURLToPath(new URL('./src/i18n/*.json', import.meta.url))], strictMessage: true }),
    ],
  }),
  hooks: {
    // Every file costs the opening panel a round trip through the browser: what its pages share is one.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'sidepanel')) return;
      config.build = {
        ...config.build,
        modulePreload: { resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []) },
        rolldownOptions: {
          ...config.build?.rolldownOptions,
          output: {
            ...config.build?.rollupOptions?.output,
            codeSplitting: {
              groups: [
                { name: 'shared', test: (id) => !componentLibrary.test(id), minShareCount: 2, priority: 2 },
                { name: 'library', minShareCount: 2, priority: 1 },
              ],
            },
          },
        },
      };
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Milepost',
    description: '__MSG_description__',
    default_locale: 'en',
    // The side panel's own permission is added by WXT where the browser has one.
    permissions: ['activeTab', 'scripting', 'storage', 'alarms', 'contextMenus'],
    // Asked for one at a time, when the address of the CRM is set; nothing is granted at installation.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
    },
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'clipper@milepost.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});

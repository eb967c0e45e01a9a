import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import { milepostUi } from '@milepost/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue(),
    milepostUi(),
    // Messages are compiled at build time: no compiler in the browser, nothing that a content security policy would stop.
    vueI18n({ include: [fileURLToPath(new URL('./src/*/locales/*.json', import.meta.url))], strictMessage: false }),
  ],
  // The solver's worker loads its WebAssembly beside itself: as a module, and untouched while developing.
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['highs'] },
  build: { target: 'es2023', chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:4310', '/calendar': 'http://127.0.0.1:4310' } },
});

import { defineProject } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineProject({
  plugins: [WxtVitest({ root: import.meta.dirname }) as never],
  test: { name: 'extension', environment: 'node', isolate: false, include: ['src/**/*.test.ts'], testTimeout: 60_000 },
});

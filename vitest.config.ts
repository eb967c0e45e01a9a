import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { projects: ['packages/core', 'packages/capture', 'packages/contract', 'apps/*', 'tooling'], maxWorkers: 2 },
});

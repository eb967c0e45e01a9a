import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/core', 'packages/capture', 'packages/contract', 'packages/solver', 'apps/*', 'tooling'],
    maxWorkers: 2,
  },
});

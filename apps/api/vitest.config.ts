import { defineProject } from 'vitest/config';

export default defineProject({
  test: { name: 'api', environment: 'node', globalSetup: ['src/db/testing-setup.ts'] },
});

import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'api',
    environment: 'node',
    globalSetup: ['src/db/testing-setup.ts'],
    // On a busy machine a fresh PostgreSQL database may take its time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

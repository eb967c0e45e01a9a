import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'api',
    environment: 'node',
    // Files of a worker share its modules, and its databases: each test begins with an empty one.
    isolate: false,
    globalSetup: ['src/db/testing-setup.ts'],
    // On a busy machine a fresh PostgreSQL database may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

import { defineProject, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineProject({
    test: {
      name: 'portal',
      environment: 'happy-dom',
      isolate: false,
      setupFiles: ['./src/test-setup.ts'],
      testTimeout: 60_000,
    },
  }),
);

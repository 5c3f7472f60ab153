import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    env: { TZ: 'Europe/London' },
  },
});

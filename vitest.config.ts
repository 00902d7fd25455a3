import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/**/*.test.ts'], testTimeout: 30_000, maxWorkers: '100%', env: { NO_COLOR: '1' } },
});

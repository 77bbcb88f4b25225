import { defineConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.ts';
import { sharingFiles } from './test/sharing-files.ts';

export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    // Embedded AWS, workers and browsers start real servers and threads: two files at once are enough.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'sharing', include: [...sharingFiles], isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [...sharingFiles] } },
    ],
  },
});

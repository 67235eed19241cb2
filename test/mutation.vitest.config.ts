import { defineConfig } from 'vitest/config';

/** The rules' own tests alone: each mutant is tried against them, but not against hundreds of random months. */
export default defineConfig({
  test: {
    include: ['test/shared/{judging,norms,scorecards}/**/*.test.ts'],
    exclude: ['test/shared/scorecards/open-month.test.ts'],
    // A test that runs out of time on a busy machine has noticed nothing.
    testTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

/** The rules' own tests alone: each mutant is tried against them. */
export default defineConfig({ test: { include: ['test/shared/**/*.test.ts'] } });

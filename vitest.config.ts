import { defineConfig } from 'vitest/config';
import { lanes } from './test/lanes.ts';

export default defineConfig({
  // The copy that the packages under node_modules load: a second one would break `instanceof`.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Files share their modules, which hold no state: reading them anew for each file took a quarter of the time.
    isolate: false,
    // It would be written into node_modules, which npm reads anew, at each `npx`, when anything there has changed.
    cache: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: lanes(),
  },
});

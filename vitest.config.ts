import { defineConfig } from 'vitest/config';
import { lanes } from './test/lanes.ts';
import { Order } from './test/order.ts';

export default defineConfig({
  // The copy that the packages under node_modules load: a second one would break `instanceof`.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Files share their modules, which hold no state: reading them anew for each file took a quarter of the time.
    isolate: false,
    // It would be written into node_modules, which npm reads anew, at each `npx`, when anything there has changed.
    cache: false,
    // Lanes work beside each other: what takes a second alone may take many.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: Order },
    projects: lanes(),
  },
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** A zipped copy beside each file, so that the server sends a third of the bytes without zipping anything itself. */
const zipped: Plugin = {
  name: 'zipped',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle)) {
      const file = join(dir, name);
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
  },
};

export default defineConfig({
  base: '/playground/',
  plugins: [zipped],
  build: {
    outDir: '../../../dist/playground',
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
});

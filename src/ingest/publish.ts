// Writes schema/bundle.schema.json; with --check it changes nothing and fails where the file is not what it should be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bundleJsonSchema } from './json-schema.ts';

const file = new URL('../../schema/bundle.schema.json', import.meta.url);
const fresh = `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
  console.error('schema/bundle.schema.json is stale: run npx tsx src/ingest/publish.ts');
  process.exitCode = 1;
}

// Writes the JSON Schemas in schema/; with --check it changes nothing and fails where a file is not what it should be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bundleJsonSchema } from '../bundle/json-schema.ts';
import { mappingJsonSchema } from './table/json-schema.ts';

const schemas = { 'bundle.schema.json': bundleJsonSchema(), 'mapping.schema.json': mappingJsonSchema() };

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../../schema/${name}`, import.meta.url);
  const fresh = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, fresh);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
    console.error(`schema/${name} is stale: run npx tsx src/formats/write-json-schemas.ts`);
    process.exitCode = 1;
  }
}

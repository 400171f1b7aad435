// Writes the JSON Schemas into schema/. With --check it writes nothing and fails if a file is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bundleJsonSchema } from '../bundle/json-schema.ts';
import { mappingJsonSchema } from './table/json-schema.ts';

const schemas = { 'bundle.schema.json': bundleJsonSchema(), 'mapping.schema.json': mappingJsonSchema() };

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../../schema/${name}`, import.meta.url);
  const content = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, content);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
    console.error(`schema/${name} is out of date: run npx tsx src/formats/write-json-schemas.ts`);
    process.exitCode = 1;
  }
}

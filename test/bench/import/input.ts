// Writes an input of the generated archive, one record a line: `input.ts <file> <attributions>`. A process of its own, so
// that the memory of the one that imports is its own too.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { generate, SIZE } from '../generate.ts';

const [file = '', attributions = ''] = process.argv.slice(2);
const bundle = generate({ ...SIZE, attributions: Number(attributions) });
const out = createWriteStream(file);
for (const name of ['actors', 'documents', 'claims', 'attributions'] as const) {
  for (const record of bundle[name]) {
    if (!out.write(`${JSON.stringify({ [name]: [record] })}\n`)) await once(out, 'drain');
  }
}
out.end();
await once(out, 'finish');

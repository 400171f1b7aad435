// Writes the contract's types for the code that reads or writes them; what they mean is in `schema/`, once. With `--check`
// it only says whether they are fresh.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';

const FILE = 'src/contract.ts';

const CONFIG = {
  disableDescriptions: true,
  skipTypename: true,
  enumsAsTypes: true,
  inputMaybeValue: 'T | null | undefined',
  scalars: {
    ID: { input: 'string', output: 'string' },
    Edtf: { input: 'string', output: 'string' },
    DateTime: { input: 'Date', output: 'Date' },
    URL: { input: 'string | URL', output: 'string | URL' },
    LanguageTag: { input: 'string', output: 'string' },
  },
};

const files = readdirSync('schema').filter((name) => name.endsWith('.graphql'));
const contract = lexicographicSortSchema(
  buildSchema(files.map((name) => readFileSync(`schema/${name}`, 'utf8')).join('\n')),
);

const generated = await codegen({
  filename: FILE,
  schema: parse(printSchema(contract)),
  schemaAst: contract,
  documents: [],
  config: CONFIG,
  plugins: [{ typescript: {} }],
  pluginMap: { typescript },
});

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, generated);
} else if (readFileSync(FILE, 'utf8') !== generated) {
  console.error(`${FILE} is older than schema/: run "npm run generate".`);
  process.exitCode = 1;
}

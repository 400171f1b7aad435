import type { CodegenConfig } from '@graphql-codegen/cli';

/** The contract's types for those who read or write it. What they mean stands in `schema/`, once. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/contract.ts': {
      plugins: ['typescript'],
      config: {
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
      },
    },
  },
};

export default config;

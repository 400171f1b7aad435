import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the contract for the mappings and resolvers. A new node type adds its line to `mappers`. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/graphql/generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        useIndexSignature: true,
        contextType: './context.ts#Context',
        scalars: {
          ID: { input: 'string', output: 'string' },
          Edtf: { input: 'string', output: 'string' },
          DateTime: { input: 'Date', output: 'Date' },
          URL: { input: 'string | URL', output: 'string | URL' },
          LanguageTag: { input: 'string', output: 'string' },
        },
        defaultMapper: '../cypher/shaped.ts#Shaped',
        inputMaybeValue: 'T | null | undefined',
      },
    },
  },
};

export default config;

import { z } from 'zod';
import { Mapping } from './mapping-file.ts';

/** The published JSON Schema of mapping files (draft 2020-12). `parseMapping` checks the syntax of templates. */
export function mappingJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(Mapping, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'urn:claimgraph:mapping',
    title: 'claimgraph mapping',
    description: 'How the rows of a CSV or JSON file become records of a bundle.',
    ...schema,
  };
}

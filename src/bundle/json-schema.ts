import { z } from 'zod';
import { BundleFile } from './bundle.ts';

/** The published JSON Schema of bundles (draft 2020-12). The loader checks the rules that it cannot express. */
export function bundleJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(BundleFile, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'urn:claimgraph:bundle',
    title: 'claimgraph bundle',
    description:
      'Who said what: records for claimgraph, in one file or in several that a manifest lists. All of them are stored, ' +
      'or none. Some rules are not part of this schema: every reference must name a record of the right kind, in the ' +
      'bundle or in the graph; every claim needs an attribution; no id and no identifier may be given twice; nothing ' +
      'may be part of itself, related to itself or cite itself; and dates must be real.',
    ...schema,
  };
}

import type { Flag } from '../contract.ts';
import { property, rows } from '../cypher/field-mappings.ts';
import type { MappingOf, RowsField } from '../cypher/mapping.ts';
import type { Bindings } from '../cypher/pattern.ts';
import { pattern } from '../cypher/pattern.ts';
import { grounded } from './grounds.ts';

export const flag: MappingOf<Flag> = {
  kind: property('kind'),
  message: property('message'),
  basis: property('basis'),
};

/** Those that came with the record as they were given, then those that rules have found. */
const inOrder = ({ self }: Bindings) => [`${self}.position`, `${self}.kind`, `${self}.message`, `${self}.id`];

/** A flag without grounds can be seen where its owner can. */
const bare = pattern('(self)-[bare:FLAGGED]->(flag:Flag)');
const resting = pattern('(self)-[:FLAGGED]->(flag:Flag)');

/** The flags of a claim, all of which have grounds. */
export const claimFlags: RowsField = rows(
  { type: 'Flag', patterns: [resting], rows: { self: 'flag' }, conditions: () => [grounded('RESTS_ON')] },
  inOrder,
);

/** The flags of a document; those on the document itself have no grounds. */
export const documentFlags: RowsField = rows(
  {
    type: 'Flag',
    patterns: [bare, resting],
    rows: { self: 'flag' },
    where: { bare: (_variable, _parameter, { flag: found }) => [`${found}.grounds = 0`] },
    conditions: (_args, _node, path) => (path === resting ? [grounded('RESTS_ON')] : []),
  },
  inOrder,
);

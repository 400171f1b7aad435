import type { ASTNode } from 'graphql';
import type { IdentifierInput } from '../contract.ts';
import { type Arguments, isGiven } from '../cypher/arguments.ts';
import { amongIds } from '../cypher/field-mappings.ts';
import type { Condition, RowsField } from '../cypher/mapping.ts';
import { LARGEST_PAGE } from '../cypher/page.ts';
import { pattern } from '../cypher/pattern.ts';
import { badInput } from '../errors.ts';

export const node: RowsField = {
  kind: 'one',
  source: {
    type: 'Node',
    patterns: [pattern('(self:Node)')],
    rows: { self: 'self' },
    conditions: (args) => amongIds([args.id as string]),
  },
};

export const nodes: RowsField = {
  kind: 'list',
  source: {
    type: 'Node',
    patterns: [pattern('(self:Node)')],
    rows: { self: 'self' },
    conditions: (args, field) => {
      const { length } = args.ids as string[];
      if (length > LARGEST_PAGE) throw badInput('ids', `${length} ids are more than ${LARGEST_PAGE}`, field);
      return amongIds(args.ids as string[]);
    },
  },
  places: (args) => args.ids as string[],
};

export const entity: RowsField = {
  kind: 'one',
  source: { type: 'Entity', patterns: [pattern('(self:Entity)')], rows: { self: 'self' }, conditions: identified },
};

function identified(args: Arguments, field: ASTNode): Condition[] {
  const id = args.id as string | null | undefined;
  const identifier = args.identifier as IdentifierInput | null | undefined;
  if (isGiven(id) && identifier) throw badInput('identifier', 'give id or identifier, not both', field);
  if (isGiven(id)) return amongIds([id]);
  if (!identifier) throw badInput('id', 'give an id, or an identifier', field);
  return [
    {
      pattern: pattern('(self)-[:IDENTIFIED_BY]->(identifier:Identifier)'),
      where: {
        identifier: (variable, parameter) => [
          `${variable}.key = ${parameter(`${identifier.scheme.toLowerCase()}:${identifier.value}`)}`,
        ],
      },
      anchor: { role: 'identifier', rank: 0, label: 'Identifier' },
    },
  ];
}

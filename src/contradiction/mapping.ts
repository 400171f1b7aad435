import type { Contradiction, ContradictionSide } from '../contract.ts';
import { bound, list, property, rows } from '../cypher/field-mappings.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { ATTRIBUTIONS_ON_CLAIM, asGround } from '../flag/grounds.ts';
import { instant } from '../time/served-values.ts';

export const contradiction: MappingOf<Contradiction> = {
  id: property('id'),
  kind: property('kind'),
  claims: list('Claim', '(self)-[:SIDE]->(claim:Claim)', 'claim', { distinct: true }),
  sides: rows(
    {
      type: 'ContradictionSide',
      patterns: [pattern('(self)-[ground:SIDE]->(claim:Claim)')],
      rows: { claim: 'claim', ground: 'ground' },
    },
    ({ ground }) => [`${ground}.position`],
  ),
  basis: property('basis'),
  by: property('by'),
  at: property('recorded', instant),
  reason: property('reason'),
};

export const contradictionSide: MappingOf<ContradictionSide> = {
  claim: bound('Claim', 'claim'),
  affirms: property('affirms', undefined, 'ground'),
  actors: list('Actor', `${ATTRIBUTIONS_ON_CLAIM}-[:BY]->(actor:Actor)`, 'actor', {
    distinct: true,
    where: { said: asGround },
  }),
  attributions: list('Attribution', ATTRIBUTIONS_ON_CLAIM, 'said', { distinct: true, where: { said: asGround } }),
};

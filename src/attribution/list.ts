import type { ASTNode } from 'graphql';
import type { AttributionFilter, AttributionOrderField, Side } from '../contract.ts';
import { type Arguments, isGiven } from '../cypher/arguments.ts';
import { hasWords, overlapping } from '../cypher/conditions.ts';
import {
  among,
  connection,
  equals,
  isIn,
  leadsTo,
  leadsToEvery,
  orderOf,
  propertyKey,
  timeKey,
} from '../cypher/field-mappings.ts';
import type { Condition, ConnectionField } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { COUNTED } from '../rules/stances.ts';
import { isRoot } from '../trace/trace-marks.ts';
import type { Tracing } from '../trace/tracer.ts';

const ABOUT = '(self)-[:OF]->(claim:Claim)-[:ABOUT]->(entity:Entity)';

export const attributionOrder = orderOf<AttributionOrderField>(
  {
    SAID_AT: timeKey('saidAsc', 'saidDesc'),
    RECORDED_AT: propertyKey('recorded'),
    CITED_COUNT: {
      pattern: pattern('(self)<-[citation:CITES]-(citer:Attribution)'),
      where: { citation: isIn('basis', COUNTED) },
      fold: ({ citer }) => `count(${citer})`,
      stored: 'citedCount',
      missing: 0,
    },
  },
  { by: 'SAID_AT', direction: 'DESC' },
);

/** A list of attributions that a pattern from `self` leads to under the role `said`. */
export function attributionList(name: string, ...patterns: readonly string[]): ConnectionField {
  const source = { type: 'Attribution', patterns: [pattern(...patterns)], rows: { self: 'said' }, conditions };
  return connection(name, source, attributionOrder);
}

/** All attributions: of a claim, of claims about something, by a filter. */
export const whoReported: ConnectionField = connection(
  'Query.whoReported',
  { type: 'Attribution', patterns: [pattern('(self:Attribution)')], rows: { self: 'self' }, conditions: reported },
  attributionOrder,
);

function reported(args: Arguments, node: ASTNode): Condition[] {
  const claim = args.claim as string | null | undefined;
  const about = args.about as string[] | null | undefined;
  return [
    ...leadsTo('(self)-[:OF]->(claim:Claim)', 'claim', isGiven(claim) ? [claim] : null, 1),
    ...leadsTo(ABOUT, 'entity', about, 4),
    ...conditions(args, node),
  ];
}

function conditions(args: Arguments, node: ASTNode): Condition[] {
  const filter = (args.filter ?? {}) as AttributionFilter;
  const outlet = '(self)-[:APPEARS_IN]->(document:Document)-[:PUBLISHED_BY]->(outlet:Organization)';
  return [
    ...(filter.basis ? [{ where: {}, bases: filter.basis }] : []),
    ...among('stance', filter.stance),
    ...among('certainty', filter.certainty),
    ...among('mode', filter.mode),
    ...equals('onRecord', filter.onRecord),
    ...overlapping('filter.said', filter.said, ['saidEarliest', 'saidLatest'], node),
    ...leadsTo('(self)-[:APPEARS_IN]->(document:Document)', 'document', filter.document, 2),
    ...leadsTo('(self)-[:BY]->(speaker:Actor)', 'speaker', filter.by, 3),
    ...leadsToEvery(ABOUT, 'entity', filter.aboutAll, 4),
    ...leadsTo(ABOUT, 'entity', filter.about, 5),
    ...leadsTo(outlet, 'outlet', filter.outlet, 6),
    ...named(filter.named),
    ...withText(filter.text),
    ...areRoots(filter.rootsOnly),
    ...areRoots(filter.isRoot),
    ...onSides(filter.side),
  ];
}

function named(wanted: boolean | null | undefined): Condition[] {
  if (!isGiven(wanted)) return [];
  const speaker = (variable: string) => [`${variable}.type ${wanted ? '<>' : '='} 'UnnamedSource'`];
  return [{ pattern: pattern('(self)-[:BY]->(speaker:Actor)'), where: { speaker } }];
}

function areRoots(wanted: boolean | null | undefined): Condition[] {
  if (!isGiven(wanted)) return [];
  return [
    {
      where: { self: (_variable, parameter, _roles, bound) => [`${bound('isRoot')} = ${parameter(wanted)}`] },
      traced: (tracing, id, { said }) => isRoot((tracing as Tracing).viewAt(said), id) === wanted,
    },
  ];
}

function onSides(wanted: readonly Side[] | null | undefined): Condition[] {
  if (!isGiven(wanted)) return [];
  return [{ where: { self: (_variable, parameter, _roles, bound) => [`${bound('side')} IN ${parameter(wanted)}`] } }];
}

/** In the quote, or in the claim. */
function withText(text: string | null | undefined): Condition[] {
  if (!isGiven(text)) return [];
  return [
    {
      pattern: pattern('(self)-[:OF]->(claim:Claim)'),
      where: {
        claim: (variable, parameter, roles) => [
          hasWords([`${roles.self}.folded`, `${variable}.folded`], text, parameter),
        ],
      },
    },
  ];
}

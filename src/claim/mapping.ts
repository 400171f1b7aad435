import { attributionList } from '../attribution/list.ts';
import type { Claim, ClaimRelation, ClaimRelationKind, Participant } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { bound, inUsualLanguage, list, one, properties, property, rows, value } from '../cypher/field-mappings.ts';
import type { Condition, MappingOf, Source } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { claimFlags } from '../flag/mapping.ts';
import { inLanguage } from '../text/language.ts';
import { instant } from '../time/served-values.ts';
import {
  borrowed,
  denials,
  independence,
  life,
  roots,
  standing,
  standingReasons,
  untraced,
} from '../trace/traced-fields.ts';

export const RELATION_KINDS = [
  'CONTRADICTS',
  'CONTRARY_TO',
  'SUPPORTS',
  'ENTAILS',
  'UNDERCUTS',
  'REFINES',
  'SAME_AS',
] as const satisfies readonly ClaimRelationKind[];

const ANY_RELATION = RELATION_KINDS.join('|');

const relations: Source = {
  type: 'ClaimRelation',
  patterns: [
    pattern(`(self)-[relation:${ANY_RELATION}]->(to:Claim)`),
    pattern(`(self)<-[relation:${ANY_RELATION}]-(from:Claim)`),
  ],
  rows: { from: 'from', to: 'to', relation: 'relation' },
  conditions: ofKind,
};

function ofKind(args: Arguments): Condition[] {
  const kinds = args.kind as ClaimRelationKind[] | null | undefined;
  if (!kinds) return [];
  return [{ where: { relation: (variable, parameter) => [`type(${variable}) IN ${parameter(kinds)}`] } }];
}

export const claim: MappingOf<Claim> = {
  id: property('id'),
  text: inUsualLanguage(
    'text',
    properties(['texts', 'languages'], ({ texts, languages }, args) =>
      inLanguage(texts as string[], languages as string[], args.language as string),
    ),
  ),
  predicate: property('predicate'),
  subject: one('Entity', '(self)-[:SUBJECT]->(entity:Entity)', 'entity'),
  object: one('Entity', '(self)-[:OBJECT]->(entity:Entity)', 'entity'),
  value: properties(['valueText', 'valueMin', 'valueMax', 'valueUnit', 'valueWhen'], (stated) =>
    stated.valueText === null
      ? null
      : {
          text: stated.valueText,
          min: stated.valueMin,
          max: stated.valueMax,
          unit: stated.valueUnit,
          when: stated.valueWhen,
        },
  ),
  about: list('Entity', '(self)-[:ABOUT]->(entity:Entity)', 'entity'),
  participants: rows(
    {
      type: 'Participant',
      patterns: [pattern('(self)-[part:PARTICIPANT]->(entity:Entity)')],
      rows: { claim: 'self', entity: 'entity', part: 'part' },
    },
    ({ part, entity }) => [`${part}.position`, `${entity}.id`],
  ),
  when: property('statedWhen'),
  partOf: one('Claim', '(self)-[:PART_OF]->(whole:Claim)', 'whole'),
  parts: list('Claim', '(self)<-[:PART_OF]-(part:Claim)', 'part'),
  relations: rows(relations, ({ relation, from, to }) => [
    `${relation}.recorded`,
    `type(${relation})`,
    `${from}.id`,
    `${to}.id`,
  ]),
  attributions: attributionList('Claim.attributions', '(self)<-[:OF]-(said:Attribution)'),
  roots,
  untraced,
  borrowed,
  independence,
  denials,
  standing,
  standingReasons,
  life,
  flags: claimFlags,
};

export const participant: MappingOf<Participant> = {
  entity: bound('Entity', 'entity'),
  role: property('role', undefined, 'part'),
  claim: bound('Claim', 'claim'),
};

export const claimRelation: MappingOf<ClaimRelation> = {
  kind: value(({ relation }) => `type(${relation})`),
  from: bound('Claim', 'from'),
  to: bound('Claim', 'to'),
  basis: property('basis', undefined, 'relation'),
  by: property('by', undefined, 'relation'),
  at: property('at', instant, 'relation'),
};

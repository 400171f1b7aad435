import type { ASTNode } from 'graphql';
import type { ClaimFilter, ClaimOrderField } from '../contract.ts';
import { type Arguments, isGiven } from '../cypher/arguments.ts';
import { overlapping, overlaps, withWords } from '../cypher/conditions.ts';
import {
  among,
  amongIds,
  connection,
  countKey,
  isIn,
  leadsTo,
  leadsToEvery,
  orderOf,
  propertyKey,
  timeKey,
} from '../cypher/field-mappings.ts';
import type { Bound, Condition, ConnectionField, Parameter, Predicates } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { grounded } from '../flag/grounds.ts';
import { NEVER } from '../time/edtf.ts';
import { restsOnlyOn, type TraceMarks, traceMarksOf } from '../trace/trace-marks.ts';
import type { Tracing } from '../trace/tracer.ts';

const SAID = '(self)<-[:OF]-(said:Attribution)';
const ABOUT = '(self)-[:ABOUT]->(entity:Entity)';

export const claimOrder = orderOf<ClaimOrderField>(
  {
    WHEN: timeKey('whenAsc', 'whenDesc'),
    LAST_SAID: {
      pattern: pattern(SAID),
      fold: ({ said }) => `max(${said}.saidDesc)`,
      stored: 'lastSaid',
      missing: -NEVER,
      isTime: true,
    },
    FIRST_SAID: {
      pattern: pattern(SAID),
      fold: ({ said }) => `min(${said}.saidAsc)`,
      stored: 'firstSaid',
      missing: NEVER,
      isTime: true,
    },
    RECORDED_AT: propertyKey('recorded'),
    ATTRIBUTION_COUNT: countKey(SAID, 'said', 'attributionCount'),
  },
  { by: 'LAST_SAID', direction: 'DESC' },
);

/** A list of claims that a pattern from `self` leads to under the role `claim`. */
export function claimList(name: string, text: string): ConnectionField {
  return connection(
    name,
    { type: 'Claim', patterns: [pattern(text)], rows: { self: 'claim' }, conditions },
    claimOrder,
  );
}

export const claims: ConnectionField = connection(
  'Query.claims',
  { type: 'Claim', patterns: [pattern('(self:Claim)')], rows: { self: 'self' }, conditions },
  claimOrder,
);

function conditions(args: Arguments, node: ASTNode): Condition[] {
  const filter = (args.filter ?? {}) as ClaimFilter;
  return [
    ...amongIds(filter.ids),
    // A claim of which something is only suggested is seen as of a said time, too, if its basis is asked for.
    ...(filter.basis ? [{ where: {}, bases: filter.basis }] : []),
    ...among('predicate', filter.predicate),
    ...overlapping('filter.when', filter.when, ['whenEarliest', 'whenLatest'], node),
    ...flagged(filter.flag),
    ...hasTraceMarks(filter),
    ...withWords(filter.text),
    ...leadsTo('(self)-[:PART_OF]->(whole:Claim)', 'whole', isGiven(filter.partOf) ? [filter.partOf] : null, 1),
    ...said(filter, node),
    ...leadsToEvery(ABOUT, 'entity', filter.aboutAll, 3),
    ...leadsTo(ABOUT, 'entity', filter.about, 4),
  ];
}

function flagged(kinds: ClaimFilter['flag']): Condition[] {
  if (!isGiven(kinds)) return [];
  const condition = grounded('RESTS_ON', '(self)-[:FLAGGED]->(flag:Flag)', 'flag');
  const where = { ...condition.where, flag: isIn('kind', kinds) };
  return [{ ...condition, where, anchor: { role: 'flag', rank: 6, label: 'Flag' } }];
}

/** What is stored of a claim's trace, and how it is computed for a said time. */
function hasTraceMarks({ standing, restsOnlyOn: ids, unnamedSourcesOnly }: ClaimFilter): Condition[] {
  return [
    ...(isGiven(standing)
      ? [
          markIs(
            (mark, parameter) => `${mark('standing')} IN ${parameter(standing)}`,
            (marks) => standing.includes(marks.standing),
          ),
        ]
      : []),
    ...(isGiven(ids)
      ? [
          markIs(
            (mark, parameter) => {
              const [keys, own] = [mark('rootKeys'), parameter(ids.map((id) => ` ${id} `))];
              return `(${keys} <> '' AND all(line IN split(${keys}, '\\n') WHERE any(id IN ${own} WHERE line CONTAINS id)))`;
            },
            (marks) => restsOnlyOn(marks, ids),
          ),
        ]
      : []),
    ...(isGiven(unnamedSourcesOnly)
      ? [
          markIs(
            (mark, parameter) => `${mark('unnamedOnly')} = ${parameter(unnamedSourcesOnly)}`,
            (marks) => marks.unnamedOnly === unnamedSourcesOnly,
          ),
        ]
      : []),
  ];
}

function markIs(
  stored: (mark: Bound, parameter: Parameter) => string,
  computed: (marks: TraceMarks) => boolean,
): Condition {
  return {
    where: { self: (_variable, parameter, _roles, bound) => [stored(bound, parameter)] },
    traced: (tracing, id, { said }) => computed(traceMarksOf((tracing as Tracing).viewAt(said), id)),
  };
}

/** What has to hold together for one attribution of the claim. */
function said(filter: ClaimFilter, node: ASTNode): Condition[] {
  const { by, outlet, stance, onRecord, basis } = filter;
  const range = overlaps('filter.said', filter.said, ['saidEarliest', 'saidLatest'], node);
  const own: Predicates[] = [
    ...(stance ? [isIn('stance', stance)] : []),
    ...(typeof onRecord === 'boolean' ? [is('onRecord', onRecord)] : []),
    ...(range ? [range] : []),
  ];
  if (own.length === 0 && !by && !outlet && !basis) return [];
  const texts = [
    SAID,
    ...(by ? ['(said)-[:BY]->(speaker:Actor)'] : []),
    ...(outlet ? ['(said)-[:APPEARS_IN]->(document:Document)-[:PUBLISHED_BY]->(outlet:Organization)'] : []),
  ];
  return [
    {
      pattern: pattern(...texts),
      ...(basis && { bases: basis }),
      where: {
        said: (...given) => own.flatMap((predicates) => predicates(...given)),
        ...(by && { speaker: isIn('id', by) }),
        ...(outlet && { outlet: isIn('id', outlet) }),
      },
      ...(by ? { anchor: { role: 'speaker', rank: 2 } } : outlet ? { anchor: { role: 'outlet', rank: 5 } } : {}),
    },
  ];
}

function is(name: string, wanted: boolean): Predicates {
  return (variable, parameter) => [`${variable}.${name} = ${parameter(wanted)}`];
}

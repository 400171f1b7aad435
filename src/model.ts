import { group, organization, person, unnamedSource } from './actor/mapping.ts';
import { actors } from './actor/query.ts';
import { whoReported } from './attribution/list.ts';
import { attribution, citation } from './attribution/mapping.ts';
import { valueChange } from './attribution/value-changes.ts';
import { claims } from './claim/list.ts';
import { claim, claimRelation, participant, RELATION_KINDS } from './claim/mapping.ts';
import type { Query } from './contract.ts';
import { contradictions } from './contradiction/list.ts';
import { contradiction, contradictionSide } from './contradiction/mapping.ts';
import type { GateRules } from './cypher/gate.ts';
import type { ComputedField, Field, MappingOf, Model } from './cypher/mapping.ts';
import { pattern } from './cypher/pattern.ts';
import { documents } from './document/list.ts';
import { derivation, document } from './document/mapping.ts';
import { identifier, relationship } from './entity/mapping.ts';
import { entity, node, nodes } from './entity/query.ts';
import { event, statedDate, statedPlace } from './event/mapping.ts';
import { events } from './event/query.ts';
import { flag } from './flag/mapping.ts';
import { mentions } from './mention/list.ts';
import { mention } from './mention/mapping.ts';
import { pathHop, paths } from './path/query.ts';
import { place, places } from './place/mapping.ts';
import { history } from './revision/history.ts';
import { revision } from './revision/mapping.ts';
import { search } from './search/query.ts';
import { statistics } from './statistics/query.ts';
import { thing } from './thing/mapping.ts';
import { timeline, timelineItem } from './timeline/query.ts';
import { impactOfWithdrawing } from './trace/impact-of-withdrawing.ts';
import { createTracer } from './trace/tracer.ts';

const query: MappingOf<Query, Field | ComputedField> = {
  node,
  nodes,
  entity,
  actors,
  places,
  events,
  documents,
  claims,
  whoReported,
  contradictions,
  mentions,
  history,
  impactOfWithdrawing,
  paths,
  search,
  statistics,
  timeline,
};

const gates: GateRules = {
  said: {
    Attribution: { earliest: 'saidEarliest', latest: 'saidLatest' },
    Document: { earliest: 'publishedEarliest', latest: 'publishedLatest' },
    Claim: { through: pattern('(self)<-[:OF]-(said:Attribution)'), role: 'said' },
  },
  datedEdges: new Set([...RELATION_KINDS, 'DERIVED_FROM', 'JUDGED']),
  suggestible: new Set(['Attribution']),
};

/** How the contract lies in the graph: every noun's mapping, and what the gate has to know. */
export const model: Model = {
  ...gates,
  query,
  tracer: createTracer(gates),
  types: {
    Person: person,
    Organization: organization,
    Group: group,
    UnnamedSource: unnamedSource,
    Place: place,
    Thing: thing,
    Event: event,
    StatedDate: statedDate,
    StatedPlace: statedPlace,
    Identifier: identifier,
    Relationship: relationship,
    Participant: participant,
    Document: document,
    Derivation: derivation,
    Mention: mention,
    Claim: claim,
    ClaimRelation: claimRelation,
    Attribution: attribution,
    Citation: citation,
    ValueChange: valueChange,
    Flag: flag,
    Contradiction: contradiction,
    ContradictionSide: contradictionSide,
    PathHop: pathHop,
    TimelineItem: timelineItem,
    Revision: revision,
  },
};

import type { Attribution, Citation } from '../contract.ts';
import { bound, list, one, properties, property, rows } from '../cypher/field-mappings.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { NEVER } from '../time/edtf.ts';
import { instant, range } from '../time/served-values.ts';
import { chains, side } from '../trace/traced-fields.ts';
import { attributionList } from './list.ts';
import { changes } from './value-changes.ts';

export const attribution: MappingOf<Attribution> = {
  id: property('id'),
  claim: one('Claim', '(self)-[:OF]->(claim:Claim)', 'claim'),
  actor: one('Actor', '(self)-[:BY]->(actor:Actor)', 'actor'),
  document: one('Document', '(self)-[:APPEARS_IN]->(document:Document)', 'document'),
  stance: property('stance'),
  side,
  certainty: property('certainty'),
  mode: property('mode'),
  onRecord: property('onRecord'),
  saidAt: property('saidAt'),
  quote: property('quote'),
  locator: property('locator'),
  sources: properties(['sourcesMin', 'sourcesMax'], ({ sourcesMin, sourcesMax }) => range(sourcesMin, sourcesMax)),
  rating: properties(['ratingLabel', 'ratingValue', 'ratingBest', 'ratingWorst'], (rating) =>
    rating.ratingLabel === null
      ? null
      : { label: rating.ratingLabel, value: rating.ratingValue, best: rating.ratingBest, worst: rating.ratingWorst },
  ),
  cites: list('Attribution', '(self)-[:CITES]->(cited:Attribution)', 'cited'),
  citations: rows(
    {
      type: 'Citation',
      patterns: [pattern('(self)-[citation:CITES]->(cited:Attribution)')],
      rows: { cited: 'cited', citation: 'citation' },
    },
    ({ cited }) => [`${cited}.id`],
  ),
  citedBy: attributionList('Attribution.citedBy', '(self)<-[:CITES]-(said:Attribution)'),
  chains,
  changes,
  basis: property('basis'),
  recordedAt: property('recorded', instant),
  supersededAt: property('superseded', (at) => (at === NEVER ? null : instant(at))),
  retractedBy: one(
    'Attribution',
    '(self)-[:OF]->(claim:Claim)<-[:OF]-(retraction:Attribution)-[:BY]->(speaker:Actor)<-[:BY]-(self)',
    'retraction',
    {
      where: {
        retraction: (variable, _parameter, { self }) => [
          `${variable}.stance = 'RETRACTS' AND ${self}.stance <> 'RETRACTS' AND ${variable}.saidAsc >= ${self}.saidDesc`,
        ],
      },
      sort: ({ self }) => [`${self}.saidAsc`, `${self}.id`],
    },
  ),
};

export const citation: MappingOf<Citation> = {
  attribution: bound('Attribution', 'cited'),
  credited: property('credited', undefined, 'citation'),
  joint: property('joint', undefined, 'citation'),
  basis: property('basis', undefined, 'citation'),
};
